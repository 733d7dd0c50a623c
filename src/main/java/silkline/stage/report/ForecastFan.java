package silkline.stage.report;

import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Figure;
import silkline.report.Scale;

/** The past of a series and what is expected of it, with how sure that is. */
final class ForecastFan {
    private static final int HISTORY_SHOWN = 48;

    private ForecastFan() {}

    static Chart.Fan of(ReportInputs inputs, String id, List<Row> past, List<Row> ahead) {
        Row first = ahead.get(0);
        String unit = first.getAs(UNIT_MEASURE);
        double largest = 0;
        List<Chart.Past> history = new ArrayList<>();
        for (Row row : past.subList(Math.max(0, past.size() - HISTORY_SHOWN), past.size())) {
            String key = "observation/%s/%s".formatted(id, row.getAs(TIME_PERIOD));
            double value = row.<Double>getAs(OBS_VALUE);
            largest = Math.max(largest, Math.abs(value));
            history.add(new Chart.Past(
                    row.getAs(TIME_PERIOD),
                    Cell.of(Figure.of(key, value, unit), GrowthSection.status(row.getAs(OBS_STATUS)))));
        }
        List<Chart.Ahead> steps = new ArrayList<>();
        for (Row row : ahead) {
            String key = "forecast/%s/%s/".formatted(id, row.getAs(TIME_PERIOD));
            largest = Math.max(largest, Math.abs(row.<Double>getAs(MEAN)));
            steps.add(new Chart.Ahead(
                    row.getAs(TIME_PERIOD),
                    Figure.of(key + MEAN, row.<Double>getAs(MEAN), unit),
                    range(row, key, LO80, HI80, unit),
                    range(row, key, LO95, HI95, unit)));
        }
        return new Chart.Fan(
                "forecast-" + id.replace(':', '-'),
                title(inputs, first),
                Scale.of(unit, largest),
                inputs.text("forecasts.chart", first.<String>getAs(MODEL_USED), first.<String>getAs(TIME_PERIOD))
                        + ForecastSums.sentence(inputs, first),
                history,
                steps);
    }

    static String title(ReportInputs inputs, Row row) {
        return "%s: %s (%s)"
                .formatted(
                        inputs.areaName(row.getAs(REF_AREA)),
                        SeriesTitle.figureInFull(inputs, row),
                        row.getAs(DATASET_ID));
    }

    static Cell.Range range(Row row, String key, String low, String high, String unit) {
        return new Cell.Range(
                Figure.of(key + low, row.<Double>getAs(low), unit),
                Figure.of(key + high, row.<Double>getAs(high), unit));
    }
}
