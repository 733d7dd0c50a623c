package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static silkline.table.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.ConcentrationTable.HHI;
import static silkline.table.ConcentrationTable.HHI_NORMALISED;
import static silkline.table.ConcentrationTable.PARTNERS;
import static silkline.table.ConcentrationTable.TOP_PARTNER;
import static silkline.table.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.GrowthTable.REASON;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_END;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PERIOD_START;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.RUN_ID;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.SeriesTable.BASIS;
import static silkline.table.SeriesTable.COUNTERPART_AREA;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FLOW;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.INDICATOR;
import static silkline.table.SeriesTable.PRODUCT;
import static silkline.table.SeriesTable.REF_AREA;
import static silkline.table.SeriesTable.SERIES_KEY;
import static silkline.table.SeriesTable.UNIT_MEASURE;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.Frequency;
import silkline.table.ConcentrationTable;
import silkline.table.ShareTable;

/** Trade by partner and group: values, turnover, shares, ranks, concentration. */
public final class ShareStage {
    private static final String WORLD = "WLD";
    /** Partners that a source lumps together: part of a total, but no partner. */
    private static final String REST = "_X";

    private static final String EXPORTS = "X";
    private static final String IMPORTS = "M";
    private static final String TURNOVER = "T";
    private static final String STATEMENT = "statement";

    /**
     * Partners may stand in for a missing total only in periods that have at least this part of the partners of the
     * fullest period: an excerpt of the largest partners is no total.
     */
    private static final double FULL_ENOUGH = 0.5;

    /** What values that may be added or divided have in common. */
    private static final List<String> SAME =
            List.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, PRODUCT, BASIS, UNIT_MEASURE);

    private static final String PARTS_SUM = "parts_sum";
    private static final String IS_FULL = "is_full";

    private ShareStage() {}

    /** Trade with every partner, by flow; turnover is X + M, or as stated. {@code observations} is the newest vintage. */
    public static Dataset<Row> partners(Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates) {
        Dataset<Row> dimensions = series.where(col(FLOW)
                        .isin(EXPORTS, IMPORTS, TURNOVER)
                        .and(col(COUNTERPART_AREA).notEqual("_Z"))
                        .and(not(col(REF_AREA).isInCollection(aggregates))))
                .select(columns(SAME, SERIES_KEY, FLOW, COUNTERPART_AREA));
        Dataset<Row> flows = observations
                .where(col(OBS_VALUE).isNotNull())
                .select(SERIES_KEY, TIME_PERIOD, PERIOD_INDEX, PERIOD_START, PERIOD_END, OBS_VALUE, PUBLISHED_AT)
                .join(broadcast(dimensions), SERIES_KEY);
        Dataset<Row> sides = flows.groupBy(columns(SAME, COUNTERPART_AREA, PERIOD_INDEX))
                .agg(
                        first(TIME_PERIOD).as(TIME_PERIOD),
                        first(PERIOD_START).as(PERIOD_START),
                        first(PERIOD_END).as(PERIOD_END),
                        max(PUBLISHED_AT).as(PUBLISHED_AT),
                        max(when(col(FLOW).equalTo(EXPORTS), col(OBS_VALUE))).as(EXPORTS),
                        max(when(col(FLOW).equalTo(IMPORTS), col(OBS_VALUE))).as(IMPORTS),
                        max(when(col(FLOW).equalTo(TURNOVER), col(OBS_VALUE))).as(TURNOVER));
        Column stated = col(TURNOVER).isNotNull();
        Column figures = when(stated, 2)
                .otherwise(col(EXPORTS)
                        .isNotNull()
                        .cast("int")
                        .plus(col(IMPORTS).isNotNull().cast("int")));
        Column added = col(EXPORTS).plus(col(IMPORTS));
        Dataset<Row> turnover = flow(sides, TURNOVER, coalesce(col(TURNOVER), added), figures, 2);
        return flow(sides, EXPORTS, col(EXPORTS), lit(1), 1)
                .where(col(VALUE).isNotNull())
                .unionByName(flow(sides, IMPORTS, col(IMPORTS), lit(1), 1)
                        .where(col(VALUE).isNotNull()))
                .unionByName(turnover);
    }

    private static Dataset<Row> flow(Dataset<Row> sides, String flow, Column value, Column parts, int expected) {
        return sides.withColumn(VALUE, value)
                .withColumn(FLOW, lit(flow))
                .withColumn(MEMBER, col(COUNTERPART_AREA))
                .withColumn(PARTS, parts.cast("long"))
                .withColumn(PARTS_EXPECTED, lit((long) expected))
                // For groups, a turnover of one known side is that side.
                .withColumn("known", flow.equals(TURNOVER) ? knownSides() : value)
                .drop(COUNTERPART_AREA, EXPORTS, IMPORTS, TURNOVER);
    }

    private static Column knownSides() {
        return coalesce(col(TURNOVER), col(EXPORTS).plus(col(IMPORTS)), coalesce(col(EXPORTS), col(IMPORTS)));
    }

    /** {@code gold.share} from {@link #partners}; {@code memberships} has group, member, from, to. */
    public static Dataset<Row> shares(
            Dataset<Row> partners, Dataset<Row> memberships, Set<String> aggregates, RunContext run) {
        Dataset<Row> byPartner = partners.where(
                        isPartner(aggregates).or(col(MEMBER).isin(WORLD, REST)))
                .withColumn(BY, lit(BY_PARTNER));
        Dataset<Row> members = byPartner.unionByName(groups(partners, memberships, aggregates));
        Dataset<Row> totals = totals(partners, aggregates);
        List<String> sameTotal = with(SAME, FLOW, PERIOD_INDEX);
        Dataset<Row> shares = members.join(totals, seq(sameTotal), "left")
                .withColumn(
                        SHARE_RATIO,
                        when(col(TOTAL).gt(0).and(col(VALUE).geq(0)), col(VALUE).divide(col(TOTAL))));
        WindowSpec sameSeason = Window.partitionBy(
                        columns(with(SAME, FLOW, BY, MEMBER), pmod(col(PERIOD_INDEX), perYear())))
                .orderBy(PERIOD_INDEX);
        Column isPartnerRow = col(BY).equalTo(BY_PARTNER)
                .and(isPartner(aggregates))
                .and(col(VALUE).isNotNull());
        WindowSpec bySize = Window.partitionBy(columns(with(SAME, FLOW, BY, PERIOD_INDEX), isPartnerRow))
                .orderBy(col(VALUE).desc());
        return shares.withColumn("last_index", lag(PERIOD_INDEX, 1).over(sameSeason))
                .withColumn("last_share", lag(SHARE_RATIO, 1).over(sameSeason))
                .withColumn(
                        SHARE_CHANGE_PP,
                        when(
                                col(PERIOD_INDEX).minus(col("last_index")).equalTo(perYear()),
                                col(SHARE_RATIO).minus(col("last_share")).multiply(100)))
                .withColumn(RANK, when(isPartnerRow, rank().over(bySize)))
                .withColumn(REASON, shareReason())
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ShareTable.SPEC.select());
    }

    private static Column shareReason() {
        return when(col(BY).equalTo(BY_PARTNER).and(col(PARTS).lt(col(PARTS_EXPECTED))), "SIDE_MISSING")
                .when(col(PARTS).lt(col(PARTS_EXPECTED)), "MEMBERS_MISSING")
                .when(col(TOTAL).isNull(), "TOTAL_MISSING")
                .when(col(TOTAL).leq(0), "TOTAL_ZERO");
    }

    /**
     * Sums over the members that a group had in the whole period, the reporter itself left out. Statements name single
     * partners, so they make no group.
     */
    private static Dataset<Row> groups(Dataset<Row> partners, Dataset<Row> memberships, Set<String> aggregates) {
        Dataset<Row> membership =
                memberships.select(col("group"), col("member").as("group_member"), col("from"), col("to"));
        Column belongs = col(MEMBER)
                .equalTo(col("group_member"))
                .and(col("from").leq(col(PERIOD_START)))
                .and(col("to").geq(col(PERIOD_END)));
        Dataset<Row> values = partners.where(
                        isPartner(aggregates).and(col(BASIS).notEqual(STATEMENT)))
                .join(broadcast(membership), belongs)
                .groupBy(columns(with(SAME, FLOW, PERIOD_INDEX), col("group")))
                .agg(
                        first(TIME_PERIOD).as(TIME_PERIOD),
                        first(PERIOD_START).as(PERIOD_START),
                        first(PERIOD_END).as(PERIOD_END),
                        max(PUBLISHED_AT).as(PUBLISHED_AT),
                        sum("known").as(VALUE),
                        sum(PARTS).as(PARTS),
                        max(PARTS_EXPECTED).as("per_member"));
        // As many members as the group had then, without the reporter.
        Dataset<Row> size = memberships.select(
                col("group").as("of_group"),
                col("member").as("of_member"),
                col("from").as("of_from"),
                col("to").as("of_to"));
        Column wasMember = col("of_group")
                .equalTo(col("group"))
                .and(col("of_from").leq(col(PERIOD_START)))
                .and(col("of_to").geq(col(PERIOD_END)))
                .and(col("of_member").notEqual(col(REF_AREA)));
        Dataset<Row> periods = values.select(columns(List.of("group", REF_AREA, PERIOD_START, PERIOD_END)))
                .distinct()
                .join(broadcast(size), wasMember)
                .groupBy("group", REF_AREA, PERIOD_START, PERIOD_END)
                .agg(count(lit(1)).as("members"));
        return values.join(broadcast(periods), seq(List.of("group", REF_AREA, PERIOD_START, PERIOD_END)))
                .withColumn(PARTS_EXPECTED, col("members").multiply(col("per_member")))
                .withColumn(MEMBER, col("group"))
                .withColumn(BY, lit(BY_GROUP))
                .withColumn("known", col(VALUE))
                .drop("group", "members", "per_member");
    }

    /** One row per reporter, flow and period: the published total, else the sum of enough parts. */
    private static Dataset<Row> totals(Dataset<Row> partners, Set<String> aggregates) {
        Column isPart = isPartner(aggregates).or(col(MEMBER).equalTo(REST));
        Dataset<Row> sums = partners.groupBy(columns(with(SAME, FLOW, PERIOD_INDEX)))
                .agg(
                        max(when(col(MEMBER).equalTo(WORLD), col(VALUE))).as("published"),
                        sum(when(isPart, col("known"))).as(PARTS_SUM),
                        count(when(isPart, 1)).as("parts_count"));
        WindowSpec allPeriods = Window.partitionBy(columns(with(SAME, FLOW)));
        return sums.withColumn(IS_FULL, isFull(allPeriods))
                .withColumn(TOTAL, coalesce(col("published"), when(col(IS_FULL), col(PARTS_SUM))))
                .withColumn(
                        DENOMINATOR,
                        when(col("published").isNotNull(), PUBLISHED_TOTAL).when(col(IS_FULL), SUM_OF_PARTS))
                .select(columns(with(SAME, FLOW, PERIOD_INDEX, TOTAL, DENOMINATOR)));
    }

    /** Statements name single partners, never all. */
    private static Column isFull(WindowSpec allPeriods) {
        return col("parts_count")
                .geq(max("parts_count").over(allPeriods).multiply(FULL_ENOUGH))
                .and(col(BASIS).notEqual(STATEMENT));
    }

    /** {@code gold.concentration} from {@link #partners}. */
    public static Dataset<Row> concentration(Dataset<Row> partners, Set<String> aggregates, RunContext run) {
        Dataset<Row> positive =
                partners.where(isPartner(aggregates).and(col("known").gt(0)));
        WindowSpec allPeriods = Window.partitionBy(columns(with(SAME, FLOW)));
        return positive.groupBy(columns(with(SAME, FLOW, PERIOD_INDEX)))
                .agg(
                        first(TIME_PERIOD).as(TIME_PERIOD),
                        count(lit(1)).as(PARTNERS),
                        count(lit(1)).as("parts_count"),
                        sum("known").as(PARTS_SUM),
                        sum(pow(col("known"), lit(2))).as("squares"),
                        max("known").as("top"),
                        // Of equally large ones always the same.
                        max_by(col(MEMBER), struct(col("known"), col(MEMBER))).as(TOP_PARTNER))
                .withColumn(IS_FULL, isFull(allPeriods))
                .withColumn(HHI, when(col(IS_FULL), col("squares").divide(pow(col(PARTS_SUM), lit(2)))))
                .withColumn(
                        HHI_NORMALISED,
                        when(
                                col(PARTNERS).gt(1),
                                col(HHI).minus(lit(1.0).divide(col(PARTNERS)))
                                        .divide(lit(1).minus(lit(1.0).divide(col(PARTNERS))))))
                .withColumn(EFFECTIVE_NUMBER, lit(1).divide(col(HHI)))
                .withColumn(TOP_SHARE_RATIO, when(col(IS_FULL), col("top").divide(col(PARTS_SUM))))
                .withColumn(REASON, when(not(col(IS_FULL)), "PARTS_MISSING"))
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ConcentrationTable.SPEC.select());
    }

    private static Column isPartner(Set<String> aggregates) {
        return not(col(MEMBER).isInCollection(aggregates));
    }

    private static Column perYear() {
        Column perYear = lit(null).cast("int");
        for (Frequency frequency : Frequency.values()) {
            perYear = when(col(FREQ).equalTo(frequency.code()), frequency.perYear())
                    .otherwise(perYear);
        }
        return perYear;
    }

    private static List<String> with(List<String> columns, String... more) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return all;
    }

    private static Column[] columns(List<String> names, String... more) {
        return with(names, more).stream().map(name -> col(name)).toArray(Column[]::new);
    }

    private static Column[] columns(List<String> names, Column last) {
        List<Column> columns = new ArrayList<>(List.of(columns(names)));
        columns.add(last);
        return columns.toArray(Column[]::new);
    }

    private static String[] seq(List<String> names) {
        return names.toArray(String[]::new);
    }
}
