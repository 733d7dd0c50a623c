package silkline.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.testing.Frames;
import silkline.testing.SparkTest;

/** What is written to files here is what Delta would have written, and is read as Delta reads it. */
@SparkTest
class RowFilesTest {
    private static final String NOTE = "{\"run_id\":\"1\"}";

    private static final TableSpec TABLE = TableSpec.named("gold", "sample", "growth")
            .meaning("A table of the tests.")
            .required("id", LongType, "by which it is looked up")
            .required("name", StringType, "so is this")
            .optional("day", DateType, "and this")
            .optional("rank", IntegerType, "and this")
            .optional("value", DoubleType, "how much")
            .optional("at", TimestampType, "when")
            .optional(
                    "ends",
                    createArrayType(new StructType().add("low", DoubleType).add("high", DoubleType)),
                    "both")
            .constraint("value_not_negative", "value >= 0")
            .constraint("rank_from_one", "rank IS NULL OR rank >= 1")
            .key("id", "name", "day", "rank")
            .build();

    /** Rows that need a shuffle, some cells of which are missing. */
    private static Dataset<Row> rows(SparkSession spark, int count) {
        return spark.range(count)
                .repartition(3)
                .selectExpr(
                        "id - 5 AS id",
                        "concat('n', id % 7, '\"\u00fc\u202e') AS name",
                        "IF(id % 3 = 0, NULL, date_add(DATE'1969-12-01', CAST(id AS INT))) AS day",
                        "IF(id % 2 = 0, NULL, CAST(id AS INT)) AS rank",
                        "id / 7 AS value",
                        "timestamp_seconds(id * 100000.5) AS at",
                        "IF(id % 5 = 0, NULL, array(named_struct('low', id / 3, 'high', NULL))) AS ends");
    }

    private static Lake lake(SparkSession spark, Path folder) {
        return Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
    }

    /** A table that Delta makes: so it does where a session gives all tables a property. */
    private static void byDelta(SparkSession spark, Path folder, Dataset<Row> rows) {
        String given = "spark.databricks.delta.properties.defaults.appendOnly";
        spark.conf().set(given, "false");
        try {
            lake(spark, folder).replace(TABLE, rows);
        } finally {
            spark.conf().unset(given);
        }
    }

    private static Dataset<Row> readByDelta(SparkSession spark, Path folder) {
        return spark.read().format("delta").load(folder + "/gold/sample");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("gold/sample"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".parquet"))
                    .toList();
        }
    }

    @Test
    void theTableIsTheSameAsOneThatDeltaMakes(SparkSession spark, @TempDir Path one, @TempDir Path other) {
        Dataset<Row> rows = rows(spark, 100);
        assertThat(lake(spark, one).append(TABLE, rows)).isEqualTo(100);
        byDelta(spark, other, rows);
        Frames.assertSameRows(readByDelta(spark, other), readByDelta(spark, one));
        assertThat(readByDelta(spark, one).schema())
                .isEqualTo(readByDelta(spark, other).schema())
                .isEqualTo(TABLE.schema());
        assertThat(described(spark, one)).isEqualTo(described(spark, other));
    }

    private static List<Object> described(SparkSession spark, Path folder) {
        Row detail = DeltaTable.forPath(spark, folder + "/gold/sample")
                .detail()
                .select("description", "partitionColumns", "properties", "minReaderVersion", "minWriterVersion")
                .first();
        Map<String, String> properties = new TreeMap<>(detail.getJavaMap(2));
        properties.remove("delta.appendOnly");
        return List.of(detail.get(0), detail.getList(1), properties, detail.get(3), detail.get(4));
    }

    @Test
    void ofNumbersAndDatesTheSameIsToldAsByDelta(SparkSession spark, @TempDir Path one, @TempDir Path other) {
        Dataset<Row> rows = rows(spark, 100).coalesce(1);
        lake(spark, one).append(TABLE, rows);
        byDelta(spark, other, rows);
        assertThat(told(spark, one))
                .isEqualTo(told(spark, other))
                .isEqualTo("100 -5 94 0 1969-12-02 1970-03-09 34 1 99 50");
    }

    private static String told(SparkSession spark, Path folder) {
        return spark.read()
                .json(folder + "/gold/sample/_delta_log/00000000000000000000.json")
                .where("add IS NOT NULL")
                .selectExpr(
                        "get_json_object(add.stats, '$.numRecords')",
                        "get_json_object(add.stats, '$.minValues.id')",
                        "get_json_object(add.stats, '$.maxValues.id')",
                        "get_json_object(add.stats, '$.nullCount.id')",
                        "get_json_object(add.stats, '$.minValues.day')",
                        "get_json_object(add.stats, '$.maxValues.day')",
                        "get_json_object(add.stats, '$.nullCount.day')",
                        "get_json_object(add.stats, '$.minValues.rank')",
                        "get_json_object(add.stats, '$.maxValues.rank')",
                        "get_json_object(add.stats, '$.nullCount.rank')")
                .first()
                .mkString(" ");
    }

    @Test
    void aFirstRowThatBreaksAConstraintIsRefusedAndNothingOfItStays(SparkSession spark, @TempDir Path folder)
            throws IOException {
        Lake lake = lake(spark, folder);
        Dataset<Row> good = rows(spark, 10).coalesce(1);
        spark.sparkContext().setLogLevel("OFF"); // Spark tells of the refusal at length
        assertThatThrownBy(() -> lake.append(
                        TABLE, good.withColumn("value", good.col("value").minus(1))))
                .hasStackTraceContaining("gold.sample: a row breaks the rule value_not_negative");
        assertThatThrownBy(() -> lake.append(TABLE, good.selectExpr("* EXCEPT (value)", "NULL AS value")))
                .hasStackTraceContaining("value_not_negative");
        assertThatThrownBy(() -> lake.replace(TABLE, good.selectExpr("* EXCEPT (rank)", "0 AS rank")))
                .hasStackTraceContaining("rank_from_one");
        assertThatThrownBy(
                        () -> lake.append(TABLE, good.selectExpr("* EXCEPT (name)", "IF(id = 3, NULL, name) AS name")))
                .hasStackTraceContaining("column name must have a value in every row");
        spark.sparkContext().setLogLevel("ERROR");
        assertThat(lake.has(TABLE)).isFalse();
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void whatOthersWroteMeanwhileIsRead(SparkSession spark, @TempDir Path folder) {
        Lake lake = lake(spark, folder);
        lake.append(TABLE, rows(spark, 10));
        Lake.Pinned first = lake.pin(TABLE);
        assertThat(lake.read(TABLE).inputFiles()).hasSize(3);
        lake(spark, folder).append(TABLE, rows(spark, 5));
        assertThat(lake.read(TABLE).count()).isEqualTo(15);
        Frames.assertSameRows(rows(spark, 10), lake.read(first));
        lake.replace(TABLE, rows(spark, 7));
        Frames.assertSameRows(rows(spark, 7), lake.read(TABLE));
        Frames.assertSameRows(rows(spark, 7), readByDelta(spark, folder));
    }

    @Test
    void whatWasWrittenIsFoundInFoldersOfAnyName(SparkSession spark, @TempDir Path folder) {
        Path odd = folder.resolve("a=1/[b] {c} ü%20*");
        Lake lake = lake(spark, odd);
        lake.append(TABLE, rows(spark, 10));
        Frames.assertSameRows(rows(spark, 10), lake.read(TABLE));
        assertThat(lake.read(TABLE).schema()).isEqualTo(TABLE.schema());
    }
}
