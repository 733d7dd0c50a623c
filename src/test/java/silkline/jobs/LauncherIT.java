package silkline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import silkline.testing.Command;
import silkline.testing.Folders;
import silkline.testing.MainRun;
import silkline.testing.PythonEnvironment;

/** The product as it is delivered: the launcher, the packaged jar, and Spark. */
class LauncherIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theMainJobRunsFromAnyFolderOnTheSparkOfTheBuild() throws IOException {
        Command.Result result = MainRun.once();

        assertThat(result.exitCode()).as(result.where()).isZero();
        JsonNode last = JSON.readTree(result.lastLine());
        assertThat(last.path("command").asText()).isEqualTo("run");
        assertThat(last.path("status").asText()).isEqualTo("done");
        assertThat(MainRun.FOLDER.resolve(last.path("report").asText())).isNotEmptyFile();
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("WARN");
    }

    @Test
    void aBrokenDatasetIsToldInOneLineAndExitCodeThree() throws IOException {
        Path datasets = MainRun.FOLDER.resolve("broken");
        Folders.delete(datasets);
        Folders.copyFiles(Path.of("datasets/reference"), datasets.resolve("reference"));
        Folders.copyFiles(Path.of("datasets/unctad"), datasets.resolve("unctad"));
        Files.writeString(datasets.resolve("unctad/observations.csv"), "one more line\n", StandardOpenOption.APPEND);
        Folders.delete(MainRun.FOLDER.resolve("broken-lake"));

        Command.Result result = Command.of(
                        "../../jobs/silkline", "ingest", "--datasets", "broken", "--lake", "broken-lake")
                .in(MainRun.FOLDER)
                .run("broken");

        assertThat(result.exitCode()).as(result.where()).isEqualTo(3);
        assertThat(complaints(result))
                .as(result.where())
                .singleElement()
                .asString()
                .startsWith("error: unctad/observations.csv: has another sha256 than dataset.json states")
                .endsWith("Nothing of 'unctad' was read.");
        assertThat(JSON.readTree(result.lastLine()).path("exit_code").asInt()).isEqualTo(3);
    }

    /** What is on stderr beside the launcher's own words, the settings and the progress. */
    private static List<String> complaints(Command.Result result) {
        return result.err()
                .lines()
                .filter(line -> !line.startsWith("silkline") && !line.startsWith("  "))
                .toList();
    }

    @Test
    void plainSparkSubmitOfAnInstalledSparkGivesTheSameReport() throws IOException {
        Path submit = installedSparkSubmit();
        assertThat(MainRun.once().exitCode()).as(MainRun.once().where()).isZero();
        Path lake = MainRun.FOLDER.resolve("installed-lake");
        Path reports = MainRun.FOLDER.resolve("installed-reports");
        Folders.delete(reports);
        Folders.delete(lake);

        Command.Result result = Command.of(
                        submit,
                        "--class",
                        "silkline.cli.Main",
                        "--master",
                        "local[2]",
                        "target/silkline.jar",
                        "run",
                        "--datasets",
                        "datasets",
                        "--lake",
                        lake,
                        "--out",
                        reports)
                .withPath(submit.getParent())
                .run("installed");

        assertThat(result.exitCode()).as(result.where()).isZero();
        assertThat(findings(reports.resolve("summary.json"))).isEqualTo(findings(MainRun.SUMMARY));
    }

    /** Of the Spark that {@code SPARK_HOME} names, if any, else of PySpark's package, which brings a whole Spark. */
    private static Path installedSparkSubmit() {
        String home = System.getenv("SPARK_HOME");
        return home != null
                ? Path.of(home, "bin/spark-submit")
                : PythonEnvironment.withSpark().bin().resolve("spark-submit");
    }

    /**
     * The summary without what may differ between two runs. Numbers to twelve digits, more than any reader sees: the two
     * virtual machines run with different compilers.
     */
    private static JsonNode findings(Path summary) throws IOException {
        JsonNode root = JSON.readTree(summary.toFile());
        ((ObjectNode) root.path("run")).remove(List.of("id", "finished_at", "lake"));
        for (JsonNode figure : root.path("figures")) {
            if (figure.path("value").isNumber()) {
                ((ObjectNode) figure)
                        .put(
                                "value",
                                figure.path("value")
                                        .decimalValue()
                                        .round(new MathContext(12))
                                        .doubleValue());
            }
        }
        return root;
    }
}
