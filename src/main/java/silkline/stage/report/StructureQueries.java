package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.report.ReportScope.sorted;
import static silkline.table.gold.ConcentrationTable.PARTNERS;
import static silkline.table.gold.ConcentrationTable.TOP_PARTNER;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.ConcentrationTable;
import silkline.table.gold.GravityTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.MirrorTable;
import silkline.table.gold.ShareTable;

/** The rows that a report shows of the shape of trade: shares and concentration, balances, both sides, groups and gravity. */
record StructureQueries(ReportScope scope) {
    private static final int PARTNERS_SHOWN = 8;

    void addTo(Map<String, Dataset<Row>> queries) {
        queries.put(ReportQueries.SHARES, shares());
        queries.put(ReportQueries.CONCENTRATION, concentration());
        queries.put(ReportQueries.BALANCE, balance());
        queries.put(ReportQueries.MIRROR, mirror());
        queries.put(ReportQueries.GROUP_TRADE, groupTrade());
        queries.put(ReportQueries.GRAVITY, gravity());
    }

    private Dataset<Row> shares() {
        Column isLarge = col(BY).equalTo(BY_GROUP)
                .or(col(RANK).leq(PARTNERS_SHOWN))
                .or(col(MEMBER).equalTo(WORLD));
        Dataset<Row> rows = scope.read(ShareTable.SPEC)
                .where(scope.isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(scope.profile().partners(MEMBER, isLarge))
                        .and(col(VALUE).isNotNull()));
        return sorted(rows, DATASET_ID, REF_AREA, FLOW, BY, MEMBER, PERIOD_INDEX);
    }

    private Dataset<Row> concentration() {
        Dataset<Row> rows = scope.read(ConcentrationTable.SPEC)
                .where(scope.isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(col(PARTNERS).gt(1))
                        .and(scope.profile().partners(TOP_PARTNER, lit(true))));
        return sorted(rows, DATASET_ID, REF_AREA, FLOW, PERIOD_INDEX);
    }

    /** Trade of the countries with the world. */
    private Dataset<Row> balance() {
        Dataset<Row> rows = scope.read(BalanceTable.SPEC)
                .where(scope.isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(scope.profile()
                                .partners(
                                        COUNTERPART_AREA, col(COUNTERPART_AREA).equalTo(WORLD)))
                        .and(col(PRODUCT).isin("TOTAL", "_Z"))
                        .and(col(BalanceTable.BALANCE).isNotNull()));
        return sorted(rows, REF_AREA, INDICATOR, DATASET_ID, BASIS, UNIT_MEASURE, PERIOD_INDEX);
    }

    /** Exports of the countries that both sides report. */
    private Dataset<Row> mirror() {
        Dataset<Row> rows = scope.read(MirrorTable.SPEC)
                .where(col(MirrorTable.EXPORTER)
                        .isInCollection(scope.areas())
                        .and(col(FREQ).equalTo("A"))
                        .and(col(PRODUCT).equalTo("TOTAL"))
                        .and(scope.profile().partners(MirrorTable.IMPORTER, lit(true)))
                        .and(col(MirrorTable.ASYMMETRY_RATIO).isNotNull()));
        return sorted(
                rows,
                MirrorTable.EXPORTER,
                INDICATOR,
                DATASET_ID,
                BASIS,
                UNIT_MEASURE,
                PERIOD_INDEX,
                MirrorTable.IMPORTER);
    }

    private Dataset<Row> groupTrade() {
        Dataset<Row> rows = scope.read(GroupTradeTable.SPEC)
                .where(col(FREQ)
                        .equalTo("A")
                        .and(col(PRODUCT).equalTo("TOTAL"))
                        .and(col(GroupTradeTable.INTRA_SHARE_RATIO).isNotNull()));
        return sorted(rows, DATASET_ID, GroupTradeTable.AREA_GROUP, PERIOD_INDEX);
    }

    private Dataset<Row> gravity() {
        Dataset<Row> rows = scope.read(GravityTable.SPEC)
                .where(col(MirrorTable.EXPORTER)
                        .isInCollection(scope.areas())
                        .and(scope.profile().partners(MirrorTable.IMPORTER, lit(true)))
                        .and(col(GravityTable.EXPECTED).isNotNull()));
        return sorted(rows, MirrorTable.EXPORTER, INDICATOR, DATASET_ID, BASIS, UNIT_MEASURE, MirrorTable.IMPORTER);
    }
}
