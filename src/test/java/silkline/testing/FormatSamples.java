package silkline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.series.ObservationParser;
import silkline.series.ObservationParser.Reading;
import silkline.source.DatasetManifest;
import silkline.source.FileFormat;
import silkline.source.Piece;
import silkline.source.RawRow;
import silkline.source.ReferenceData;

/**
 * Reads files of official formats as a run does, but without Spark: contract, rows, observations, with the code lists that
 * are shipped.
 */
public final class FormatSamples {
    /** One for all: making one costs more than reading a small file. */
    private static final Configuration HADOOP = new Configuration();

    public static final CodeLists CODES = ReferenceData.load(HADOOP, "datasets").codes();

    private static final Path SHARED = Path.of("../shared/data");
    private static final Path OWN = Path.of("src/test/resources/formats");

    private FormatSamples() {}

    /**
     * What became of the rows of a file.
     *
     * @param accepted {@code series period value status} of each observation, or {@code series period deleted}, in the
     *     order of the file
     * @param broken number of other rows by their rule
     * @param problems {@code line rule message} of each of them
     * @param lines the lines that any of them stood in
     */
    public record Outcome(List<String> accepted, Map<String, Integer> broken, List<String> problems, List<Long> lines) {
        /** The one observation whose text contains all of these. */
        public String one(String... parts) {
            List<String> found = accepted.stream()
                    .filter(line -> Stream.of(parts).allMatch(line::contains))
                    .toList();
            assertThat(found).as(String.join(" ", parts)).hasSize(1);
            return found.get(0);
        }

        /** The first words that tell two observations apart, each once: two of the same are a merged series. */
        public void hasNoKeyTwice() {
            List<String> keys = accepted.stream()
                    .map(line -> line.split(" ", -1))
                    .map(words -> words[0] + " " + words[1])
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    /** A file of an office; the test is skipped where the folder of samples does not lie beside the repository. */
    public static Path official(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there: the check against this official file is skipped");
        return file;
    }

    /** A small file of our own in the same layout. */
    public static Path own(String name) {
        return OWN.resolve(name);
    }

    public static Outcome read(FileFormat format, Path file) {
        return read(format, file, "{}");
    }

    /** Checks and reads; {@code mapping} is what {@code dataset.json} says. */
    public static Outcome read(FileFormat format, Path file, String mapping) {
        return read(format, dataset(format, file, mapping, "en"));
    }

    /** Checks and reads all files of a dataset. */
    public static Outcome read(FileFormat format, DatasetManifest dataset) {
        Outcome outcome = new Outcome(new ArrayList<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        read(format, dataset, (row, reading) -> {
            outcome.lines().add(row.line());
            if (reading instanceof Reading.Accepted good) {
                outcome.accepted().add(line(good));
            } else if (reading instanceof Reading.Rejected bad) {
                outcome.broken().merge(bad.rule(), 1, Integer::sum);
                outcome.problems().add("%d %s %s".formatted(row.line(), bad.rule(), bad.message()));
                assertThat(row.raw()).isNotEmpty();
            }
        });
        return outcome;
    }

    /** The number of rows by their rule, which is empty for those that are accepted; for files that are too large to keep. */
    public static Map<String, Integer> count(FileFormat format, Path file, String mapping) {
        Map<String, Integer> rows = new TreeMap<>();
        read(
                format,
                dataset(format, file, mapping, "en"),
                (row, reading) ->
                        rows.merge(reading instanceof Reading.Rejected bad ? bad.rule() : "", 1, Integer::sum));
        return rows;
    }

    /** Checks the files of a dataset and hands over each of their rows with what became of it. */
    public static void read(FileFormat format, DatasetManifest dataset, BiConsumer<RawRow, Reading> each) {
        format.check(HADOOP, dataset, CODES);
        ObservationParser parser = new ObservationParser(CODES, dataset.id(), dataset.locale(), dataset.published());
        for (DatasetManifest.FileEntry file : dataset.files()) {
            for (Piece piece : format.pieces(dataset, file, HADOOP)) {
                format.rows(piece, HADOOP, CODES)
                        .forEachRemaining(row -> each.accept(
                                row,
                                row.isBroken()
                                        ? new Reading.Rejected(row.rule(), row.problem())
                                        : parser.parse(row::cell)));
            }
        }
    }

    private static String line(Reading.Accepted good) {
        String series = good.series().toString();
        String key = series.substring(0, series.lastIndexOf('.')) + " " + good.period();
        return good.isDeleted() ? key + " deleted" : key + " %s %s".formatted(good.value(), good.status());
    }

    /** The message that refuses a file. */
    public static String refusal(FileFormat format, Path file, String mapping) {
        try {
            format.check(HADOOP, dataset(format, file, mapping, "en"), CODES);
        } catch (UserError refused) {
            return refused.getMessage();
        }
        throw new AssertionError(file + " was not refused");
    }

    /** Writes a file of this text. */
    public static Path write(Path folder, String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), Arrays.asList(lines), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A dataset of files that lie in one folder. */
    public static DatasetManifest dataset(FileFormat format, Path file, String mapping, String locale) {
        String manifest = SampleDataset.manifest(
                "sample", format.id(), file.getFileName().toString(), SampleDataset.sha256(file));
        return DatasetManifest.parse(
                file.toAbsolutePath().getParent().toString(),
                manifest.replace("\"locale\": \"en\"", "\"locale\": \"%s\"".formatted(locale))
                        .replaceFirst("\\{", "{\"mapping\": " + Matcher.quoteReplacement(mapping) + ","));
    }
}
