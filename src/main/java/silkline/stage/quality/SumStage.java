package silkline.stage.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.series.FlowCode.TURNOVER;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.UNIT_MULT;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.ADJUSTMENT;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import silkline.quality.Expectations;
import silkline.quality.Tally;
import silkline.quality.Units;
import silkline.series.Frequency;
import silkline.series.SeriesId;
import silkline.stage.PeriodColumns;
import silkline.stage.ingest.DecisionStage;

/**
 * Published totals against their parts, within one dataset and one vintage, as read in this run. Which sums there can
 * be is known from a {@link #profile} first, so that what a dataset does not have costs nothing.
 */
public final class SumStage {
    private static final String FORECAST = "F";
    private static final String LEVEL = "level";
    private static final String SUM = "sum";
    private static final String PLACE = "place";
    private static final String PLACES = "places";
    private static final String GROUP = "total_group";
    private static final String IS_TOTAL = "is_total";
    private static final String RATIO = "ratio";
    private static final String STEP = "step";
    private static final String IS_REST = "is_rest";
    private static final String TOTAL_KEY = "total_key";

    /** What adds up over time without being a flow between areas. */
    private static final Set<String> ADDED_OVER_TIME = Set.of("gdp", "agricultural_output", "it_revenue");

    private final List<Sum> sums;

    private SumStage(List<Sum> sums) {
        this.sums = sums;
    }

    /** What decides which sums each dataset can have; {@code series} are those of its rows, with their dimensions. */
    public static Dataset<Row> profile(Dataset<Row> series) {
        return series.where(isOfAmounts())
                .select(
                        col(DATASET_ID),
                        col(FREQ),
                        Sum.level().as(LEVEL),
                        col(COUNTERPART_AREA).equalTo(WORLD).as(WORLD),
                        col(FLOW).equalTo(TURNOVER).as(TURNOVER))
                .distinct();
    }

    /** The sums that datasets of this {@link #profile} can have; {@code aggregates} are the areas that are no partners. */
    public static SumStage of(List<Row> profile, Set<String> aggregates) {
        Map<String, Set<String>> freqs = new TreeMap<>();
        Map<String, Set<String>> levels = new TreeMap<>();
        Map<String, Set<Boolean>> worlds = new TreeMap<>();
        Map<String, Set<Boolean>> turnovers = new TreeMap<>();
        for (Row row : profile) {
            String dataset = row.getAs(DATASET_ID);
            freqs.computeIfAbsent(dataset, d -> new TreeSet<>()).add(row.getAs(FREQ));
            levels.computeIfAbsent(dataset, d -> new TreeSet<>()).add(row.getAs(LEVEL));
            worlds.computeIfAbsent(dataset, d -> new TreeSet<>()).add(row.getAs(WORLD));
            turnovers.computeIfAbsent(dataset, d -> new TreeSet<>()).add(row.getAs(TURNOVER));
        }
        List<Sum> sums = new ArrayList<>();
        if (worlds.values().stream().anyMatch(set -> set.size() > 1)) {
            sums.add(Sum.ofPartners(aggregates));
        }
        if (turnovers.values().stream().anyMatch(set -> set.size() > 1)) {
            sums.add(Sum.ofFlows());
        }
        Set<String> partLevels = new TreeSet<>();
        levels.values().stream().filter(set -> set.contains(Sum.TOTAL)).forEach(partLevels::addAll);
        partLevels.removeIf(level -> level.indexOf(':') < 0);
        partLevels.forEach(level -> sums.add(Sum.ofProducts(level)));
        for (Frequency whole : Frequency.values()) {
            for (Frequency part : Frequency.values()) {
                boolean isThere = freqs.values().stream()
                        .anyMatch(set -> set.contains(whole.code()) && set.contains(part.code()));
                if (isThere && part.isConsecutive() && whole.isConsecutive() && whole.months() > part.months()) {
                    sums.add(Sum.ofPeriods(part, whole));
                }
            }
        }
        return new SumStage(sums);
    }

    /** Series of amounts, at current prices, as published: their values may be added. */
    private static Column isOfAmounts() {
        return col(FLOW)
                .notEqual(SeriesId.NOT_APPLICABLE)
                .or(col(INDICATOR).isInCollection(ADDED_OVER_TIME))
                .and(col(ADJUSTMENT).equalTo("N"))
                .and(col(PRICES).notEqual("L"))
                .and(not(col(UNIT_MEASURE).isInCollection(Units.relative())));
    }

    /** Rows with a value, each counted once. */
    private static Column isCounted() {
        return col(RULE)
                .isNull()
                .and(col(OUTCOME).notEqual(DecisionStage.QUARANTINED))
                .and(not(col(DecisionStage.IS_REPEATED)))
                .and(col(OBS_VALUE).isNotNull())
                .and(col(OBS_STATUS).notEqual(FORECAST));
    }

    /**
     * What the totals say about their rules; one tally per part of the data. {@code series} are those of the rows, with
     * their dimensions. Where two series are the same total, neither is checked.
     */
    Dataset<Tally> tallies(Dataset<Row> decided, Dataset<Row> series, Map<String, Expectations> expected) {
        if (sums.isEmpty()) {
            return decided.sparkSession().createDataset(List.of(), Encoders.javaSerialization(Tally.class));
        }
        SumTally tallied = SumTally.of(sums);
        Column isTotal = col(IS_TOTAL);
        Column isPart = not(isTotal);
        // Which sums a series has a place in is found once for each series, not for each of its values.
        Dataset<Row> totals = decided.where(isCounted())
                .join(broadcast(places(series)), SERIES_KEY)
                .select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        unix_date(col(PUBLISHED_AT)).as(PUBLISHED_AT),
                        col(OBS_VALUE),
                        step().as(STEP),
                        col(IS_REST),
                        explode(col(PLACES)).as(PLACE))
                .select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(OBS_VALUE),
                        col(STEP),
                        col(IS_REST),
                        col(PLACE + "." + SUM),
                        col(PLACE + "." + IS_TOTAL),
                        xxhash64(
                                        col(PLACE + "." + GROUP),
                                        floor(col(PERIOD_INDEX).divide(col(PLACE + "." + RATIO))),
                                        col(PUBLISHED_AT))
                                .as(GROUP))
                .groupBy(GROUP)
                .agg(
                        max(SUM).as(SUM),
                        count(when(isTotal, 1)).as("totals"),
                        max(when(isTotal, col(SERIES_KEY))).as(TOTAL_KEY),
                        max(when(isTotal, col(PERIOD_INDEX))).as(PERIOD_INDEX),
                        max(when(isTotal, col(OBS_VALUE))).as(OBS_VALUE),
                        sum(STEP).as(STEP),
                        sum(when(isPart, col(OBS_VALUE))).as("value"),
                        count(when(isPart, 1)).as("parts"),
                        count(when(isPart.and(col(IS_REST)), 1)).as("rests"),
                        min(when(isPart, col(OBS_VALUE))).as("least"))
                .where(col("totals").equalTo(1).and(col("parts").gt(0)));
        return totals.join(broadcast(series), totals.col(TOTAL_KEY).equalTo(series.col(SERIES_KEY)))
                .select(
                        col(DATASET_ID),
                        col(SUM),
                        col(SERIES_ID),
                        PeriodColumns.text(col(FREQ), col(PERIOD_INDEX)),
                        col(OBS_VALUE),
                        col(STEP),
                        col("value"),
                        col("parts"),
                        col("rests"),
                        col("least"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Tally>) rows -> List.of(tallied.tally(rows, new Tally(expected)))
                                .iterator(),
                        Encoders.javaSerialization(Tally.class));
    }

    /** The places that each series has in sums; only series that have one. */
    private Dataset<Row> places(Dataset<Row> series) {
        Column[] all = new Column[sums.size()];
        for (int i = 0; i < all.length; i++) {
            Sum sum = sums.get(i);
            Column place = struct(
                    lit(i).as(SUM),
                    sum.group().as(GROUP),
                    sum.ratio().as(RATIO),
                    sum.isTotal().as(IS_TOTAL));
            all[i] = when(sum.isTotal().or(sum.isPart()), place);
        }
        return series.where(isOfAmounts())
                .select(
                        col(SERIES_KEY),
                        col(COUNTERPART_AREA).equalTo(Sum.REST).as(IS_REST),
                        array_compact(array(all)).as(PLACES))
                .where(size(col(PLACES)).gt(0));
    }
    /** The last place in which a value is printed: one, a tenth ... a thousandth of its multiplier; 0 beyond. */
    private static Column step() {
        Column unit = pow(lit(10.0), col(UNIT_MULT));
        Column printed = col(OBS_VALUE).divide(unit);
        Column step = lit(0.0);
        for (int decimals = 3; decimals >= 0; decimals--) {
            Column shifted = printed.multiply(Math.pow(10, decimals));
            Column isWhole = abs(shifted.minus(rint(shifted))).lt(1e-6);
            step = when(isWhole, lit(Math.pow(10, -decimals))).otherwise(step);
        }
        return step.multiply(unit);
    }
}
