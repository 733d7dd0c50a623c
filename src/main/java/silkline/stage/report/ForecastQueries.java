package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.not;
import static silkline.stage.report.ReportScope.sorted;
import static silkline.table.gold.AccuracyTable.COVERAGE_RATIO;
import static silkline.table.gold.AccuracyTable.IS_SELECTED;
import static silkline.table.gold.AccuracyTable.MASE;
import static silkline.table.gold.AccuracyTable.SKILL;
import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.forecast.YearToDate;
import silkline.stage.SeriesColumns;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.ForecastTable;
import silkline.table.silver.SeriesTable;

/** The rows that a report shows of forecasts, with the past of the {@code shown} series. */
record ForecastQueries(ReportScope scope, Dataset<Row> shown) {
    /** {@code newest} are the believed values. */
    void addTo(Map<String, Dataset<Row>> queries, Dataset<Row> newest) {
        queries.put(ReportQueries.FORECASTS, forecasts());
        queries.put(ReportQueries.GROUP_FORECASTS, groups());
        queries.put(ReportQueries.MODELS, models());
        queries.put(ReportQueries.HISTORY, history(newest));
    }

    /** Groups of partners that are the sum of their members, of all goods or services; no table of series has them. */
    private Dataset<Row> groups() {
        Dataset<Row> rows = scope.read(ForecastTable.SPEC)
                .where(col(ForecastTable.IS_CURRENT)
                        .and(col(ForecastTable.MODEL_REQUESTED).equalTo(ForecastTable.GROUP)))
                .select(
                        col("*"),
                        SeriesColumns.dimension(REF_AREA),
                        SeriesColumns.dimension(COUNTERPART_AREA),
                        SeriesColumns.dimension(PRODUCT),
                        SeriesColumns.dimension(BASIS))
                .where(scope.isShown().and(not(col(PRODUCT).contains(":"))));
        return sorted(rows, SERIES_ID, HORIZON);
    }

    /** The forecasts that count, what they add up to, and years under way; a series without a forecast has a row with the reason. */
    private Dataset<Row> forecasts() {
        Dataset<Row> accuracy =
                scope.read(AccuracyTable.SPEC).where(col(IS_SELECTED)).select(SERIES_KEY, MASE, SKILL, COVERAGE_RATIO);
        Column counts = col(ForecastTable.IS_SELECTED)
                .or(col(ForecastTable.MODEL_REQUESTED).equalTo(YearToDate.NAME))
                .or(col(ForecastTable.MODEL_REQUESTED).isInCollection(ForecastTable.SUMS));
        Dataset<Row> rows = scope.read(ForecastTable.SPEC)
                .where(col(ForecastTable.IS_CURRENT).and(counts))
                .join(shown, SERIES_KEY)
                .join(accuracy, new String[] {SERIES_KEY}, "left");
        return sorted(rows, SERIES_ID, ForecastTable.MODEL_REQUESTED, HORIZON);
    }

    private Dataset<Row> models() {
        Dataset<Row> rows = scope.read(ForecastTable.SPEC)
                .where(col(ForecastTable.IS_CURRENT).and(col(ForecastTable.IS_SELECTED)))
                .groupBy(MODEL_USED, FALLBACK_REASON)
                .agg(countDistinct(SERIES_KEY).as("series"));
        return sorted(rows, MODEL_USED, FALLBACK_REASON);
    }

    private Dataset<Row> history(Dataset<Row> newest) {
        Dataset<Row> ids = scope.read(SeriesTable.SPEC).select(SERIES_KEY, SERIES_ID);
        Dataset<Row> rows = newest.where(col(OBS_VALUE).isNotNull())
                .join(shown.select(SERIES_KEY), SERIES_KEY)
                .join(ids, SERIES_KEY);
        return sorted(rows, SERIES_ID, PERIOD_INDEX);
    }
}
