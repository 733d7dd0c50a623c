package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.PartnerFlows.IS_STATEMENT;
import static silkline.stage.PartnerFlows.KNOWN;
import static silkline.stage.PartnerFlows.PER_YEAR;
import static silkline.stage.PartnerFlows.REPORTER_KEY;
import static silkline.table.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.ConcentrationTable.ENTROPY;
import static silkline.table.ConcentrationTable.HHI;
import static silkline.table.ConcentrationTable.HHI_HIGH;
import static silkline.table.ConcentrationTable.HHI_LOW;
import static silkline.table.ConcentrationTable.HHI_NORMALISED;
import static silkline.table.ConcentrationTable.HHI_UNCTAD;
import static silkline.table.ConcentrationTable.PARTNERS;
import static silkline.table.ConcentrationTable.THEIL;
import static silkline.table.ConcentrationTable.TOP_PARTNER;
import static silkline.table.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.GrowthTable.REASON;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.ObservationTable.PERIOD_END;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PERIOD_START;
import static silkline.table.ObservationTable.RUN_ID;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FLOW;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.ShareTable.BY;
import static silkline.table.ShareTable.BY_GROUP;
import static silkline.table.ShareTable.BY_PARTNER;
import static silkline.table.ShareTable.DENOMINATOR;
import static silkline.table.ShareTable.MEMBER;
import static silkline.table.ShareTable.PARTS;
import static silkline.table.ShareTable.PARTS_EXPECTED;
import static silkline.table.ShareTable.PUBLISHED_TOTAL;
import static silkline.table.ShareTable.RANK;
import static silkline.table.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.ShareTable.SHARE_RATIO;
import static silkline.table.ShareTable.SUM_OF_PARTS;
import static silkline.table.ShareTable.TOTAL;
import static silkline.table.ShareTable.VALUE;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.table.ConcentrationTable;
import silkline.table.ShareTable;

/** Trade by partner and group: values, turnover, shares, ranks, concentration. */
public final class ShareStage {
    private static final String WORLD = "WLD";
    /** Partners that a source lumps together: part of a total, but no partner. */
    private static final String REST = "_X";

    /**
     * Partners may stand in for a missing total only in periods that have at least this part of the partners of the
     * fullest period: an excerpt of the largest partners is no total.
     */
    private static final double FULL_ENOUGH = 0.5;

    private static final String PARTS_SUM = "parts_sum";
    private static final String PARTS_COUNT = "parts_count";
    private static final String IS_FULL = "is_full";

    private ShareStage() {}

    /** What {@link #shares} and {@link #concentration} start from; {@code observations} is the newest vintage. */
    public static Dataset<Row> partners(Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates) {
        return PartnerFlows.of(observations, series, aggregates);
    }

    /** {@code gold.share}; {@code memberships} has group, member, from, to. */
    public static Dataset<Row> shares(
            Dataset<Row> partners,
            Dataset<Row> series,
            Dataset<Row> memberships,
            Set<String> aggregates,
            RunContext run) {
        Dataset<Row> reporters = PartnerFlows.reporters(series, aggregates);
        Dataset<Row> single = partners.where(isPartner(aggregates));
        Dataset<Row> members = partners.where(
                        isPartner(aggregates).or(col(MEMBER).isin(WORLD, REST)))
                .withColumn(BY, lit(BY_PARTNER))
                .unionByName(GroupFlows.of(single, reporters, memberships).withColumn(BY, lit(BY_GROUP)));
        Column isRanked = col(BY).equalTo(BY_PARTNER)
                .and(isPartner(aggregates))
                .and(col(VALUE).isNotNull());
        WindowSpec bySize = Window.partitionBy(col(REPORTER_KEY), col(FLOW), col(PERIOD_INDEX), isRanked)
                .orderBy(col(VALUE).desc());
        WindowSpec sameSeason = Window.partitionBy(
                        col(REPORTER_KEY), col(FLOW), col(BY), col(MEMBER), pmod(col(PERIOD_INDEX), col(PER_YEAR)))
                .orderBy(PERIOD_INDEX);
        Column isYearBefore = col(PERIOD_INDEX).minus(col("last_index")).equalTo(col(PER_YEAR));
        return members.join(totals(partners, aggregates), new String[] {REPORTER_KEY, FLOW, PERIOD_INDEX}, "left")
                .withColumn(SHARE_RATIO, share(col(VALUE), col(TOTAL)))
                .withColumn(RANK, when(isRanked, rank().over(bySize)))
                .withColumn("last_index", lag(PERIOD_INDEX, 1).over(sameSeason))
                .withColumn("last_share", lag(SHARE_RATIO, 1).over(sameSeason))
                .withColumn(
                        SHARE_CHANGE_PP,
                        when(
                                isYearBefore,
                                col(SHARE_RATIO).minus(col("last_share")).multiply(100)))
                .withColumn(REASON, shareReason())
                .transform(rows -> spelledOut(rows, reporters, run))
                .select(ShareTable.SPEC.select());
    }

    /** Column twin of {@link silkline.share.Share#of}. */
    static Column share(Column part, Column total) {
        return when(total.gt(0).and(part.geq(0)), part.divide(total));
    }

    private static Column shareReason() {
        return when(col(BY).equalTo(BY_PARTNER).and(col(PARTS).lt(col(PARTS_EXPECTED))), "SIDE_MISSING")
                .when(col(PARTS).lt(col(PARTS_EXPECTED)), "MEMBERS_MISSING")
                .when(col(TOTAL).isNull(), "TOTAL_MISSING")
                .when(col(TOTAL).leq(0), "TOTAL_ZERO");
    }

    private static Dataset<Row> spelledOut(Dataset<Row> rows, Dataset<Row> reporters, RunContext run) {
        return rows.join(broadcast(reporters), REPORTER_KEY)
                .withColumn(TIME_PERIOD, PeriodColumns.text(col(FREQ), col(PERIOD_START), col(PERIOD_END)))
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()));
    }

    /** One row per reporter, flow and period: the published total, else the sum of enough parts. */
    private static Dataset<Row> totals(Dataset<Row> partners, Set<String> aggregates) {
        Column isPart = isPartner(aggregates).or(col(MEMBER).equalTo(REST));
        Dataset<Row> sums = partners.groupBy(REPORTER_KEY, FLOW, PERIOD_INDEX)
                .agg(
                        max(IS_STATEMENT).as(IS_STATEMENT),
                        max(when(col(MEMBER).equalTo(WORLD), col(VALUE))).as("published"),
                        Sums.of(when(isPart, col(KNOWN))).as(PARTS_SUM),
                        count(when(isPart, 1)).as(PARTS_COUNT));
        return sums.withColumn(IS_FULL, isFull())
                .withColumn(TOTAL, coalesce(col("published"), when(col(IS_FULL), col(PARTS_SUM))))
                .withColumn(
                        DENOMINATOR,
                        when(col("published").isNotNull(), PUBLISHED_TOTAL).when(col(IS_FULL), SUM_OF_PARTS))
                .select(REPORTER_KEY, FLOW, PERIOD_INDEX, TOTAL, DENOMINATOR);
    }

    /** Statements name single partners, never all. */
    private static Column isFull() {
        WindowSpec allPeriods = Window.partitionBy(REPORTER_KEY, FLOW);
        return col(PARTS_COUNT)
                .geq(max(PARTS_COUNT).over(allPeriods).multiply(FULL_ENOUGH))
                .and(not(col(IS_STATEMENT)));
    }

    /** {@code gold.concentration}. */
    public static Dataset<Row> concentration(
            Dataset<Row> partners, Dataset<Row> series, Set<String> aggregates, RunContext run) {
        Column known = col(KNOWN);
        Column equal = lit(1.0).divide(col(PARTNERS));
        Column isPart = isPartner(aggregates).and(known.gt(0));
        Column published = max(when(col(MEMBER).equalTo(WORLD), col(VALUE)));
        return partners.where(isPart.or(col(MEMBER).equalTo(WORLD)))
                .groupBy(REPORTER_KEY, FLOW, PERIOD_INDEX)
                .agg(
                        max(IS_STATEMENT).as(IS_STATEMENT),
                        max(PERIOD_START).as(PERIOD_START),
                        max(PERIOD_END).as(PERIOD_END),
                        count(when(isPart, 1)).as(PARTNERS),
                        count(when(isPart, 1)).as(PARTS_COUNT),
                        Sums.of(when(isPart, known)).as(PARTS_SUM),
                        Sums.of(when(isPart, known.multiply(known))).as("squares"),
                        Sums.of(when(isPart, known.multiply(log(known)))).as("logs"),
                        max(when(isPart, known)).as("top"),
                        published.as("published"),
                        // Of equally large ones always the same.
                        max_by(col(MEMBER), when(isPart, struct(known, col(MEMBER))))
                                .as(TOP_PARTNER))
                .where(col(PARTNERS).gt(0))
                .withColumn(IS_FULL, isFull())
                .withColumn(
                        HHI,
                        when(col(IS_FULL), col("squares").divide(col(PARTS_SUM).multiply(col(PARTS_SUM)))))
                .withColumn(
                        HHI_NORMALISED,
                        when(col(PARTNERS).gt(1), col(HHI).minus(equal).divide(lit(1).minus(equal))))
                .withColumn(EFFECTIVE_NUMBER, lit(1).divide(col(HHI)))
                .withColumn(
                        HHI_UNCTAD,
                        when(
                                col(PARTNERS).gt(1),
                                sqrt(col(HHI)).minus(sqrt(equal)).divide(lit(1).minus(sqrt(equal)))))
                // -sum(v/V ln(v/V)) = ln V - sum(v ln v) / V
                .withColumn(
                        ENTROPY,
                        when(col(IS_FULL), log(col(PARTS_SUM)).minus(col("logs").divide(col(PARTS_SUM)))))
                .withColumn(THEIL, log(col(PARTNERS)).minus(col(ENTROPY)))
                .withColumn(HHI_LOW, bound(col("squares")))
                .withColumn(HHI_HIGH, bound(col("squares").plus(rest().multiply(rest()))))
                .withColumn(TOP_SHARE_RATIO, when(col(IS_FULL), col("top").divide(col(PARTS_SUM))))
                .withColumn(REASON, when(not(col(IS_FULL)), "PARTS_MISSING"))
                .transform(rows -> spelledOut(rows, PartnerFlows.reporters(series, aggregates), run))
                .select(ConcentrationTable.SPEC.select());
    }

    /** Column twin of {@link silkline.share.Bounds#herfindahl(double[], long)}, for others without number. */
    private static Column bound(Column squares) {
        Column total = col("published");
        return when(total.geq(col(PARTS_SUM)).and(total.gt(0)), squares.divide(total.multiply(total)));
    }

    /** What a published total has beyond the partners that are named. */
    private static Column rest() {
        return col("published").minus(col(PARTS_SUM));
    }

    private static Column isPartner(Set<String> aggregates) {
        return not(col(MEMBER).isInCollection(aggregates));
    }
}
