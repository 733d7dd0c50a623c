package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.series.ObservationParser;
import silkline.series.ObservationParser.Reading;
import silkline.source.DatasetManifest;
import silkline.source.Piece;
import silkline.source.ReferenceData;
import silkline.testing.SampleDataset;

/** Reads single files by a {@link TreeFormat} as a run does, without Spark, with the code lists that are shipped. */
final class TreeFiles {
    static final CodeLists CODES =
            ReferenceData.load(new Configuration(), "datasets").codes();

    private static final Path SHARED = Path.of("../shared/data/formats");
    private static final Path RESOURCES = Path.of("src/test/resources/formats");

    private TreeFiles() {}

    /**
     * What became of the rows of a file.
     *
     * @param accepted {@code series period value status} of each observation, in the order of the file
     * @param broken number of other rows by their rule
     * @param problems {@code line rule message} of each of them
     */
    record Outcome(List<String> accepted, Map<String, Integer> broken, List<String> problems) {
        /** The observations whose text contains all of these. */
        List<String> with(String... parts) {
            return accepted.stream()
                    .filter(line -> Stream.of(parts).allMatch(line::contains))
                    .toList();
        }

        /** The text of the one observation that contains all of these. */
        String one(String... parts) {
            List<String> found = with(parts);
            assertThat(found).as(String.join(" ", parts)).hasSize(1);
            return found.get(0);
        }
    }

    /** A file that offices published, where the folder of samples lies beside the repository. */
    static Path sample(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there: the check against this official file is skipped");
        return file;
    }

    /** A small file of our own in the same layout. */
    static Path own(String name) {
        return RESOURCES.resolve(name);
    }

    static Outcome read(TreeFormat format, Path file) {
        return read(format, file, "{}");
    }

    /** Checks and reads; {@code mapping} is what {@code dataset.json} says. */
    static Outcome read(TreeFormat format, Path file, String mapping) {
        return read(format, dataset(format, file, mapping));
    }

    private static Outcome read(TreeFormat format, DatasetManifest dataset) {
        Configuration hadoop = new Configuration();
        format.check(hadoop, dataset, CODES);
        ObservationParser parser =
                new ObservationParser(CODES, dataset.id(), dataset.locale(), dataset.published());
        List<String> accepted = new ArrayList<>();
        Map<String, Integer> broken = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        Piece piece = Piece.whole(dataset, dataset.files().get(0));
        format.rows(piece, hadoop, CODES).forEachRemaining(row -> {
            String rule = row.rule();
            String message = row.problem();
            if (!row.isBroken()) {
                Reading reading = parser.parse(row::cell);
                if (reading instanceof Reading.Accepted good) {
                    accepted.add(line(good));
                    return;
                }
                rule = ((Reading.Rejected) reading).rule();
                message = ((Reading.Rejected) reading).message();
            }
            broken.merge(rule, 1, Integer::sum);
            problems.add("%d %s %s".formatted(row.line(), rule, message));
            assertThat(row.raw()).isNotEmpty();
        });
        return new Outcome(accepted, broken, problems);
    }

    private static String line(Reading.Accepted good) {
        String series = good.series().toString();
        return "%s %s %s %s"
                .formatted(
                        series.substring(0, series.lastIndexOf('.')), good.period(), good.value(), good.status());
    }

    /** The message that refuses a file. */
    static String refusal(TreeFormat format, Path file) {
        return refusal(format, file, dataset(format, file, "{}"));
    }

    /** The message that refuses a file whose {@code dataset.json} states another locale. */
    static String refusalInLocale(TreeFormat format, Path file, String locale) {
        String manifest = SampleDataset.manifest(
                "sample", format.id(), file.getFileName().toString(), SampleDataset.sha256(file));
        return refusal(
                format,
                file,
                DatasetManifest.parse(
                        file.toAbsolutePath().getParent().toString(),
                        manifest.replace("\"locale\": \"en\"", "\"locale\": \"%s\"".formatted(locale))));
    }

    private static String refusal(TreeFormat format, Path file, DatasetManifest dataset) {
        try {
            format.check(new Configuration(), dataset, CODES);
        } catch (UserError refused) {
            return refused.getMessage();
        }
        throw new AssertionError(file + " was not refused");
    }

    /** The message that refuses a file of this name and content. */
    static String refusal(TreeFormat format, String name, byte[] content) {
        Path folder = temporary();
        try {
            return refusal(format, Files.write(folder.resolve(name), content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(folder);
        }
    }

    /** What becomes of a file of this name and content; a refusal is none. */
    static Outcome read(TreeFormat format, String name, byte[] content, String mapping) {
        Path folder = temporary();
        try {
            return read(format, Files.write(folder.resolve(name), content), mapping);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(folder);
        }
    }

    private static DatasetManifest dataset(TreeFormat format, Path file, String mapping) {
        String manifest = SampleDataset.manifest(
                "sample", format.id(), file.getFileName().toString(), SampleDataset.sha256(file));
        return DatasetManifest.parse(
                file.toAbsolutePath().getParent().toString(),
                manifest.replaceFirst("\\{", "{\"mapping\": " + Matcher.quoteReplacement(mapping) + ","));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("silkline");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
