package silkline.stage.forecast;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.series.FlowCode.EXPORTS;
import static silkline.series.FlowCode.IMPORTS;
import static silkline.series.FlowCode.TURNOVER;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DIMENSIONS;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.quality.Units;
import silkline.stage.panel.ShareStage;

/** Brings forecasts by partner, group of partners and product to add up, where the values of the past did. */
public final class ReconcileStage {
    static final String IS_DERIVED = "is_derived";
    private static final String HIERARCHY = "hierarchy";
    private static final String GROUP = "partner_group";
    private static final String AT_CURRENT_PRICES = "V";
    /** Series that are looked at together at most, as they have to fit into the memory of one task. */
    private static final int MOST = 5000;

    private final Set<Reconciliation> along;
    private final ShareStage.Areas areas;

    /** {@code along} time is for {@link ForecastStage} to do. */
    public ReconcileStage(Set<Reconciliation> along, ShareStage.Areas areas) {
        Set<Reconciliation> acrossSeries = new HashSet<>(along);
        acrossSeries.remove(Reconciliation.TIME);
        this.along = Set.copyOf(acrossSeries);
        this.areas = areas;
    }

    /**
     * Rows shaped like {@code results} of {@link ForecastStage#results}; those of no hierarchy pass as they are, and groups
     * that are the sum of their members are added.
     */
    public Dataset<Row> results(Dataset<Row> results, Dataset<Row> series) {
        if (along.isEmpty()) {
            return results;
        }
        StructType shape = ForecastStage.RESULT;
        StructType placed = shape.add(SERIES_ID, "string")
                .add(FREQ, "string")
                .add(COUNTERPART_AREA, "string")
                .add(PRODUCT, "string")
                .add(IS_DERIVED, "boolean")
                .add(HIERARCHY, "bigint");
        Column[] columns =
                Arrays.stream(placed.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> known = results.join(places(series, false), SERIES_KEY).select(columns);
        Dataset<Row> all = along.contains(Reconciliation.GROUP)
                ? known.unionAll(placeholders(series).select(columns))
                : known;
        SeriesHierarchy.Plan plan = new SeriesHierarchy.Plan(along, areas);
        return all.groupByKey((MapFunction<Row, Long>) row -> row.getAs(HIERARCHY), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(SERIES_ID)},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) ->
                                new SeriesHierarchy(rows, plan).results().iterator(),
                        Encoders.row(shape));
    }

    /** Series with all that they may share with others in a sum; a hierarchy that is too large falls apart. */
    private Dataset<Row> places(Dataset<Row> series, boolean isDerived) {
        Set<String> different = new HashSet<>();
        if (along.contains(Reconciliation.PRODUCT)) {
            different.add(PRODUCT);
        }
        if (along.contains(Reconciliation.PARTNER) || along.contains(Reconciliation.GROUP)) {
            different.add(COUNTERPART_AREA);
        }
        Column[] shared = DIMENSIONS.stream()
                .filter(dimension -> !different.contains(dimension))
                .map(dimension -> col(dimension))
                .toArray(Column[]::new);
        Dataset<Row> places = series.select(
                col(SERIES_KEY),
                col(SERIES_ID),
                col(FREQ),
                col(COUNTERPART_AREA),
                col(PRODUCT),
                lit(isDerived).as(IS_DERIVED),
                xxhash64(shared).as(HIERARCHY));
        Column size = count(lit(1)).over(Window.partitionBy(HIERARCHY));
        return places.withColumn(HIERARCHY, when(size.leq(MOST), col(HIERARCHY)).otherwise(col(SERIES_KEY)));
    }

    /** Results without anything in them, for groups that some member belongs to and that no series is about. */
    private Dataset<Row> placeholders(Dataset<Row> series) {
        List<Row> memberships = areas.memberships().stream()
                .map(member -> RowFactory.create(member.group(), member.area()))
                .distinct()
                .toList();
        StructType shape = new StructType().add(GROUP, "string").add("member", "string");
        Dataset<Row> groups = broadcast(series.sparkSession().createDataFrame(memberships, shape));
        Column isAmount = col(FLOW)
                .isin(EXPORTS, IMPORTS, TURNOVER)
                .and(col(PRICES).equalTo(AT_CURRENT_PRICES))
                .and(not(col(UNIT_MEASURE).isInCollection(Units.relative())));
        Column[] dimensions = DIMENSIONS.stream()
                .map(name -> col(name.equals(COUNTERPART_AREA) ? GROUP : name).as(name))
                .toArray(Column[]::new);
        Column[] parts = DIMENSIONS.stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> derived = series.where(isAmount)
                .join(groups, col(COUNTERPART_AREA).equalTo(col("member")))
                .select(dimensions)
                .distinct()
                .withColumn(SERIES_ID, concat_ws(".", parts))
                .join(series.select(SERIES_ID), new String[] {SERIES_ID}, "left_anti")
                .withColumn(SERIES_KEY, xxhash64(col(SERIES_ID)));
        Column nothing = array();
        return places(derived, true)
                .withColumn(
                        ForecastStage.RECENT,
                        nothing.cast(
                                ForecastStage.RESULT.apply(ForecastStage.RECENT).dataType()))
                .withColumn(
                        ForecastStage.FORECASTS,
                        nothing.cast(ForecastStage.RESULT
                                .apply(ForecastStage.FORECASTS)
                                .dataType()))
                .withColumn(
                        ForecastStage.BACKTESTS,
                        nothing.cast(ForecastStage.RESULT
                                .apply(ForecastStage.BACKTESTS)
                                .dataType()))
                .withColumn(
                        ForecastStage.ACCURACIES,
                        nothing.cast(ForecastStage.RESULT
                                .apply(ForecastStage.ACCURACIES)
                                .dataType()));
    }
}
