package silkline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program as a person starts it: from a folder, with an environment; its output goes to files, its time is limited. */
public final class Command {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ProcessBuilder builder;

    private Command(List<String> words) {
        builder = new ProcessBuilder(words);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SILKLINE_") || name.startsWith("SPARK_"));
        environment.put("PATH", withoutSpark(environment.getOrDefault("PATH", "")));
    }

    /** Settings of Silkline and an installed Spark that the developer happens to have are not passed on. */
    public static Command of(Object... words) {
        return new Command(Arrays.stream(words).map(Object::toString).toList());
    }

    private static String withoutSpark(String path) {
        return Arrays.stream(path.split(":"))
                .filter(folder -> !Files.isExecutable(Path.of(folder, "spark-submit")))
                .collect(Collectors.joining(":"));
    }

    public Command in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    public Command with(String variable, Object value) {
        builder.environment().put(variable, value.toString());
        return this;
    }

    /** Puts a folder at the start of the path. */
    public Command withPath(Path folder) {
        return with(
                "PATH", folder.toAbsolutePath() + ":" + builder.environment().get("PATH"));
    }

    /** Starts it; {@code name} is that of the files under {@code target/it} that keep what it prints. */
    public Process start(String name) {
        try {
            Files.createDirectories(MainRun.FOLDER);
            return builder.redirectInput(new java.io.File("/dev/null"))
                    .redirectOutput(MainRun.FOLDER.resolve(name + ".out").toFile())
                    .redirectError(MainRun.FOLDER.resolve(name + ".err").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs it to its end; {@code name} as in {@link #start}. */
    public Result run(String name) {
        Path out = MainRun.FOLDER.resolve(name + ".out");
        Path err = MainRun.FOLDER.resolve(name + ".err");
        try {
            Process process = start(name);
            if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("%s: not done after %s; see %s and %s".formatted(name, LIMIT, out, err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + name, stopped);
        }
    }

    /** How it ended, what it printed, and the files that keep it. */
    public record Result(int exitCode, String out, String err, Path outFile, Path errFile) {
        public List<String> outLines() {
            return out.lines().toList();
        }

        public String lastLine() {
            List<String> lines = outLines();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }

        /** For the message of an assertion. */
        public String where() {
            return "exit code %d, output in %s and %s".formatted(exitCode, outFile, errFile);
        }
    }
}
