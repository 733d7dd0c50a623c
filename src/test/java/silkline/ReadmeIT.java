package silkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silkline.testing.Command;
import silkline.testing.MainRun;
import silkline.testing.Readme;

class ReadmeIT {
    private static final String LEFT_OUT = "...";

    @Test
    void theOutputShownIsWhatTheMainJobPrints() {
        Command.Result result = MainRun.once();
        List<String> printed = Stream.concat(result.err().lines(), result.out().lines())
                .map(ReadmeIT::masked)
                .toList();

        List<String> shown = Readme.fenced("output").stream()
                .filter(line -> !line.isBlank() && !line.equals(LEFT_OUT) && !line.startsWith("$ "))
                .map(ReadmeIT::masked)
                .toList();

        assertThat(shown).isNotEmpty();
        assertThat(printed).as(result.where()).containsAll(shown);
    }

    /** Without what differs from run to run: its id, its seconds. */
    private static String masked(String line) {
        return line.replaceAll("\\d{8}T\\d{6}Z-[0-9a-f]{4}", "RUN")
                .replaceAll(" +\\d+\\.\\d s$", " SECONDS")
                .replaceAll("\"seconds\":[\\d.]+", "\"seconds\":SECONDS");
    }
}
