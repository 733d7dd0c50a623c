package silkline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the README that are held against the product, each between {@code <!-- name -->} and the next comment. */
public final class Readme {
    private static final Path FILE = Path.of("README.md");
    private static final String END = "<!-- end -->";

    private Readme() {}

    /** The text of a section. */
    public static String section(String name) {
        String text = read();
        return text.substring(start(text, name), text.indexOf(END, start(text, name)));
    }

    /** Compares a section with a table of these rows; {@code -Dgolden.update=true} rewrites it. */
    public static void assertSection(String name, String header, Stream<String> rows) {
        String rule = header.replaceAll("[^|]+", " --- ");
        String expected = Stream.concat(Stream.of("", header, rule), rows).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("golden.update")) {
            String text = read();
            int start = start(text, name);
            write(text.substring(0, start) + expected + text.substring(text.indexOf(END, start)));
        }
        assertThat(section(name))
                .as("%s, section %s; -Dgolden.update=true rewrites it", FILE, name)
                .isEqualTo(expected);
    }

    /** One row of a table. */
    public static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The lines within the fence of a section. */
    public static List<String> fenced(String name) {
        List<String> lines = section(name).strip().lines().toList();
        return lines.subList(1, lines.size() - 1);
    }

    private static int start(String text, String name) {
        String mark = "<!-- " + name + " -->\n";
        int at = text.indexOf(mark);
        assertThat(at).as("%s has a section %s", FILE, mark.strip()).isNotNegative();
        return at + mark.length();
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(FILE, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
