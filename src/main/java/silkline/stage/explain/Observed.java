package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import org.apache.spark.sql.Row;
import silkline.explain.Input;
import silkline.series.PublicationDate;
import silkline.table.silver.ObservationTable;

/** One vintage of an observation, with its series. */
record Observed(Row series, Row row) {
    /** In the unit of the series; NaN where missing. */
    double value() {
        return number(row, ObservationTable.OBS_VALUE);
    }

    int periodIndex() {
        return row.getAs(ObservationTable.PERIOD_INDEX);
    }

    String period() {
        return text(row, ObservationTable.TIME_PERIOD);
    }

    boolean isDeleted() {
        return row.getAs(ObservationTable.IS_DELETED);
    }

    PublicationDate published() {
        return PublicationDate.of(
                row.getAs(ObservationTable.PUBLISHED_AT), row.getAs(ObservationTable.PUBLISHED_PRECISION));
    }

    String runId() {
        return text(row, ObservationTable.RUN_ID);
    }

    String datasetId() {
        return text(series, DATASET_ID);
    }

    Input input(String name) {
        return new Input(
                name,
                "observation/%s/%s".formatted(text(series, SERIES_ID), period()),
                period(),
                value(),
                text(series, UNIT_MEASURE),
                text(row, ObservationTable.OBS_STATUS),
                published().toString(),
                datasetId(),
                text(row, ObservationTable.SOURCE_REF),
                runId());
    }
}
