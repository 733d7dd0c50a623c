package silkline.report.page;

import java.util.stream.DoubleStream;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.ClaimCard;
import silkline.report.Column;
import silkline.report.Language;

/** A claim divided by the official value; an open end is drawn as an arrow of fixed length. */
record Ratio(
        String label,
        String words,
        double low,
        double high,
        boolean isOpenBelow,
        boolean isOpenAbove,
        double officialLow,
        double officialHigh,
        ClaimCard.Verdict verdict) {
    private static final double ARROW = 1.3;

    static Ratio of(Chart.Pair pair, Language language) {
        double official = pair.official().value();
        double[] stated = ends(pair.stated());
        double[] known = ends(pair.official());
        boolean below = Double.isInfinite(stated[0]);
        boolean above = Double.isInfinite(stated[1]);
        return new Ratio(
                pair.label(),
                language.text(
                        "chart.pair",
                        pair.stated().text(Column.numbers(""), language),
                        pair.official().text(Column.numbers(""), language)),
                (below ? stated[1] / ARROW : stated[0]) / official,
                (above ? stated[0] * ARROW : stated[1]) / official,
                below,
                above,
                (Double.isInfinite(known[0]) ? official : known[0]) / official,
                (Double.isInfinite(known[1]) ? official : known[1]) / official,
                pair.verdict());
    }

    boolean isDrawable() {
        return DoubleStream.of(low, high, officialLow, officialHigh).allMatch(end -> end > 0 && Double.isFinite(end));
    }

    /** Where the mark stands: the end that was stated, or the geometric middle of two. */
    double middle() {
        return isOpenAbove ? low : isOpenBelow ? high : Math.sqrt(low * high);
    }

    /** How far from 1 the row reaches, in logarithms. */
    double distance() {
        return DoubleStream.of(low, high, officialLow, officialHigh)
                .map(end -> Math.abs(Math.log(end)))
                .max()
                .orElse(0);
    }

    private static double[] ends(Cell cell) {
        return cell instanceof Cell.Range range
                ? new double[] {range.low().value(), range.high().value()}
                : new double[] {cell.value(), cell.value()};
    }
}
