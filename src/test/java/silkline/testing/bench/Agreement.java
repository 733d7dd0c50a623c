package silkline.testing.bench;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import silkline.cli.SparkSessions;
import silkline.table.TableSpec;
import silkline.table.gold.ConcentrationTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;
import silkline.table.gold.ShareTable;

/** Whether our tables and DuckDB's say the same: row by row, numbers to 1e-12 of their size or of 1. */
public final class Agreement {
    private static final double CLOSE = 1e-12;
    /** Bounds need a published total, of which the panel has none; DuckDB leaves them out. */
    private static final Set<String> NOT_COMPARED = Set.of("run_id", "hhi_low", "hhi_high");

    private Agreement() {}

    /** Arguments: the folders of the lake and of DuckDB's results. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open("agreement");
        boolean isSame = true;
        for (TableSpec table :
                List.of(GrowthTable.SPEC, GrowthWindowTable.SPEC, ShareTable.SPEC, ConcentrationTable.SPEC)) {
            Dataset<Row> ours = spark.read().format("delta").load(arguments[0] + "/gold/" + table.name());
            Dataset<Row> theirs = spark.read().parquet(arguments[1] + "/" + table.name());
            long different = different(table, ours, theirs);
            System.err.printf("AGREEMENT %s %d rows, %d different%n", table, ours.count(), different);
            isSame &= different == 0;
        }
        spark.stop();
        if (!isSame) {
            throw new IllegalStateException("results differ");
        }
    }

    private static long different(TableSpec table, Dataset<Row> ours, Dataset<Row> theirs) {
        Column isSameKey = lit(true);
        for (String key : table.key()) {
            isSameKey = isSameKey.and(ours.col(key).equalTo(theirs.col(key)));
        }
        Column isSame = ours.col(table.key().get(0))
                .isNotNull()
                .and(theirs.col(table.key().get(0)).isNotNull());
        for (StructField field : table.fields()) {
            if (!NOT_COMPARED.contains(field.name()) && !table.key().contains(field.name())) {
                Column one = ours.col(field.name());
                Column other = theirs.col(field.name());
                isSame = isSame.and(
                        field.dataType().equals(DataTypes.DoubleType) ? isClose(one, other) : one.eqNullSafe(other));
            }
        }
        return ours.join(theirs, isSameKey, "full")
                .where(not(coalesce(isSame, lit(false))))
                .count();
    }

    private static Column isClose(Column one, Column other) {
        Column size = greatest(lit(1.0), abs(one), abs(other));
        return one.eqNullSafe(other).or(coalesce(abs(one.minus(other)).leq(size.multiply(CLOSE)), lit(false)));
    }
}
