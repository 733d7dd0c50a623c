package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.ObservationTable.OBS_STATUS;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.RUN_ID;
import static silkline.table.SeriesTable.COUNTERPART_AREA;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.DIMENSIONS;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;
import static silkline.table.SeriesTable.UNIT_MEASURE;

import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import silkline.table.GrowthDetailTable;

/**
 * Growth in detail. What a reporter trades with all partners is one group, so that every partner finds the total that it
 * contributes to; within it each series is one array.
 */
public final class DetailStage {
    private static final String FAMILY = "family";
    private static final String ROLE = "role";
    private static final String IS_BREAK = "is_break";
    private static final String IS_RATE = "is_rate";

    /** What {@link DetailRows} makes; the text of the id comes last, since it would only make the shuffle larger. */
    private static final StructType SCHEMA = new StructType(GrowthDetailTable.SPEC.fields().stream()
            .filter(field -> !Set.of(SERIES_ID, SOURCE_IDS, RUN_ID).contains(field.name()))
            .toArray(StructField[]::new));

    private DetailStage() {}

    /** {@code gold.growth_detail}; {@code observations} has one row per series and period, {@code aggregates} are no partners. */
    public static Dataset<Row> details(
            Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates, RunContext run) {
        Column[] others = DIMENSIONS.stream()
                .filter(name -> !name.equals(COUNTERPART_AREA))
                .map(name -> col(name))
                .toArray(Column[]::new);
        Column partner = col(COUNTERPART_AREA);
        Column isPart = not(partner.isInCollection(aggregates))
                .or(partner.equalTo("_X"))
                .and(partner.notEqual("_Z"));
        Dataset<Row> families = series.select(
                col(SERIES_KEY),
                col(FREQ),
                xxhash64(others).as(FAMILY),
                when(partner.equalTo(Panels.WORLD), DetailRows.TOTAL)
                        .when(isPart, DetailRows.PART)
                        .otherwise(DetailRows.OTHER)
                        .as(ROLE),
                col(UNIT_MEASURE).isInCollection(GrowthStage.RATES).as(IS_RATE));
        Dataset<Row> details = observations
                .select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(OBS_VALUE),
                        col(OBS_STATUS).equalTo("B").as(IS_BREAK))
                .join(broadcast(families), SERIES_KEY)
                .select(FAMILY, SERIES_KEY, PERIOD_INDEX, OBS_VALUE, IS_BREAK, FREQ, ROLE, IS_RATE)
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(SERIES_KEY), col(PERIOD_INDEX)},
                        (FlatMapGroupsFunction<Long, Row, Row>) (family, rows) -> new DetailRows(rows).iterator(),
                        Encoders.row(SCHEMA));
        return details.join(broadcast(series.select(SERIES_KEY, SERIES_ID, DATASET_ID)), SERIES_KEY)
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(GrowthDetailTable.SPEC.select());
    }
}
