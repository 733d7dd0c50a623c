package silkline.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static silkline.stage.PartnerFlows.IS_STATEMENT;
import static silkline.stage.PartnerFlows.KNOWN;
import static silkline.stage.PartnerFlows.PER_YEAR;
import static silkline.stage.PartnerFlows.REPORTER_KEY;
import static silkline.table.ObservationTable.PERIOD_END;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PERIOD_START;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.SeriesTable.FLOW;
import static silkline.table.SeriesTable.REF_AREA;
import static silkline.table.ShareTable.MEMBER;
import static silkline.table.ShareTable.PARTS;
import static silkline.table.ShareTable.PARTS_EXPECTED;
import static silkline.table.ShareTable.VALUE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trade with groups: sums over the members that a group had in the whole period, the reporter itself left out.
 * Statements name single partners, so they make no group.
 */
final class GroupFlows {
    private static final String GROUP = "group";

    private GroupFlows() {}

    /** Shaped like {@code partners}; {@code memberships} has group, member, from, to. */
    static Dataset<Row> of(Dataset<Row> partners, Dataset<Row> reporters, Dataset<Row> memberships) {
        Dataset<Row> sums = partners.where(not(col(IS_STATEMENT)))
                .join(broadcast(memberships.withColumnRenamed("member", "group_member")), isMember("group_member"))
                .groupBy(REPORTER_KEY, FLOW, GROUP, PERIOD_INDEX)
                .agg(
                        max(PERIOD_START).as(PERIOD_START),
                        max(PERIOD_END).as(PERIOD_END),
                        max(PUBLISHED_AT).as(PUBLISHED_AT),
                        max(PER_YEAR).as(PER_YEAR),
                        Sums.of(col(KNOWN)).as(VALUE),
                        sum(PARTS).as(PARTS),
                        max(PARTS_EXPECTED).as("per_member"));
        return sums.join(
                        broadcast(sizes(sums, reporters, memberships)),
                        new String[] {REPORTER_KEY, GROUP, PERIOD_START, PERIOD_END})
                .select(
                        col(REPORTER_KEY),
                        col(GROUP).as(MEMBER),
                        col(PERIOD_INDEX),
                        col(PERIOD_START),
                        col(PERIOD_END),
                        col(PUBLISHED_AT),
                        col(PER_YEAR),
                        lit(false).as(IS_STATEMENT),
                        col(FLOW),
                        col(VALUE),
                        col(VALUE).as(KNOWN),
                        col(PARTS),
                        col("members").multiply(col("per_member")).as(PARTS_EXPECTED));
    }

    /** How many members a group had in each period, without the reporter. */
    private static Dataset<Row> sizes(Dataset<Row> sums, Dataset<Row> reporters, Dataset<Row> memberships) {
        Dataset<Row> members =
                memberships.withColumnRenamed(GROUP, "of_group").withColumnRenamed("member", "of_member");
        Column isOther =
                col("of_group").equalTo(col(GROUP)).and(col("of_member").notEqual(col(REF_AREA)));
        return sums.select(REPORTER_KEY, GROUP, PERIOD_START, PERIOD_END)
                .distinct()
                .join(broadcast(reporters.select(REPORTER_KEY, REF_AREA)), REPORTER_KEY)
                .join(broadcast(members), isOther.and(isValid()))
                .groupBy(REPORTER_KEY, GROUP, PERIOD_START, PERIOD_END)
                .agg(count(lit(1)).as("members"));
    }

    private static Column isMember(String member) {
        return col(MEMBER).equalTo(col(member)).and(isValid());
    }

    private static Column isValid() {
        return col("from").leq(col(PERIOD_START)).and(col("to").geq(col(PERIOD_END)));
    }
}
