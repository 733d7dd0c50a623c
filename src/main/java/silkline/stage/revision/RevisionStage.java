package silkline.stage.revision;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static silkline.table.gold.RevisionTable.LEVEL;
import static silkline.table.gold.RevisionTable.MEASURE;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import silkline.revision.RevisionSums;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.gold.RevisionTable;

/** Revisions of every series that was revised; those that were not are left out before anything is gathered. */
public final class RevisionStage {
    private RevisionStage() {}

    /** {@code gold.revision}; {@code vintages} are those of {@link Vintages#read}. */
    public static Dataset<Row> revisions(Dataset<Row> vintages, Dataset<Row> series, RunContext run) {
        Dataset<Row> measured = measured(vintages, series);
        String runId = run.runId();
        return measured.unionAll(pooled(measured))
                .map((MapFunction<Row, Row>) row -> MeasuredRevisions.ofTable(row, runId), RevisionTable.SPEC.encoder())
                .select(RevisionTable.SPEC.select());
    }

    /** Sums and tests of each revised series, measure and horizon. */
    private static Dataset<Row> measured(Dataset<Row> vintages, Dataset<Row> series) {
        Dataset<Row> dated = vintages.where(Vintages.isDated());
        Dataset<Row> revised =
                dated.where(col(Vintages.IS_LATER)).select(SERIES_KEY).distinct();
        return dated.select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(PUBLISHED_AT),
                        Vintages.certainty().as("certainty"),
                        col(OBS_VALUE))
                .join(broadcast(revised), SERIES_KEY)
                .join(series.select(SERIES_KEY, SERIES_ID, DATASET_ID, INDICATOR, FREQ, UNIT_MEASURE), SERIES_KEY)
                .groupByKey((MapFunction<Row, Long>) row -> row.getAs(SERIES_KEY), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX), col(PUBLISHED_AT), col("certainty")},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> new RevisedSeries(rows).measured(),
                        Encoders.row(MeasuredRevisions.SCHEMA));
    }

    /** All series of a dataset's indicator together; levels have units of their own and are left out. */
    private static Dataset<Row> pooled(Dataset<Row> measured) {
        return measured.where(col(MEASURE).notEqual(LEVEL))
                .groupByKey(
                        (MapFunction<Row, String>) row -> String.join(
                                "/",
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getString(5),
                                row.getString(6)),
                        Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col(SERIES_KEY)},
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> {
                            Row any = rows.next();
                            RevisionSums sums = MeasuredRevisions.sums(any);
                            while (rows.hasNext()) {
                                sums = sums.plus(MeasuredRevisions.sums(rows.next()));
                            }
                            return List.of(MeasuredRevisions.row(
                                            any.getString(0),
                                            any.getString(1),
                                            any.getString(2),
                                            null,
                                            null,
                                            any.getString(5),
                                            any.getString(6),
                                            sums,
                                            null,
                                            null))
                                    .iterator();
                        },
                        Encoders.row(MeasuredRevisions.SCHEMA));
    }
}
