package silkline.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A virtual environment of Python below {@code target}, made from files of pinned requirements. */
public final class PythonEnvironment {
    private static final String CHECK =
            "import sys, venv, ensurepip; print(sys.version); sys.exit(sys.version_info < (3, 10))";

    private static final Path NOTEBOOKS = Path.of("notebooks");

    private final Path folder;

    private PythonEnvironment(Path folder) {
        this.folder = folder;
    }

    /**
     * The environment {@code target/<name>}; kept while Python and the requirements stay the same. Skips the test where
     * there is no Python 3.10 or later with the module venv, and, but for continuous integration, where the packages
     * cannot be had.
     */
    public static PythonEnvironment of(String name, Path... requirements) {
        Path folder = Path.of("target", name);
        Command.Result python = python(name);
        assumeTrue(
                python != null && python.exitCode() == 0,
                "Skipped: there is no python3 of version 3.10 or later with venv on the path.");
        try {
            StringBuilder needed = new StringBuilder(python.out());
            for (Path file : requirements) {
                needed.append(Files.readString(file));
            }
            String wanted = needed.toString();
            Path made = folder.resolve("made-from.txt");
            if (!Files.exists(made) || !Files.readString(made).equals(wanted)) {
                Folders.delete(folder);
                install(name, folder, requirements);
                Files.writeString(made, wanted);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new PythonEnvironment(folder);
    }

    private static Command.Result python(String name) {
        try {
            return Command.of("python3", "-c", CHECK).run(name + "-python");
        } catch (UncheckedIOException notThere) {
            return null;
        }
    }

    private static void install(String name, Path folder, Path... requirements) {
        Command.Result made = Command.of("python3", "-m", "venv", folder).run(name + "-venv");
        assumeTrue(made.exitCode() == 0, "Skipped: no virtual environment can be made; " + made.where());
        List<Object> pip =
                new ArrayList<>(List.of(folder.resolve("bin/pip"), "install", "--disable-pip-version-check", "-q"));
        for (Path file : requirements) {
            pip.addAll(List.of("-r", file));
        }
        Command.Result installed = Command.of(pip.toArray()).run(name + "-pip");
        String wanted = Arrays.toString(requirements);
        if (installed.exitCode() != 0 && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("%s cannot be installed; %s".formatted(wanted, installed.where()));
        }
        assumeTrue(
                installed.exitCode() == 0, "Skipped: %s cannot be installed; %s".formatted(wanted, installed.where()));
    }

    /** The one of the notebooks that need no Spark. */
    public static PythonEnvironment ofNotebooks() {
        return of("venv-notebooks", NOTEBOOKS.resolve("requirements.txt"));
    }

    /** The one of the notebooks that need Spark; it brings a whole one. */
    public static PythonEnvironment withSpark() {
        return of("venv-spark", NOTEBOOKS.resolve("requirements.txt"), NOTEBOOKS.resolve("requirements-spark.txt"));
    }

    /** Its folder of programs. */
    public Path bin() {
        return folder.resolve("bin").toAbsolutePath();
    }
}
