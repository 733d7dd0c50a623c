package silkline.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.UserError;
import silkline.testing.Rows;
import silkline.testing.SparkTest;
import silkline.testing.Together;

@SparkTest
class LakeTest {
    private static final String NOTE = "{\"run_id\":\"1\"}";
    private static final TableSpec TABLE = TableSpec.named("gold", "sample", "growth")
            .meaning("A table of the tests.")
            .required("area", StringType, "who")
            .optional("value", DoubleType, "how much")
            .constraint("value_not_negative", "value IS NULL OR value >= 0")
            .key("area")
            .build();

    private static Dataset<Row> rows(SparkSession spark, String... lines) {
        return Rows.of(spark, "area string, value double", lines);
    }

    @Test
    void aTableArrivesWithSchemaCommentsDescriptionAndNote(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        assertThat(lake.append(TABLE, rows(spark, "KAZ 1", "UZB -"))).isEqualTo(2);

        Dataset<Row> stored = lake.read(TABLE);
        assertThat(stored.schema()).isEqualTo(TABLE.schema());
        assertThat(Arrays.stream(stored.schema().fields()).map(StructField::getComment))
                .allSatisfy(comment -> assertThat(comment.isDefined()).isTrue());
        DeltaTable table = DeltaTable.forPath(spark, lake.path(TABLE));
        assertThat(Rows.<String>values(table.detail(), "description")).containsExactly("A table of the tests.");
        assertThat(Rows.<String>values(table.history(1), "userMetadata"))
                .singleElement()
                .satisfies(note -> assertThat(note).contains("\"run_id\":\"1\""));
    }

    @Test
    void aRowThatBreaksAConstraintIsRefusedAndNothingOfItsCommitStays(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        lake.append(TABLE, rows(spark, "KAZ 1"));
        spark.sparkContext().setLogLevel("OFF"); // Spark tells of the refusal at length
        assertThatThrownBy(() -> lake.append(TABLE, rows(spark, "UZB 2", "KGZ -0.5")))
                .hasStackTraceContaining("value_not_negative");
        assertThatThrownBy(() -> lake.append(TABLE, rows(spark, "- 2"))).hasStackTraceContaining("area_present");
        spark.sparkContext().setLogLevel("ERROR");
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KAZ 1");
    }

    @Test
    void rowsAreAddedOrReplacedAllOrByCondition(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        lake.append(TABLE, rows(spark, "KAZ 1"));
        assertThat(lake.append(TABLE, rows(spark, "UZB 2"))).isEqualTo(1);
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KAZ 1", "UZB 2");

        assertThat(lake.replaceWhere(TABLE, "area", List.of("UZB"), rows(spark, "UZB 3")))
                .isEqualTo(1);
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KAZ 1", "UZB 3");

        assertThat(lake.replace(TABLE, rows(spark, "KGZ 4"))).isEqualTo(1);
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KGZ 4");
        assertThat(lake.replace(TABLE, rows(spark))).isZero();
        assertThat(lake.read(TABLE).isEmpty()).isTrue();
    }

    @Test
    void aWriteOnTopOfWhatWasReadIsRefusedOnceAnotherCameFirst(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        Lake.Pinned nothing = lake.pin(TABLE);
        assertThat(lake.read(nothing).isEmpty()).isTrue();
        assertThat(lake.append(nothing, rows(spark, "KAZ 1"))).isEqualTo(1);
        assertThatThrownBy(() -> lake.append(nothing, rows(spark, "KAZ 1"))).isInstanceOf(Lake.Outrun.class);

        Lake.Pinned one = lake.pin(TABLE);
        lake.replace(one, rows(spark, "KAZ 2"));
        assertThatThrownBy(() -> lake.append(one, rows(spark, "UZB 1"))).isInstanceOf(Lake.Outrun.class);
        assertThatThrownBy(() -> lake.replace(one, rows(spark, "UZB 1"))).isInstanceOf(Lake.Outrun.class);
        assertThat(Rows.lines(lake.read(one), "area", "value")).containsExactly("KAZ 1");
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KAZ 2");
        assertThat(Rows.<String>values(
                        DeltaTable.forPath(spark, lake.path(TABLE)).history(1), "userMetadata"))
                .singleElement()
                .asString()
                .startsWith("{\"write\":\"")
                .endsWith("\",\"run_id\":\"1\"}");
    }

    @Test
    void commitsThatRestOnNothingDoNotHideThoseThatDo(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        lake.append(lake.pin(TABLE), rows(spark, "KAZ 1"));
        Lake.Pinned before = lake.pin(TABLE);
        DeltaTable.forPath(spark, lake.path(TABLE)).delete("area = 'none'");
        lake.append(TABLE, rows(spark, "UZB 1"));
        Lake.Pinned after = lake.pin(TABLE);
        assertThat(lake.append(before, rows(spark, "KGZ 1"))).isEqualTo(1);
        assertThatThrownBy(() -> lake.append(after, rows(spark, "TJK 1"))).isInstanceOf(Lake.Outrun.class);
        assertThat(lake.append(lake.pin(TABLE), rows(spark, "TJK 1"))).isEqualTo(1);
    }

    @Test
    void eightWritersAtOnceLoseAndDoubleNothing(SparkSession spark, @TempDir Path folder) throws Exception {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        AtomicInteger outrun = new AtomicInteger();
        Together.run(
                8,
                writer -> Retries.untilUndisturbed(() -> {
                    Lake.Pinned seen = lake.pin(TABLE);
                    long next = lake.read(seen).count();
                    try {
                        return lake.append(seen, rows(spark, "W%d %d".formatted(writer, next)));
                    } catch (Lake.Outrun another) {
                        outrun.incrementAndGet();
                        throw another;
                    }
                }));
        assertThat(Rows.lines(lake.read(TABLE), "value")).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(Rows.lines(lake.read(TABLE), "area")).doesNotHaveDuplicates();
        assertThat(outrun).hasPositiveValue();
    }

    @Test
    void aFolderThatAWriterLeftBeforeItsFirstCommitIsNoTable(SparkSession spark, @TempDir Path folder)
            throws IOException {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        Files.createDirectories(folder.resolve("gold/sample/_delta_log"));
        Files.writeString(folder.resolve("gold/sample/_delta_log/.0.json.1.tmp"), "{");
        assertThat(lake.has(TABLE)).isFalse();
        assertThat(lake.append(TABLE, rows(spark, "KAZ 1"))).isEqualTo(1);
        assertThat(Rows.lines(lake.read(TABLE), "area", "value")).containsExactly("KAZ 1");
    }

    @Test
    void aConditionOnTextsIsNotAProgram(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        lake.append(TABLE, rows(spark, "KAZ 1", "a\\'b 2"));
        lake.replaceWhere(TABLE, "area", List.of("') OR (1 = 1) --", "\\"), rows(spark));
        assertThat(Rows.lines(lake.read(TABLE), "value")).containsExactly("1", "2");
        lake.replaceWhere(TABLE, "area", List.of("a\\'b"), rows(spark));
        assertThat(Rows.lines(lake.read(TABLE), "value")).containsExactly("1");
    }

    @Test
    void aDryRunCountsAndWritesNothing(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.DRY_RUN);
        assertThat(lake.append(TABLE, rows(spark, "KAZ 1", "UZB 2"))).isEqualTo(2);
        assertThat(lake.has(TABLE)).isFalse();
        assertThat(folder).isEmptyDirectory();
        assertThat(lake.readOrEmpty(TABLE).schema()).isEqualTo(TABLE.schema());
    }

    @Test
    void aTableThatIsNotThereSaysWhichCommandMakesIt(SparkSession spark, @TempDir Path folder) {
        Lake lake = Lake.at(spark, folder.toString(), NOTE, Lake.Writing.ON);
        assertThatThrownBy(() -> lake.read(TABLE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gold.sample")
                .hasMessageContaining("silkline growth");
    }
}
