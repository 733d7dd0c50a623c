package silkline.stage.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.ingest.DecisionStage.ACCEPTED;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.stage.ingest.DecisionStage.UNCHANGED;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.quality.DatasetTally;
import silkline.quality.Expectations;
import silkline.quality.Rule;
import silkline.quality.Tally;
import silkline.stage.RunContext;
import silkline.stage.Vintages;

/**
 * Observations of earlier releases that the newest one does not have although it has their series before and after them.
 * A release that is not complete withdraws nothing by leaving something out; that it does is worth a look.
 */
public final class VanishedStage {
    private static final String RELEASE_AT = "release_at";
    private static final String IS_THERE = "is_there";
    private static final StructType RELEASES =
            new StructType().add(DATASET_ID, DataTypes.StringType).add(RELEASE_AT, DataTypes.DateType);

    private VanishedStage() {}

    /**
     * One tally per part of the data, to be added up.
     *
     * @param known observations before the run
     * @param knownSeries theirs
     * @param releases the date of the newest release among the rows read, of the datasets to look at
     */
    public static Dataset<Tally> tallies(
            Dataset<Row> decided,
            Dataset<Row> known,
            Dataset<Row> knownSeries,
            Map<String, LocalDate> releases,
            Map<String, Expectations> expected,
            RunContext run) {
        return series(decided, known, knownSeries, releases, run)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Tally>) rows ->
                                List.of(tally(rows, new Tally(expected))).iterator(),
                        Encoders.javaSerialization(Tally.class));
    }

    /** A row for each series that the newest releases and earlier ones have, in the order that {@link #tally} reads. */
    static Dataset<Row> series(
            Dataset<Row> decided,
            Dataset<Row> known,
            Dataset<Row> knownSeries,
            Map<String, LocalDate> releases,
            RunContext run) {
        Dataset<Row> newest = broadcast(decided.sparkSession()
                .createDataFrame(
                        releases.entrySet().stream()
                                .map(release -> RowFactory.create(release.getKey(), release.getValue()))
                                .toList(),
                        RELEASES));
        Dataset<Row> present = decided.where(col(OUTCOME).isin(ACCEPTED, UNCHANGED))
                .join(newest, DATASET_ID)
                .where(col(PUBLISHED_AT).equalTo(col(RELEASE_AT)))
                .select(SERIES_KEY, PERIOD_INDEX)
                .distinct()
                .withColumn(IS_THERE, lit(true));
        Dataset<Row> ranges = present.groupBy(SERIES_KEY)
                .agg(min(PERIOD_INDEX).as("first"), max(PERIOD_INDEX).as("last"));
        Dataset<Row> earlier = known.join(
                        broadcast(knownSeries.select(SERIES_KEY, DATASET_ID).join(newest, DATASET_ID)), SERIES_KEY)
                .where(col(PUBLISHED_AT).lt(col(RELEASE_AT)));
        Column isGone = col(IS_THERE).isNull();
        return Vintages.newest(Vintages.read(earlier, run))
                .join(ranges, SERIES_KEY)
                .where(col(PERIOD_INDEX).between(col("first"), col("last")))
                .join(present, new String[] {SERIES_KEY, PERIOD_INDEX}, "left")
                .groupBy(SERIES_KEY, DATASET_ID, RELEASE_AT)
                .agg(
                        count(when(isGone, 1)).as("gone"),
                        min_by(col(TIME_PERIOD), when(isGone, col(PERIOD_INDEX)))
                                .as("from"),
                        max_by(col(TIME_PERIOD), when(isGone, col(PERIOD_INDEX)))
                                .as("to"))
                .join(knownSeries.select(SERIES_KEY, SERIES_ID), SERIES_KEY)
                .select(
                        col(DATASET_ID),
                        col(SERIES_ID),
                        col(RELEASE_AT).cast(DataTypes.StringType),
                        col("gone"),
                        col("from"),
                        col("to"));
    }

    private static Tally tally(Iterator<Row> rows, Tally tally) {
        while (rows.hasNext()) {
            Row row = rows.next();
            DatasetTally dataset = tally.of(row.getString(0));
            long gone = row.getLong(3);
            dataset.checked(Rule.VANISHED, 1);
            if (gone > 0) {
                dataset.broken(
                        Rule.VANISHED, (double) gone, "", () -> "%s: %d from %s to %s are not in the release of %s"
                                .formatted(
                                        row.getString(1), gone, row.getString(4), row.getString(5), row.getString(2)));
            }
        }
        return tally;
    }
}
