package silkline.stage.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silkline.testing.Observed.RUN;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.execution.debug.package$;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;
import silkline.table.block.Block;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** What Spark is asked to do stays what it can optimise. */
@SparkTest
class PlanTest {
    /** Bytes of code, see HugeMethodLimit of the virtual machine. */
    private static final int LARGEST_COMPILED = 7_999;

    /** Series travel whole, once; what a series says of itself needs no more. */
    @Test
    void growthOfSeriesThatAreKeptMovesNoRows(SparkSession spark) {
        Dataset<Block> histories = histories(spark).localCheckpoint();
        assertStaysInPlace(GrowthStage.growth(histories, RUN).rows());
        assertStaysInPlace(GrowthWindowStage.windows(histories, RUN).rows());
        assertThatThrownBy(() -> assertStaysInPlace(
                        GrowthStage.growth(histories(spark), RUN).rows()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void sharesMoveSeriesOnceAndMultiplyNoRows(SparkSession spark) {
        ShareStage.Areas areas = new ShareStage.Areas(Set.of("WLD"), List.of());
        Dataset<Block> histories = histories(spark).localCheckpoint();
        assertThat(moves(ShareStage.shares(histories, areas, RUN).rows())).isEqualTo(1);
        assertThat(moves(ConcentrationStage.concentration(histories, areas, RUN).rows()))
                .isEqualTo(1);
    }

    /** A larger one is never compiled, and runs three times as long. */
    @Test
    void whatSparkGeneratesForTheTablesIsSmallEnoughToBeCompiled(SparkSession spark) {
        ShareStage.Areas areas = new ShareStage.Areas(Set.of("WLD"), List.of());
        Dataset<Block> histories = histories(spark).localCheckpoint();
        assertThat(largestMethod(GrowthStage.growth(histories, RUN).rows())).isBetween(100, LARGEST_COMPILED);
        assertThat(largestMethod(GrowthWindowStage.windows(histories, RUN).rows()))
                .isBetween(100, LARGEST_COMPILED);
        assertThat(largestMethod(ShareStage.shares(histories, areas, RUN).rows()))
                .isBetween(100, LARGEST_COMPILED);
        assertThat(largestMethod(
                        ConcentrationStage.concentration(histories, areas, RUN).rows()))
                .isBetween(100, LARGEST_COMPILED);
    }

    private static int largestMethod(Dataset<Row> rows) {
        rows.collectAsList();
        return CollectionConverters.asJava(
                        package$.MODULE$.codegenStringSeq(rows.queryExecution().executedPlan()))
                .stream()
                .mapToInt(stage -> stage._3().maxMethodCodeSize())
                .max()
                .orElse(0);
    }

    private static Dataset<Block> histories(SparkSession spark) {
        Observed observed = Observed.of(spark, "KAZ X UZB 2024 1");
        return Histories.of(observed.observations(), observed.series(), RUN);
    }

    private static void assertStaysInPlace(Dataset<Row> rows) {
        assertThat(moves(rows)).isZero();
    }

    private static long moves(Dataset<Row> rows) {
        String plan = rows.queryExecution().sparkPlan().toString()
                + rows.queryExecution().executedPlan();
        assertThat(plan).doesNotContain("Cartesian", "Window [");
        return rows.queryExecution()
                .executedPlan()
                .toString()
                .lines()
                .filter(line -> line.contains("Exchange "))
                .count();
    }

    @Test
    void aFunctionOfOursAndACartesianProductWouldBeSeen(SparkSession spark) {
        Dataset<Row> rows = Rows.of(spark, "value bigint", "1");
        UserDefinedFunction twice = udf((UDF1<Long, Long>) value -> 2 * value, DataTypes.LongType);
        assertThatThrownBy(() -> assertIsPlain(rows.select(twice.apply(col("value")))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertIsPlain(rows.hint("shuffle_replicate_nl").crossJoin(rows)))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertIsPlain(Dataset<Row> rows) {
        String plans = rows.queryExecution().toString();
        assertThat(plans).contains("Physical Plan").doesNotContain("UDF", "Cartesian", "MapElements", "MapPartitions");
    }
}
