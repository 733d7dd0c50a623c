package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter shown = new StringWriter();
    private long seconds;

    private ConsoleProgress progress(boolean isTerminal) {
        return new ConsoleProgress(new PrintWriter(shown), isTerminal, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private String afterHalfAMinute(boolean isTerminal) {
        ConsoleProgress progress = progress(isTerminal);
        progress.begin("gold.forecast");
        for (seconds = 1; seconds <= 25; seconds++) {
            progress.during("gold.forecast", 100 * seconds, 2500 - 100 * seconds, "series");
        }
        progress.end("gold.forecast", 45_000, 25, "rows");
        return shown.toString();
    }

    @Test
    void aLogHasALineEveryTenSeconds() {
        assertThat(afterHalfAMinute(false).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        " gold.forecast 1,000 series done, 1,500 left",
                        " gold.forecast 2,000 series done, 500 left",
                        " gold.forecast 45,000 rows 25.0 s");
    }

    @Test
    void aTerminalHasOneLineThatIsRenewed() {
        String text = afterHalfAMinute(true);
        assertThat(text.lines().filter(line -> !line.isEmpty() && line.contains("left")))
                .hasSize(25)
                .allMatch(line -> line.startsWith("\u001b[K"));
        assertThat(text.chars().filter(c -> c == '\n')).hasSize(1);
        assertThat(text).endsWith(String.format("45,000 rows    25.0 s%n"));
    }

    @Test
    void aShortStepHasNoOtherLineInALog() {
        ConsoleProgress progress = progress(false);
        progress.begin("gold.forecast");
        seconds = 3;
        progress.during("gold.forecast", 1, 1, "series");
        assertThat(shown.toString()).isEmpty();
    }
}
