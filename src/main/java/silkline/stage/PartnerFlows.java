package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_END;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PERIOD_START;
import static silkline.table.ObservationTable.PUBLISHED_AT;
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
import static silkline.table.ShareTable.MEMBER;
import static silkline.table.ShareTable.PARTS;
import static silkline.table.ShareTable.PARTS_EXPECTED;
import static silkline.table.ShareTable.VALUE;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Facts;

/**
 * Trade with every partner, by flow. Rows are narrow: what values that may be added have in common is one 64-bit
 * {@link #REPORTER_KEY}, to be spelled out by {@link #reporters} at the end.
 */
final class PartnerFlows {
    static final String REPORTER_KEY = "reporter_key";
    /** Trade that is known of a partner; of a turnover with one known side, that side. */
    static final String KNOWN = "known";

    static final String PER_YEAR = "per_year";
    static final String IS_STATEMENT = "is_statement";

    static final String EXPORTS = "X";
    static final String IMPORTS = "M";
    static final String TURNOVER = "T";

    /** What values that may be added or divided have in common. */
    private static final List<String> SAME =
            List.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, PRODUCT, BASIS, UNIT_MEASURE);

    private static final String PAIR_KEY = "pair_key";

    private PartnerFlows() {}

    /** One row per partner, flow and period; turnover is X + M, or as stated. */
    static Dataset<Row> of(Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates) {
        Dataset<Row> trade = trade(series, aggregates);
        Dataset<Row> sides = observations
                .where(col(OBS_VALUE).isNotNull())
                .select(SERIES_KEY, PERIOD_INDEX, PERIOD_START, PERIOD_END, OBS_VALUE, PUBLISHED_AT)
                .join(broadcast(trade.select(SERIES_KEY, FLOW, PAIR_KEY)), SERIES_KEY)
                .groupBy(PAIR_KEY, PERIOD_INDEX)
                .agg(
                        max(PERIOD_START).as(PERIOD_START),
                        max(PERIOD_END).as(PERIOD_END),
                        max(PUBLISHED_AT).as(PUBLISHED_AT),
                        side(EXPORTS),
                        side(IMPORTS),
                        side(TURNOVER));
        Dataset<Row> pairs = trade.groupBy(PAIR_KEY)
                .agg(
                        first(REPORTER_KEY).as(REPORTER_KEY),
                        first(COUNTERPART_AREA).as(MEMBER),
                        first(PeriodColumns.perYear(col(FREQ))).as(PER_YEAR),
                        first(col(BASIS).equalTo(Facts.STATEMENT)).as(IS_STATEMENT));
        Dataset<Row> named = sides.join(broadcast(pairs), PAIR_KEY).drop(PAIR_KEY);
        return named.withColumn("of_flow", explode(array(exports(), imports(), turnover())))
                .where(col("of_flow." + KNOWN).isNotNull())
                .select(
                        col(REPORTER_KEY),
                        col(MEMBER),
                        col(PERIOD_INDEX),
                        col(PERIOD_START),
                        col(PERIOD_END),
                        col(PUBLISHED_AT),
                        col(PER_YEAR),
                        col(IS_STATEMENT),
                        col("of_flow.*"));
    }

    private static Column exports() {
        return flow(EXPORTS, col(EXPORTS), col(EXPORTS), lit(1L), 1);
    }

    private static Column imports() {
        return flow(IMPORTS, col(IMPORTS), col(IMPORTS), lit(1L), 1);
    }

    private static Column turnover() {
        Column value = coalesce(col(TURNOVER), col(EXPORTS).plus(col(IMPORTS)));
        Column known = coalesce(value, col(EXPORTS), col(IMPORTS));
        Column sides = when(value.isNotNull(), 2L).otherwise(1L);
        return flow(TURNOVER, value, known, sides, 2);
    }

    private static Column flow(String flow, Column value, Column known, Column parts, long expected) {
        return struct(
                lit(flow).as(FLOW),
                value.as(VALUE),
                known.as(KNOWN),
                parts.as(PARTS),
                lit(expected).as(PARTS_EXPECTED));
    }

    /** The columns behind {@link #REPORTER_KEY}, one row each. */
    static Dataset<Row> reporters(Dataset<Row> series, Set<String> aggregates) {
        return trade(series, aggregates).select(columns(REPORTER_KEY)).dropDuplicates(new String[] {REPORTER_KEY});
    }

    private static Dataset<Row> trade(Dataset<Row> series, Set<String> aggregates) {
        Column[] same = SAME.stream().map(name -> col(name)).toArray(Column[]::new);
        return series.where(col(FLOW)
                        .isin(EXPORTS, IMPORTS, TURNOVER)
                        .and(col(COUNTERPART_AREA).notEqual("_Z"))
                        .and(not(col(REF_AREA).isInCollection(aggregates))))
                .withColumn(REPORTER_KEY, xxhash64(same))
                .withColumn(PAIR_KEY, xxhash64(col(REPORTER_KEY), col(COUNTERPART_AREA)));
    }

    private static Column[] columns(String key) {
        Column[] columns = new Column[SAME.size() + 1];
        columns[0] = col(key);
        for (int i = 0; i < SAME.size(); i++) {
            columns[i + 1] = col(SAME.get(i));
        }
        return columns;
    }

    private static Column side(String flow) {
        return max(when(col(FLOW).equalTo(flow), col(OBS_VALUE))).as(flow);
    }
}
