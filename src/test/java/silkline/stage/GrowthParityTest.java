package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import silkline.growth.Growth;
import silkline.testing.Frames;
import silkline.testing.SparkTest;

/** The columns of {@link GrowthColumns} compute what {@link Growth} does, over awkward values. */
@SparkTest
class GrowthParityTest {
    /**
     * NaN stands for null, as everywhere between tables and formulas.
     */
    private static final double[] AWKWARD = {
        Double.NaN, 0, -0.0, 1, -1, 0.1, -0.1, 3, 1e-150, -1e-150, 1e150, 855301573.930182
    };

    private static final StructType EXPECTED =
            new StructType().add("from", DoubleType).add("to", DoubleType).add("change", DoubleType);

    @Test
    void columnsComputeWhatTheFormulasDo(SparkSession spark) {
        List<Row> expected = new ArrayList<>();
        for (double from : AWKWARD) {
            for (double to : AWKWARD) {
                expected.add(RowFactory.create(orNull(from), orNull(to), orNull(Growth.relativeChange(from, to))));
            }
        }
        Dataset<Row> formulas = spark.createDataFrame(expected, EXPECTED);
        Dataset<Row> columns = formulas.select("from", "to")
                .select(
                        col("from"),
                        col("to"),
                        GrowthColumns.relativeChange(col("from"), col("to")).as("change"));
        Frames.assertSameRows(formulas, columns, 1e-9);
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
