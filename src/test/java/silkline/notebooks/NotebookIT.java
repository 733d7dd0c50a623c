package silkline.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.Tables;
import silkline.testing.Command;
import silkline.testing.MainRun;
import silkline.testing.PythonEnvironment;
import silkline.testing.RowHashes;
import silkline.testing.SparkTest;

/** The notebooks on the lake of the main job, and what other readers than Spark find in it. */
@SparkTest
class NotebookIT {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Set<String> WITH_SPARK = Set.of("01_quickstart.ipynb", "06_java.ipynb");

    /** What each notebook has to print. */
    private static final Map<String, List<String>> PRINTED = Map.of(
            "01_quickstart.ipynb",
            List.of(
                    "722.0 to 855.3 million USD, 2023 to 2024: 18.5 %",
                    "732.4 to 881.0 million USD, 2023 to 2024: 20.3 %",
                    "kaz-bns   2022: 9.44 billion USD",
                    "imf-dots  2020: 5.36 billion USD",
                    "check 2 of 004-2: 1.13 billion USD in 2023"),
            "02_without_spark.ipynb",
            List.of(
                    "growth, Polars",
                    "growth, DuckDB",
                    "shares, DuckDB",
                    "concentration, DuckDB",
                    "CHN 19.2%   jobs/silkline explain share/imf-dots/goods_trade/KAZ/X/CHN/2020/share_ratio"),
            "03_claims.ipynb",
            List.of(
                    "004-2 \"1 milyar doları aşarken\": supported",
                    "sum 1,129,966,517, stored 1,129,966,517",
                    "jobs/silkline explain claim/004-2/check/2/official"),
            "04_forecasts.ipynb",
            List.of("skill ", "coverage ", "series, largest difference", "million USD, 80 %:"),
            "05_vintages.ipynb",
            List.of(
                    "2024: 855.3 million USD, published 2026-04-08 (day)",
                    "as of everything published:",
                    "gold.growth: version 0 had "),
            "06_java.ipynb",
            List.of("14 growth rates, computed as stored; 2024: 855.3 million USD, 18.5 % on the year before"));

    /** How a figure shows in a text: that of matplotlib, or of Java. */
    private static final Pattern FIGURE = Pattern.compile("<Figure|BufferedImage@");

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    private static PythonEnvironment python(String notebook) {
        return WITH_SPARK.contains(notebook) ? PythonEnvironment.withSpark() : PythonEnvironment.ofNotebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void itReadsTheLakeInTwoMinutes(Path notebook) {
        PythonEnvironment python = python(notebook.getFileName().toString());
        assertThat(MainRun.once().exitCode()).as(MainRun.once().where()).isZero();
        String name = notebook.getFileName().toString();
        Path executed = MainRun.FOLDER.resolve(name);

        Instant start = Instant.now();
        Command.Result result = Command.of(
                        python.bin().resolve("python"), "src/test/python/execute_notebook.py", notebook, executed)
                .with("SILKLINE_LAKE", MainRun.LAKE.toAbsolutePath())
                .with("JJAVA_JVM_OPTS", "@../target/spark/java.options -Xmx1g")
                .with("JJAVA_CLASSPATH", "../target/spark/jars/*:../target/lib/*:../target/silkline.jar")
                .with("JUPYTER_PREFER_ENV_PATH", "1")
                .with("IPYTHONDIR", MainRun.FOLDER.resolve("ipython").toAbsolutePath())
                .with("MPLCONFIGDIR", MainRun.FOLDER.resolve("matplotlib").toAbsolutePath())
                .run(name.replace(".ipynb", ""));

        assertThat(result.exitCode())
                .as("%s; as far as it came: %s", result.where(), executed)
                .isZero();
        assertThat(PRINTED).containsKey(name);
        assertThat(result.out()).as(result.where()).contains(PRINTED.get(name)).containsPattern(FIGURE);
        assertThat(Duration.between(start, Instant.now())).as(name).isLessThan(LONGEST);
    }

    /** The reader promise: the same rows, to the last bit, in delta-rs, Polars, DuckDB and Spark. */
    @Test
    void otherReadersFindTheSameRowsInEveryTable(SparkSession spark) {
        PythonEnvironment python = PythonEnvironment.ofNotebooks();
        assertThat(MainRun.once().exitCode()).as(MainRun.once().where()).isZero();
        Command.Result result = Command.of(
                        python.bin().resolve("python"), "src/test/python/read_every_table.py", MainRun.LAKE)
                .run("readers");
        assertTheyFindTheSameRows(spark, result, "by_delta_rs", "by_polars", "by_duckdb");
    }

    /** A Spark of its own, with Delta alone: none of Silkline's settings. */
    @Test
    void pySparkFindsTheSameRowsInEveryTable(SparkSession spark) throws IOException {
        PythonEnvironment python = PythonEnvironment.withSpark();
        assertThat(MainRun.once().exitCode()).as(MainRun.once().where()).isZero();
        Command.Result result = Command.of(
                        python.bin().resolve("python"),
                        "src/test/python/read_with_pyspark.py",
                        MainRun.LAKE,
                        deltaJars())
                .run("pyspark");
        assertTheyFindTheSameRows(spark, result, "by_pyspark");
    }

    private static String deltaJars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("delta-"))
                    .map(Path::toString)
                    .collect(Collectors.joining(","));
        }
    }

    private static void assertTheyFindTheSameRows(SparkSession spark, Command.Result result, String... readers) {
        assertThat(result.exitCode()).as(result.where()).isZero();
        List<String> found = result.out().lines().toList();
        Lake lake = Lake.at(spark, MainRun.LAKE.toString(), "", Lake.Writing.DRY_RUN);
        for (TableSpec table : Tables.all()) {
            String rows = RowHashes.of(lake.read(table).collectAsList());
            for (String reader : readers) {
                assertThat(found).contains("%s %s %s".formatted(table, reader, rows));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void noOutputsAreStored(Path notebook) throws IOException {
        JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).path("cells");
        assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs")).isEmpty();
            assertThat(cell.path("execution_count").asText("null")).isEqualTo("null");
        });
    }
}
