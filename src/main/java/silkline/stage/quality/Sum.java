package silkline.stage.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.series.FlowCode.TURNOVER;
import static silkline.series.SeriesId.WORLD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DIMENSIONS;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.VALUATION;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import silkline.quality.Rule;
import silkline.series.Frequency;
import silkline.series.SeriesId;

/**
 * One kind of sum that published totals can be held against.
 *
 * @param group equal for the series of a total and of its parts
 * @param ratio how many periods of a part make one of the total; 1 for the total itself
 * @param complete how many parts make it complete; 0: only a stated rest does; -1: nothing does
 */
record Sum(Rule rule, String name, Column group, Column ratio, Column isTotal, Column isPart, int complete) {
    static final String REST = "_X";
    static final String TOTAL = "TOTAL";

    /** Of all partners; {@code aggregates} are the areas that are none. */
    static Sum ofPartners(Set<String> aggregates) {
        Column isPart = not(col(COUNTERPART_AREA).isInCollection(aggregates))
                .or(col(COUNTERPART_AREA).equalTo(REST))
                .and(col(COUNTERPART_AREA).notEqual(SeriesId.NOT_APPLICABLE));
        return new Sum(
                Rule.SUM_OF_PARTNERS,
                "partners",
                group("partners", Set.of(COUNTERPART_AREA)),
                lit(1),
                col(COUNTERPART_AREA).equalTo(WORLD),
                isPart,
                0);
    }

    /** Of exports and imports. */
    static Sum ofFlows() {
        return new Sum(
                Rule.SUM_OF_FLOWS,
                "flows",
                group("flows", Set.of(FLOW, VALUATION)),
                lit(1),
                col(FLOW).equalTo(TURNOVER),
                col(FLOW).isin("X", "M"),
                2);
    }

    /** Of the products of one {@link #level}. */
    static Sum ofProducts(String level) {
        return new Sum(
                Rule.SUM_OF_PRODUCTS,
                "products of " + level,
                group(level, Set.of(PRODUCT)),
                lit(1),
                col(PRODUCT).equalTo(TOTAL),
                level().equalTo(level),
                -1);
    }

    /** Of quarters in a year, and the like. */
    static Sum ofPeriods(Frequency part, Frequency whole) {
        int ratio = part.perYear() / whole.perYear();
        return new Sum(
                Rule.SUM_OF_PERIODS,
                "periods of " + part.code(),
                group(part.code() + whole.code(), Set.of(FREQ)),
                when(col(FREQ).equalTo(part.code()), ratio).otherwise(1),
                col(FREQ).equalTo(whole.code()),
                col(FREQ).equalTo(part.code()),
                ratio);
    }

    /** Classification and length of the code, such as {@code HS:4}; codes of one length do not contain each other. */
    static Column level() {
        Column classification = substring_index(col(PRODUCT), ":", 1);
        return when(
                        col(PRODUCT).contains(":"),
                        concat(
                                classification,
                                lit(":"),
                                length(col(PRODUCT))
                                        .minus(length(classification))
                                        .minus(1)))
                .otherwise(col(PRODUCT));
    }

    /** All dimensions but those that parts differ in. */
    private static Column group(String name, Set<String> without) {
        Stream<Column> dimensions = DIMENSIONS.stream()
                .filter(dimension -> !without.contains(dimension))
                .map(functions::col);
        return xxhash64(Stream.concat(Stream.of(lit(name)), dimensions).toArray(Column[]::new));
    }
}
