package silkline.stage.report;

import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.RECONCILED;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import silkline.forecast.YearToDate;
import silkline.report.Cell;
import silkline.report.Figure;
import silkline.report.Table;
import silkline.series.SeriesId;
import silkline.table.gold.ForecastTable;

/** What was made to add up: quarters and years of the series shown, groups of partners, and the words that say so. */
final class ForecastSums {
    private ForecastSums() {}

    /** A sentence that says along what the forecast of a row was made to add up; empty where it was not. */
    static String sentence(ReportInputs inputs, Row row) {
        String along = row.getAs(RECONCILED);
        return along == null ? "" : " " + inputs.text("forecasts.reconciled", words(inputs, along));
    }

    private static String words(ReportInputs inputs, String along) {
        return Arrays.stream(along.split(",", -1))
                .map(dimension -> inputs.text("forecasts.along." + dimension))
                .collect(Collectors.joining(", "));
    }

    /** Quarters and years of {@code shown} series; a year under way that its first months tell more of is left to these. */
    static Table periods(ReportInputs inputs, List<Row> forecasts, Collection<String> shown) {
        Set<String> fromFirstMonths = new HashSet<>();
        forecasts.stream()
                .filter(row -> row.getAs(MODEL_REQUESTED).equals(YearToDate.NAME))
                .forEach(row -> fromFirstMonths.add(place(row)));
        List<List<Cell>> rows = forecasts.stream()
                .filter(row -> ForecastTable.SUMS.contains(row.<String>getAs(MODEL_REQUESTED)))
                .filter(row -> shown.contains(row.<String>getAs(SERIES_ID)) && !fromFirstMonths.contains(place(row)))
                .map(row -> row(inputs, row, ForecastFan.title(inputs, row)))
                .toList();
        return table(inputs, "forecast-periods", "forecasts.periods", rows);
    }

    private static String place(Row row) {
        return row.getAs(SERIES_ID) + "/" + row.getAs(TIME_PERIOD);
    }

    /** The next period and the last of groups of partners that the report is about. */
    static Table groups(ReportInputs inputs) {
        List<Row> all = inputs.rows(ReportQueries.GROUP_FORECASTS).stream()
                .filter(row -> inputs.groups().contains(row.<String>getAs(COUNTERPART_AREA)))
                .toList();
        Map<String, Integer> last = new HashMap<>();
        all.forEach(row -> last.merge(row.getAs(SERIES_ID), row.<Integer>getAs(HORIZON), Math::max));
        List<List<Cell>> rows = all.stream()
                .filter(row -> row.<Integer>getAs(HORIZON) == 1
                        || row.<Integer>getAs(HORIZON).equals(last.get(row.<String>getAs(SERIES_ID))))
                .map(row -> row(inputs, row, SeriesTitle.of(inputs, SeriesId.parse(row.getAs(SERIES_ID)))))
                .toList();
        return table(inputs, "forecast-groups", "forecasts.groups", rows);
    }

    private static List<Cell> row(ReportInputs inputs, Row row, String title) {
        String unit = SeriesId.parse(row.getAs(SERIES_ID)).unitMeasure();
        String key = "forecast/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD));
        return List.of(
                Cell.of(title),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                Cell.of(Figure.of(key + MEAN, row.<Double>getAs(MEAN), unit)),
                ForecastFan.range(row, key, LO80, HI80, unit),
                Cell.of(words(inputs, row.getAs(RECONCILED))));
    }

    private static Table table(ReportInputs inputs, String id, String title, List<List<Cell>> rows) {
        return new Table(
                id,
                inputs.text(title),
                List.of(
                        inputs.textColumn("series"),
                        inputs.textColumn("period"),
                        inputs.numberColumn("expected"),
                        inputs.numberColumn("interval_80"),
                        inputs.textColumn("adds_up")),
                rows);
    }
}
