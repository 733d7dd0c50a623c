package silkline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;

/** Calls the program as a user does. */
final class Cli {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cli() {}

    /** What a call gave back. */
    record Result(int exitCode, String out, String err) {
        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.get(lines.size() - 1);
        }

        /** The last line of stdout. */
        JsonNode facts() {
            try {
                return JSON.readTree(lastLine());
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }
    }

    static Result execute(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exitCode = line.execute(words);
        line.getOut().flush();
        line.getErr().flush();
        return new Result(exitCode, out.toString(), err.toString());
    }
}
