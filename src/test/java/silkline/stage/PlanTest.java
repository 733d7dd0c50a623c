package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silkline.stage.GrowthStageTest.RUN;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** What Spark is asked to do stays what it can optimise. */
@SparkTest
class PlanTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X", "SPECA");

    @Test
    void growthNeedsNoFunctionOfOursAndNoCartesianProduct(SparkSession spark) {
        Observed observed = Observed.of(spark, "KAZ X WLD 2024 1");
        assertIsPlain(GrowthStage.growth(observed.observations(), observed.series(), RUN));
        assertIsPlain(GrowthStage.windows(observed.observations(), observed.series(), RUN));
    }

    @Test
    void sharesNeedNoFunctionOfOursAndNoCartesianProduct(SparkSession spark) {
        Observed observed = Observed.of(spark, "KAZ X UZB 2024 1");
        Dataset<Row> memberships = Rows.of(spark, "group string, member string, from date, to date");
        Dataset<Row> partners = ShareStage.partners(observed.observations(), observed.series(), AGGREGATES);
        assertIsPlain(ShareStage.shares(partners, observed.series(), memberships, AGGREGATES, RUN));
        assertIsPlain(ShareStage.concentration(partners, observed.series(), AGGREGATES, RUN));
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
