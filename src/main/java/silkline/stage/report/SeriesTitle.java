package silkline.stage.report;

import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Set;
import org.apache.spark.sql.Row;
import silkline.series.SeriesId;

/** What a series is about, in words. */
final class SeriesTitle {
    private static final Set<String> FLOWS = Set.of("X", "M", "T");

    private SeriesTitle() {}

    /** {@code Kazakhstan: Trade in goods, exports to Uzbekistan}. */
    static String of(ReportInputs inputs, SeriesId series) {
        String partner = series.counterpartArea();
        boolean isBilateral = !partner.equals(SeriesId.NOT_APPLICABLE) && !partner.equals(SeriesId.WORLD);
        String figure = figureInFull(inputs, series.indicator(), series.flow(), series.prices(), series.unitMeasure());
        String what = isBilateral
                ? inputs.text(ClaimMeaning.with("subject.partner", series.flow()), figure, inputs.areaName(partner))
                : figure;
        boolean isPart = series.product().startsWith("HS:") || series.product().startsWith("SITC:");
        return inputs.areaName(series.refArea()) + ": " + what + (isPart ? ", " + series.product() : "");
    }

    /** What a series measures: {@code Trade in goods, imports}; the flow is left out where the indicator names it. */
    static String figure(ReportInputs inputs, Row row) {
        return figure(inputs, row.getAs(INDICATOR), row.getAs(FLOW));
    }

    private static String figure(ReportInputs inputs, String indicator, String flow) {
        String title = inputs.indicatorTitle(indicator);
        boolean isNamed = indicator.endsWith("_exports") || !FLOWS.contains(flow);
        return isNamed ? title : title + ", " + inputs.text("flow." + flow);
    }

    /** {@link #figure} of a single series: its prices and currency too, which tell apart what is otherwise alike. */
    static String figureInFull(ReportInputs inputs, Row row) {
        return figureInFull(inputs, row.getAs(INDICATOR), row.getAs(FLOW), row.getAs(PRICES), row.getAs(UNIT_MEASURE));
    }

    private static String figureInFull(
            ReportInputs inputs, String indicator, String flow, String prices, String unitMeasure) {
        String figure = figure(inputs, indicator, flow);
        if (unitMeasure.equals("PCT")) {
            return figure;
        }
        String constant = prices.equals("L") ? ", " + inputs.text("growth.constant_prices") : "";
        String unit = unitMeasure.equals("USD") ? "" : ", " + inputs.text("growth.in_unit", unitMeasure);
        return figure + constant + unit;
    }
}
