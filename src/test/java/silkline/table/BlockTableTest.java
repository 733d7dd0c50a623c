package silkline.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.block.Cell;
import silkline.testing.Frames;
import silkline.testing.Rows;
import silkline.testing.SparkTest;
import silkline.testing.Together;

/** What is written from blocks is what Spark would have written. */
@SparkTest
class BlockTableTest {
    private static final String NOTE = "{\"run_id\":\"1\"}";
    private static final List<String> WORDS = List.of("one", "zwei", "üç", "четыре");

    private static final TableSpec TABLE = TableSpec.named("gold", "sample", "growth")
            .meaning("A table of the tests.")
            .required("id", LongType, "key of the block")
            .required("name", StringType, "of the block")
            .required("period", StringType, "of the row")
            .required("day", DateType, "of the row")
            .optional("word", StringType, "by number")
            .optional("status", StringType, "among the labels")
            .optional("rank", IntegerType, "from 1")
            .required("count", LongType, "an integer in the block")
            .optional("value", DoubleType, "how much")
            .required("sources", createArrayType(StringType), "the name, in a list")
            .required("run", StringType, "the same everywhere")
            .constraint("value_not_negative", "value IS NULL OR value >= 0")
            .key("id", "day")
            .build();

    /** Labels of a block are its name, two statuses, then a text for each row. */
    private static final List<Cell> CELLS = List.of(
            Cell.constant("run", "the run"),
            Cell.key("id"),
            Cell.label("name", 0),
            Cell.labelOfRow("period", 3),
            Cell.date("day", 0),
            Cell.text("word", 1, WORDS),
            Cell.labelAt("status", 2, 1),
            Cell.positive("rank", 3),
            Cell.integer("count", 3),
            Cell.number("value", 0),
            Cell.listOf("sources", 0));

    private static Block block(long key, int rows, Random random) {
        String[] labels = new String[3 + rows];
        labels[0] = "series \"" + key + "\"\n,=1+1\u202e";
        labels[1] = "A";
        labels[2] = "";
        Block block = Block.of(key, rows, 4, 1, labels);
        for (int row = 0; row < rows; row++) {
            labels[3 + row] = random.nextInt(10) == 0 ? "odd " + random.nextInt() : "2024-" + row % 12;
            block.set(0, row, random.nextInt(40_000) - 10_000);
            block.set(1, row, random.nextInt(5) - 1);
            block.set(2, row, random.nextInt(3) - 1);
            block.set(3, row, random.nextInt(4) - 1);
            if (random.nextInt(4) > 0) {
                block.set(0, row, random.nextInt(3) == 0 ? 0.0 : random.nextDouble() * 1e9);
            }
        }
        return block;
    }

    private static BlockRows rows(SparkSession spark, List<Block> blocks, int partitions) {
        Dataset<Block> all = spark.createDataset(blocks, BlockRows.ENCODER).repartition(partitions);
        return new BlockRows(TABLE.schema(), all, CELLS);
    }

    private static BlockRows sample(SparkSession spark, int blocks, int most, long seed) {
        Random random = new Random(seed);
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            all.add(block(random.nextLong(), random.nextInt(most + 1), random));
        }
        return rows(spark, all, 3);
    }

    private static Lake lake(SparkSession spark, Path folder) {
        return Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("gold/sample"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFilesHaveTheRowsThatSparkMakesOfTheBlocks(SparkSession spark, @TempDir Path folder) {
        BlockRows sample = sample(spark, 200, 60, 1);
        long count = sample.rows().count();
        assertThat(count).isGreaterThan(3000);
        assertThat(lake(spark, folder).replace(TABLE, sample)).isEqualTo(count);
        Dataset<Row> stored = lake(spark, folder).read(TABLE);
        assertThat(stored.schema()).isEqualTo(TABLE.schema());
        Frames.assertSameRows(sample.rows(), stored);
        assertThat(stored.where("value IS NULL").count())
                .isEqualTo(sample.rows().where("value IS NULL").count())
                .isPositive();
    }

    /** More texts than are kept, numbered or fit into one dictionary, in more than one group of rows. */
    @Test
    void manyTextsAndManyGroupsOfRowsAreWrittenWhole(SparkSession spark, @TempDir Path folder) {
        Random random = new Random(2);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Block block = block(i, 100, random);
            for (int row = 0; row < 100; row++) {
                block.getLabels()[3 + row] = "%d-%d-".formatted(i % 110, row) + "x".repeat(1000);
            }
            blocks.add(block);
        }
        BlockRows many = rows(spark, blocks, 1);
        spark.conf().set("parquet.block.size", 3_000_000);
        try {
            lake(spark, folder).replace(TABLE, many);
        } finally {
            spark.conf().unset("parquet.block.size");
        }
        Frames.assertSameRows(many.rows(), lake(spark, folder).read(TABLE));
    }

    @Test
    void theTableIsTheSameAsOneOfRows(SparkSession spark, @TempDir Path one, @TempDir Path other) throws IOException {
        BlockRows sample = sample(spark, 20, 20, 3);
        lake(spark, one).replace(TABLE, sample);
        lake(spark, other).replace(TABLE, sample.rows());
        DeltaTable mine = DeltaTable.forPath(spark, lake(spark, one).path(TABLE));
        DeltaTable ofRows = DeltaTable.forPath(spark, lake(spark, other).path(TABLE));
        assertThat(described(mine)).isEqualTo(described(ofRows));
        Row commit = mine.history(1).select("userMetadata", "operationMetrics").first();
        assertThat(commit.getString(0)).contains("\"run_id\":\"1\"");
        Map<String, String> metrics = commit.getJavaMap(1);
        assertThat(metrics)
                .containsEntry("numOutputRows", String.valueOf(sample.rows().count()))
                .containsEntry("numFiles", String.valueOf(files(one).size()));
    }

    private static List<Object> described(DeltaTable table) {
        Row detail = table.detail()
                .select("description", "partitionColumns", "properties", "minReaderVersion", "minWriterVersion")
                .first();
        return List.of(detail.get(0), detail.getList(1), detail.getJavaMap(2), detail.get(3), detail.get(4));
    }

    @Test
    void deltaSkipsFilesByWhatIsToldOfThem(SparkSession spark, @TempDir Path folder) {
        Random random = new Random(4);
        List<Block> blocks = List.of(block(1, 10, random), block(2, 10, random));
        lake(spark, folder).replace(TABLE, rows(spark, blocks, 1));
        Row told = spark.read()
                .json(folder + "/gold/sample/_delta_log/00000000000000000000.json")
                .where("add IS NOT NULL")
                .selectExpr(
                        "get_json_object(add.stats, '$.numRecords')",
                        "get_json_object(add.stats, '$.minValues.id')",
                        "get_json_object(add.stats, '$.maxValues.id')",
                        "get_json_object(add.stats, '$.nullCount.id')",
                        "get_json_object(add.stats, '$.minValues.day')")
                .first();
        String first = lake(spark, folder)
                .read(TABLE)
                .selectExpr("CAST(min(day) AS STRING)")
                .first()
                .getString(0);
        assertThat(told.mkString(" ")).isEqualTo("20 1 2 0 " + first);
    }

    @Test
    void newRowsTakeThePlaceOfAllOldOnes(SparkSession spark, @TempDir Path folder) {
        Lake lake = lake(spark, folder);
        lake.replace(TABLE, sample(spark, 10, 10, 5));
        BlockRows next = sample(spark, 5, 10, 6);
        lake.replace(TABLE, next);
        Frames.assertSameRows(next.rows(), lake.read(TABLE));
        assertThat(lake.replace(TABLE, rows(spark, List.of(), 1))).isZero();
        assertThat(lake.read(TABLE).isEmpty()).isTrue();
        lake.replace(TABLE, next);
        lake.clear(TABLE);
        assertThat(lake.read(TABLE).isEmpty()).isTrue();
        assertThat(lake.read(new Lake.Pinned(TABLE, 1, 0)).count())
                .isEqualTo(next.rows().count());
    }

    @Test
    void aRowThatBreaksARuleIsRefusedAndNothingOfItStays(SparkSession spark, @TempDir Path folder) throws IOException {
        Lake lake = lake(spark, folder);
        BlockRows good = sample(spark, 10, 10, 7);
        lake.replace(TABLE, good);
        List<String> files = files(folder);
        Block negative = block(1, 3, new Random(8));
        negative.set(0, 1, -0.5);
        assertThatThrownBy(() -> lake.replace(TABLE, rows(spark, List.of(negative), 1)))
                .hasMessageContaining("gold.sample")
                .hasMessageContaining("value_not_negative");
        BlockRows without = new BlockRows(
                TABLE.schema(),
                good.blocks().coalesce(1),
                CELLS.stream()
                        .map(cell -> cell.name().equals("period") ? Cell.text("period", 1, WORDS) : cell)
                        .toList());
        spark.sparkContext().setLogLevel("OFF"); // Spark tells of the refusal at length
        assertThatThrownBy(() -> lake.replace(TABLE, without))
                .hasStackTraceContaining("column period must have a value in every row");
        spark.sparkContext().setLogLevel("ERROR");
        assertThat(files(folder)).isEqualTo(files);
        Frames.assertSameRows(good.rows(), lake.read(TABLE));
    }

    @Test
    void aTableThatSomebodyChangedIsWrittenByDelta(SparkSession spark, @TempDir Path folder) {
        Lake lake = lake(spark, folder);
        lake.replace(TABLE, sample(spark, 10, 10, 9));
        spark.sql("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true')"
                .formatted(lake.path(TABLE)));
        BlockRows next = sample(spark, 10, 10, 10);
        assertThat(new FileTable(spark, lake.path(TABLE), TABLE, Map.of()).isPlain())
                .isFalse();
        assertThat(lake.replace(TABLE, next)).isEqualTo(next.rows().count());
        Frames.assertSameRows(next.rows(), lake.read(TABLE));
    }

    @Test
    void aTableOfASessionThatGivesItFeaturesIsWrittenByDelta(SparkSession spark, @TempDir Path folder) {
        String names = "spark.databricks.delta.properties.defaults.columnMapping.mode";
        BlockRows sample = sample(spark, 10, 10, 12);
        spark.conf().set(names, "name");
        try {
            lake(spark, folder).replace(TABLE, sample);
        } finally {
            spark.conf().unset(names);
        }
        Frames.assertSameRows(sample.rows(), lake(spark, folder).read(TABLE));
        lake(spark, folder).replace(TABLE, sample);
        Frames.assertSameRows(sample.rows(), lake(spark, folder).read(TABLE));
    }

    @Test
    void aDryRunCountsAndWritesNothing(SparkSession spark, @TempDir Path folder) {
        BlockRows sample = sample(spark, 10, 10, 11);
        Lake dry = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.DRY_RUN);
        assertThat(dry.replace(TABLE, sample)).isEqualTo(sample.rows().count());
        dry.clear(TABLE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofThoseWhoReplaceAtOnceOneIsLastAndItsRowsAreThere(SparkSession spark, @TempDir Path folder) throws Exception {
        Lake lake = lake(spark, folder);
        Together.run(4, writer -> lake.replace(TABLE, rows(spark, List.of(block(writer, 7, new Random(writer))), 1)));
        assertThat(Rows.lines(lake.read(TABLE).select("id").distinct(), "id")).hasSize(1);
        assertThat(lake.read(TABLE).count()).isEqualTo(7);
        assertThat(DeltaTable.forPath(spark, lake.path(TABLE)).history().count())
                .isEqualTo(4);
    }

    @Test
    void cellsAreThoseOfTheTable(SparkSession spark) {
        assertThatThrownBy(() -> new BlockRows(
                        TABLE.schema(), spark.createDataset(List.of(), BlockRows.ENCODER), CELLS.subList(1, 11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run");
    }
}
