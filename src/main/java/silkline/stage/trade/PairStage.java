package silkline.stage.trade;

import static org.apache.spark.sql.functions.col;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.trade.Panels.PANEL_KEY;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import silkline.source.ReferenceData.Membership;
import silkline.stage.RunContext;
import silkline.stage.panel.GroupMember;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.IntensityTable;
import silkline.table.gold.MarginTable;
import silkline.table.gold.MarketShareTable;
import silkline.table.gold.MirrorTable;

/**
 * Measures over the matrix of who trades with whom. Each panel is read once, period by period, as one group: what a
 * measure needs (both sides of a border, the world, the year before) is spread over all rows of the matrix, and joins
 * for each would shuffle it again and again. A matrix of a product and period has at most some ten thousand cells; panels
 * are worked on side by side.
 */
public final class PairStage {
    private final Dataset<Row> results;

    private PairStage(Dataset<Row> results) {
        this.results = results;
    }

    /** All measures at once; {@code observations} has one row per series and period. To be kept: each table reads it. */
    public static Dataset<Row> results(
            Dataset<Row> observations, Dataset<Row> series, List<Membership> memberships, Set<String> aggregates) {
        List<GroupMember> members = memberships.stream()
                .map(m -> new GroupMember(m.group(), m.member(), m.from(), m.to()))
                .toList();
        Panels panels = Panels.ofPartners(series, aggregates);
        return panels.named(panels.values(observations)
                .select(PANEL_KEY, FREQ, PERIOD_INDEX, REF_AREA, FLOW, COUNTERPART_AREA, OBS_VALUE)
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX), col(REF_AREA), col(FLOW), col(COUNTERPART_AREA), col(OBS_VALUE)
                        },
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> new PairResults(key, rows, members),
                        Encoders.row(PairResults.SCHEMA)));
    }

    /** The tables that are read off {@link #results}. */
    public static PairStage of(Dataset<Row> results) {
        return new PairStage(results);
    }

    public Dataset<Row> mirrors(RunContext run) {
        return Panels.table(results, PairResults.MIRRORS, MirrorTable.SPEC, run);
    }

    public Dataset<Row> intensities(RunContext run) {
        return Panels.table(results, PairResults.INTENSITIES, IntensityTable.SPEC, run);
    }

    public Dataset<Row> groupTrade(RunContext run) {
        return Panels.table(results, PairResults.GROUPS, GroupTradeTable.SPEC, run);
    }

    public Dataset<Row> margins(RunContext run) {
        return Panels.table(results, PairResults.MARGINS, MarginTable.SPEC, run);
    }

    public Dataset<Row> marketShares(RunContext run) {
        return Panels.table(results, PairResults.MARKET_SHARES, MarketShareTable.SPEC, run);
    }

    /** With the gross domestic product of the dataset whose id comes first, in the unit of the trade. */
    public Dataset<Row> balances(Dataset<Row> observations, Dataset<Row> series, RunContext run) {
        Dataset<Row> gdp = observations
                .where(col(OBS_VALUE).gt(0))
                .join(series.where(col(INDICATOR).equalTo("gdp").and(col(PRICES).equalTo("V"))), SERIES_KEY)
                .groupBy(FREQ, REF_AREA, UNIT_MEASURE, PERIOD_INDEX)
                .agg(
                        functions.min_by(col(OBS_VALUE), col(DATASET_ID)).as("gdp_value"),
                        functions.min(DATASET_ID).as("gdp_dataset"))
                .withColumn("gdp_partner", functions.lit(WORLD));
        Dataset<Row> rows = Panels.table(results, PairResults.BALANCES, BalanceTable.SPEC, run);
        Column isSame = rows.col(FREQ)
                .equalTo(gdp.col(FREQ))
                .and(rows.col(REF_AREA).equalTo(gdp.col(REF_AREA)))
                .and(rows.col(UNIT_MEASURE).equalTo(gdp.col(UNIT_MEASURE)))
                .and(rows.col(PERIOD_INDEX).equalTo(gdp.col(PERIOD_INDEX)))
                .and(rows.col(COUNTERPART_AREA).equalTo(gdp.col("gdp_partner")));
        Column sources = functions.array_sort(functions.array_distinct(
                functions.array_compact(functions.array(rows.col(DATASET_ID), gdp.col("gdp_dataset")))));
        Column[] columns = BalanceTable.SPEC.fields().stream()
                .map(field -> switch (field.name()) {
                    case BalanceTable.GDP -> gdp.col("gdp_value").as(BalanceTable.GDP);
                    case BalanceTable.OPENNESS_RATIO ->
                        rows.col(BalanceTable.EXPORTS)
                                .plus(rows.col(BalanceTable.IMPORTS))
                                .divide(gdp.col("gdp_value"))
                                .as(BalanceTable.OPENNESS_RATIO);
                    case SOURCE_IDS -> sources.as(SOURCE_IDS);
                    default -> rows.col(field.name());
                })
                .toArray(Column[]::new);
        return rows.join(functions.broadcast(gdp), isSame, "left")
                .select(columns)
                .select(BalanceTable.SPEC.select());
    }
}
