package silkline.stage.report;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import silkline.stage.GrowthColumns;
import silkline.stage.Vintages;

/**
 * What each release changed, against what had been published before it. The order is that of the last possible days of
 * publication, so that of a date "on or before" it is not certain.
 */
final class ChangeStage {
    static final String ADDED = "added";
    static final String REVISED = "revised";
    static final String REMOVED = "removed";
    static final String MEDIAN_RATIO = "median_ratio";
    static final String LARGEST_RATIO = "largest_ratio";
    static final String OLD_VALUE = "old_value";
    static final String OLD_AT = "old_published_at";
    static final String OLD_PRECISION = "old_published_precision";
    static final String RATIO = "revision_ratio";
    static final String RANK = "rank";
    static final String IS_SHOWN = "is_shown";

    /** Of one release. */
    static final int MOST_SHOWN = 8;

    /** Values nearer than this, as a ratio, differ by the digits that a source prints. */
    private static final double ROUNDING = 1e-6;

    private static final String ADDED_AGAIN = "added_again";

    private ChangeStage() {}

    /**
     * One row per change of an observation that has several vintages: value, what was there before, and what the series
     * is. {@code vintages} are those of {@link Vintages#read}; those that give the same value again, but for a millionth, are left out.
     */
    static Dataset<Row> changes(Dataset<Row> vintages, Dataset<Row> series) {
        WindowSpec byPublication =
                Window.partitionBy(SERIES_KEY, PERIOD_INDEX).orderBy(col(PUBLISHED_AT), Vintages.certainty());
        Column old = struct(col(OBS_VALUE), col(PUBLISHED_AT), col(PUBLISHED_PRECISION));
        return vintages.where(not(isOnly()))
                .select(
                        SERIES_KEY,
                        PERIOD_INDEX,
                        TIME_PERIOD,
                        OBS_VALUE,
                        PUBLISHED_AT,
                        PUBLISHED_PRECISION,
                        INGESTED_AT)
                .withColumn("old", lag(old, 1).over(byPublication))
                .where(not(isSame(col("old").getField(OBS_VALUE), col(OBS_VALUE))))
                .select(
                        col(SERIES_KEY),
                        col(TIME_PERIOD),
                        col(OBS_VALUE),
                        col(PUBLISHED_AT),
                        col(PUBLISHED_PRECISION),
                        col(INGESTED_AT),
                        col("old").getField(OBS_VALUE).as(OLD_VALUE),
                        col("old").getField(PUBLISHED_AT).as(OLD_AT),
                        col("old").getField(PUBLISHED_PRECISION).as(OLD_PRECISION))
                .withColumn(RATIO, GrowthColumns.relativeChange(col(OLD_VALUE), col(OBS_VALUE)))
                .join(broadcast(series.select(columns())), SERIES_KEY);
    }

    /**
     * One row per observation that came in after {@code moment}, of the series that {@code wanted} selects: as {@link
     * #changes}, without an old value where it is the first of its period.
     */
    static Dataset<Row> arrivals(Dataset<Row> vintages, Dataset<Row> series, Column wanted, Instant moment) {
        Dataset<Row> some = series.where(wanted).select(columns());
        Dataset<Row> own = vintages.join(broadcast(some.select(SERIES_KEY)), new String[] {SERIES_KEY}, "left_semi");
        Column isLater = col(INGESTED_AT).gt(lit(moment));
        Dataset<Row> first = own.where(isOnly().and(isLater).and(col(OBS_VALUE).isNotNull()))
                .select(
                        col(SERIES_KEY),
                        col(TIME_PERIOD),
                        col(OBS_VALUE),
                        col(PUBLISHED_AT),
                        col(PUBLISHED_PRECISION),
                        lit(null).cast("double").as(OLD_VALUE))
                .join(broadcast(some), SERIES_KEY);
        Dataset<Row> revised =
                changes(own, some).where(isLater.and(col(OLD_VALUE).isNotNull()));
        return revised.select(Stream.of(first.columns()).map(functions::col).toArray(Column[]::new))
                .unionByName(first);
    }

    /** One row per dataset and release that revises or removes anything: how much. */
    static Dataset<Row> releases(Dataset<Row> vintages, Dataset<Row> changes, Dataset<Row> series) {
        Column isThere = col(OBS_VALUE).isNotNull();
        Column wasThere = col(OLD_VALUE).isNotNull();
        Dataset<Row> changed = changes.groupBy(DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION)
                .agg(
                        count(when(isThere.and(not(wasThere)), 1)).as(ADDED_AGAIN),
                        count(when(isThere.and(wasThere), 1)).as(REVISED),
                        count(when(wasThere.and(not(isThere)), 1)).as(REMOVED),
                        median(abs(col(RATIO))).as(MEDIAN_RATIO),
                        max(abs(col(RATIO))).as(LARGEST_RATIO))
                .where(col(REVISED).plus(col(REMOVED)).gt(0));
        Dataset<Row> added = vintages.where(isOnly().and(isThere))
                .groupBy(SERIES_KEY, PUBLISHED_AT, PUBLISHED_PRECISION)
                .agg(count(lit(1)).as(ADDED))
                .join(broadcast(series.select(SERIES_KEY, DATASET_ID)), SERIES_KEY)
                .groupBy(DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION)
                .agg(sum(ADDED).as(ADDED));
        return broadcast(changed)
                .join(added, new String[] {DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION}, "left")
                .withColumn(ADDED, coalesce(col(ADDED), lit(0L)).plus(col(ADDED_AGAIN)))
                .drop(ADDED_AGAIN);
    }

    /**
     * The revised values to show of each release, or of each part of it: those of {@code shown} series first, then the
     * largest changes.
     */
    static Dataset<Row> largest(Dataset<Row> changes, Dataset<Row> shown, String... parts) {
        Column[] within = Stream.concat(Stream.of(DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION), Stream.of(parts))
                .map(name -> col(name))
                .toArray(Column[]::new);
        WindowSpec byWeight = Window.partitionBy(within)
                .orderBy(
                        col(IS_SHOWN).desc_nulls_last(),
                        abs(col(RATIO)).desc_nulls_last(),
                        col(SERIES_ID),
                        col(TIME_PERIOD));
        return changes.where(col(OLD_VALUE).isNotNull())
                .join(
                        broadcast(shown.select(col(SERIES_KEY), lit(true).as(IS_SHOWN))),
                        new String[] {SERIES_KEY},
                        "left")
                .withColumn(RANK, row_number().over(byWeight))
                .where(col(RANK).leq(MOST_SHOWN));
    }

    /** Whether both are missing, or equal but for the last digits. */
    private static Column isSame(Column old, Column now) {
        Column isClose = abs(now.minus(old)).leq(abs(old).multiply(ROUNDING));
        return old.eqNullSafe(now).or(coalesce(isClose, lit(false)));
    }

    private static Column isOnly() {
        return col(Vintages.IS_BELIEVED).and(not(col(Vintages.IS_LATER)));
    }

    private static Column[] columns() {
        return Stream.of(
                        SERIES_KEY,
                        SERIES_ID,
                        DATASET_ID,
                        INDICATOR,
                        REF_AREA,
                        FLOW,
                        COUNTERPART_AREA,
                        PRODUCT,
                        PRICES,
                        UNIT_MEASURE)
                .map(name -> col(name))
                .toArray(Column[]::new);
    }
}
