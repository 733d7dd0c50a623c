package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import silkline.series.Period;
import silkline.testing.Frames;
import silkline.testing.SparkTest;

/** {@link PeriodColumns} writes periods as {@link Period} does. */
@SparkTest
class PeriodParityTest {
    private static final StructType EXPECTED = new StructType()
            .add("freq", StringType)
            .add("start", DateType)
            .add("end", DateType)
            .add("text", StringType)
            .add("per_year", IntegerType)
            .add("index", IntegerType);

    @Test
    void columnsWritePeriodsAsTheFormulasDo(SparkSession spark) {
        List<Row> expected = List.of(
                        "1992",
                        "2024",
                        "2024-S1",
                        "2024-S2",
                        "2023-Q1",
                        "2024-Q4",
                        "2024-01",
                        "2024-02",
                        "2023-12",
                        "2024-01/P5M",
                        "2024-03/P1M",
                        "2023-11/P4M",
                        "2024-01/P12M",
                        "2020-06/P30M")
                .stream()
                .map(text -> Period.parse(text).orElseThrow())
                .map(period -> RowFactory.create(
                        period.frequency().code(),
                        period.start(),
                        period.end(),
                        period.toString(),
                        period.frequency().perYear(),
                        period.index()))
                .toList();
        Dataset<Row> formulas = spark.createDataFrame(expected, EXPECTED);
        Frames.assertSameRows(
                formulas,
                formulas.select(
                        col("freq"),
                        col("start"),
                        col("end"),
                        PeriodColumns.text(col("freq"), col("index")).as("text"),
                        PeriodColumns.perYear(col("freq")).as("per_year"),
                        col("index")));
    }
}
