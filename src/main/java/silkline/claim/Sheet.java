package silkline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.series.Frequency;
import silkline.series.Period;

/** The checks of one claim against one series. */
final class Sheet {
    static final String PERIOD_MISSING = "PERIOD_MISSING";
    static final String BASE_MISSING = "BASE_MISSING";
    static final String TOTAL_MISSING = "TOTAL_MISSING";
    static final String CONCEPT_MISMATCH = "CONCEPT_MISMATCH";

    private final Claim claim;
    private final Amount amount;
    private final Facts.Series series;
    private final Claim.Side side;
    private final Check.Known known;
    private final List<Check> checks = new ArrayList<>();

    Sheet(Claim claim, Amount amount, Facts.Series series, Claim.Side side, Check.Known known) {
        this.claim = claim;
        this.amount = amount;
        this.series = series;
        this.side = side;
        this.known = known;
    }

    List<Check> checks() {
        return checks;
    }

    /** The plain reading of a period. */
    Cell at(Period period) {
        Reading reading = Reading.of(series.about(), side).with(Reading.PERIOD, period.toString());
        String words = side == Claim.Side.REPORTED ? "as reported by " : "as seen by its partner ";
        return new Cell(period, reading, words + series.about().refArea());
    }

    /** A target is judged when its period has come; until then it is open, held against the last value. */
    void target(Period period) {
        if (series.at(period).isPresent()) {
            at(period).test(series.at(period).getAsDouble(), PERIOD_MISSING);
        } else {
            open();
        }
    }

    void open() {
        Map.Entry<Period, Double> last = series.values().lastEntry();
        if (last != null
                && last.getKey().frequency() == Frequency.ANNUAL
                && series.about().isStatistic()) {
            double value = series.at(last.getKey()).orElseThrow();
            at(last.getKey()).saying("last value").add(last.getKey(), value, Verdict.OPEN, "");
        }
    }

    /** One reading. */
    final class Cell {
        private final Period period;
        private final Reading reading;
        private final String words;

        private Cell(Period period, Reading reading, String words) {
            this.period = period;
            this.reading = reading;
            this.words = words;
        }

        Cell with(String name, String choice) {
            return new Cell(period, reading.with(name, choice), words);
        }

        Cell saying(String more) {
            return new Cell(period, reading, words + ", " + more);
        }

        /** The figure as an increase, so that "by 45 times" leads to 46 times. */
        Cell by() {
            return with(Reading.CHANGE, Change.BY.code()).saying("as an increase by that much");
        }

        void test(double official, String reason) {
            if (Double.isNaN(official)) {
                missing(series.at(period).isPresent() ? reason : PERIOD_MISSING);
            } else {
                add(period, official, verdict(amount.bounds().allowed().contains(official)), "");
            }
        }

        /** Where the official side is itself an interval, it is enough that both have values in common. */
        void test(Interval official, double middle) {
            add(period, middle, verdict(amount.bounds().allowed().overlaps(official)), "");
        }

        /** A figure of something else, shown and not judged. */
        void mismatch(double official) {
            saying("another concept: " + series.about().basis())
                    .add(period, official, Verdict.NOT_CHECKABLE, CONCEPT_MISMATCH);
        }

        /** No official figure for the period; the nearest earlier one is shown, not judged. */
        private void missing(String reason) {
            Optional<Period> nearest = claim.kind() != Kind.LEVEL
                    ? Optional.empty()
                    : series.values().headMap(period, false).descendingKeySet().stream()
                            .filter(p -> p.frequency() == period.frequency())
                            .findFirst();
            Cell shown = nearest.isPresent() ? saying("nearest to " + period) : this;
            double official = nearest.map(p -> series.at(p).orElseThrow()).orElse(Double.NaN);
            shown.add(nearest.orElse(period), official, Verdict.NOT_CHECKABLE, reason);
        }

        private static Verdict verdict(boolean holds) {
            return holds ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
        }

        private void add(Period at, double official, Verdict verdict, String reason) {
            boolean isMultiple = claim.change() == Change.BY
                    && reading.choice(Reading.CHANGE).isEmpty();
            Reading full = isMultiple ? reading.with(Reading.CHANGE, Change.TO.code()) : reading;
            double gap = official / amount.value() - 1;
            checks.add(new Check(
                    claim.id(),
                    words,
                    full,
                    series,
                    known,
                    at.toString(),
                    amount.bounds().allowed(),
                    official,
                    Double.isFinite(gap) ? gap : Double.NaN,
                    verdict,
                    reason));
        }
    }
}
