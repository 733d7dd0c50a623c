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
import silkline.share.Share;
import silkline.testing.Frames;
import silkline.testing.SparkTest;

/** {@link ShareStage#share} computes what {@link Share#of} does, over awkward values. */
@SparkTest
class ShareParityTest {
    private static final double[] AWKWARD = {Double.NaN, 0, -0.0, 1, -1, 0.1, 3, 1e-150, -1e-150, 1e150, 9443017885.9};

    @Test
    void theColumnComputesWhatTheFormulaDoes(SparkSession spark) {
        List<Row> expected = new ArrayList<>();
        for (double part : AWKWARD) {
            for (double total : AWKWARD) {
                expected.add(RowFactory.create(orNull(part), orNull(total), orNull(Share.of(part, total))));
            }
        }
        Dataset<Row> formulas = spark.createDataFrame(
                expected,
                new StructType()
                        .add("part", DoubleType)
                        .add("total", DoubleType)
                        .add("share", DoubleType));
        Frames.assertSameRows(
                formulas,
                formulas.select(
                        col("part"),
                        col("total"),
                        ShareStage.share(col("part"), col("total")).as("share")));
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
