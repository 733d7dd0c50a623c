package silkline.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import silkline.growth.Growth;
import silkline.growth.Reason;
import silkline.table.SeriesTable;
import silkline.testing.Frames;
import silkline.testing.SparkTest;

/** The columns of {@link GrowthStage} compute what {@link Growth} and {@link Reason} do, over awkward values. */
@SparkTest
class GrowthParityTest {
    /**
     * NaN stands for null, as everywhere between tables and formulas. Quotients stay within what a double holds: where
     * one is rounded to zero, Java's logarithm is infinite and Spark's null.
     */
    private static final double[] AWKWARD = {
        Double.NaN, 0, -0.0, 1, -1, 0.1, -0.1, 3, 1e-150, -1e-150, 1e150, 855301573.930182
    };

    private static final StructType EXPECTED = new StructType()
            .add("from", DoubleType)
            .add("to", DoubleType)
            .add("change", DoubleType)
            .add("log", DoubleType)
            .add("fold", DoubleType)
            .add("reason", StringType);

    @Test
    void columnsComputeWhatTheFormulasDo(SparkSession spark) {
        List<Row> expected = new ArrayList<>();
        for (double from : AWKWARD) {
            for (double to : AWKWARD) {
                expected.add(RowFactory.create(
                        orNull(from),
                        orNull(to),
                        orNull(Growth.relativeChange(from, to)),
                        orNull(Growth.logChange(from, to)),
                        orNull(Growth.fold(from, to)),
                        Reason.of(from, to)));
            }
        }
        Dataset<Row> formulas = spark.createDataFrame(expected, EXPECTED);
        Dataset<Row> columns = formulas.select("from", "to")
                .withColumn(SeriesTable.UNIT_MEASURE, lit("USD"))
                .select(
                        col("from"),
                        col("to"),
                        GrowthStage.relativeChange(col("from"), col("to")).as("change"),
                        GrowthStage.logChange(col("from"), col("to")).as("log"),
                        GrowthStage.fold(col("from"), col("to")).as("fold"),
                        coalesce(GrowthStage.reason(col("from"), col("to")), lit(""))
                                .as("reason"));
        Frames.assertSameRows(formulas, columns, 1e-9);
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
