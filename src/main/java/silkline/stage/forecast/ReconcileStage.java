package silkline.stage.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.IS_AGGREGATE;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.table.silver.SeriesTable;

/** Brings forecasts by partner and of the world to add up, where the values of the past did. */
public final class ReconcileStage {
    private static final String WORLD = "WLD";
    private static final String HIERARCHY = "hierarchy";
    private static final String IS_TOTAL = "is_total";

    private ReconcileStage() {}

    /** Rows shaped like {@code results} of {@link ForecastStage#results}; those of no hierarchy pass as they are. */
    public static Dataset<Row> byPartner(Dataset<Row> results, Dataset<Row> series) {
        Column isTotal = col(COUNTERPART_AREA).equalTo(WORLD);
        Column isMember = isTotal.or(not(col(IS_AGGREGATE)));
        Column[] others = SeriesTable.DIMENSIONS.stream()
                .filter(dimension -> !dimension.equals(COUNTERPART_AREA))
                .map(dimension -> col(dimension))
                .toArray(Column[]::new);
        Dataset<Row> places = series.select(
                col(SERIES_KEY),
                when(isMember, xxhash64(others)).otherwise(col(SERIES_KEY)).as(HIERARCHY),
                isTotal.as(IS_TOTAL));
        StructType shape = ForecastStage.RESULT;
        String[] columns = shape.fieldNames();
        StructType placed = shape.add(HIERARCHY, DataTypes.LongType).add(IS_TOTAL, DataTypes.BooleanType);
        return results.join(places, SERIES_KEY)
                .select(Arrays.stream(placed.fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .groupByKey((MapFunction<Row, Long>) row -> row.getAs(HIERARCHY), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(IS_TOTAL).desc(), col(SERIES_KEY)},
                        (FlatMapGroupsFunction<Long, Row, Row>)
                                (key, rows) -> new SeriesHierarchy(rows, columns.length, IS_TOTAL)
                                        .rows()
                                        .iterator(),
                        Encoders.row(shape));
    }
}
