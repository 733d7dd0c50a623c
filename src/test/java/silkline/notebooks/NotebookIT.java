package silkline.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import silkline.testing.Command;
import silkline.testing.MainRun;
import silkline.testing.PythonEnvironment;

class NotebookIT {
    private static final Path NOTEBOOK = Path.of("notebooks/01_quickstart.ipynb");
    private static final Path EXECUTED = MainRun.FOLDER.resolve("01_quickstart.ipynb");

    @Test
    void theQuickstartReadsTheLakeWithoutSpark() {
        PythonEnvironment python = PythonEnvironment.of("venv-notebooks", Path.of("notebooks/requirements.txt"));
        assertThat(MainRun.once().exitCode()).as(MainRun.once().where()).isZero();

        Command.Result result = Command.of(
                        python.bin().resolve("python"), "src/test/python/execute_notebook.py", NOTEBOOK, EXECUTED)
                .with("SILKLINE_LAKE", MainRun.LAKE.toAbsolutePath())
                .with("JUPYTER_PREFER_ENV_PATH", "1")
                .with("IPYTHONDIR", MainRun.FOLDER.resolve("ipython").toAbsolutePath())
                .with("MPLCONFIGDIR", MainRun.FOLDER.resolve("matplotlib").toAbsolutePath())
                .run("notebook");

        assertThat(result.exitCode())
                .as("%s; as far as it came: %s", result.where(), EXECUTED)
                .isZero();
        assertThat(result.out())
                .as(result.where())
                .contains("722.0 to 855.3 million USD, 2023 to 2024: 18.5 %")
                .contains("732.4 to 881.0 million USD, 2023 to 2024: 20.3 %")
                .contains("kaz-bns   2022: 9.44 billion USD")
                .contains("imf-dots  2020: 5.36 billion USD")
                .contains("check 2 of 004-2: 1.13 billion USD in 2023");
    }

    @Test
    void noOutputsAreStored() throws IOException {
        JsonNode cells = new ObjectMapper().readTree(NOTEBOOK.toFile()).path("cells");
        assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs")).isEmpty();
            assertThat(cell.path("execution_count").asText("null")).isEqualTo("null");
        });
    }
}
