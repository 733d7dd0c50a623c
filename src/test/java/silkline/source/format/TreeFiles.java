package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import silkline.UserError;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

/** Reads files whose content a test makes up, by a {@link TreeFormat}. */
final class TreeFiles {
    private TreeFiles() {}

    /** A file that an office published. */
    static Path sample(String name) {
        return FormatSamples.official("formats/" + name);
    }

    static String refusal(TreeFormat format, Path file) {
        return FormatSamples.refusal(format, file, "{}");
    }

    /** The message that refuses a file of this name and content. */
    static String refusal(TreeFormat format, String name, byte[] content) {
        return with(name, content, file -> refusal(format, file));
    }

    /** What becomes of a file of this name and content. */
    static Outcome read(TreeFormat format, String name, byte[] content, String mapping) {
        return with(name, content, file -> FormatSamples.read(format, file, mapping));
    }

    /** The message that refuses a file whose {@code dataset.json} states another locale. */
    static String refusalInLocale(TreeFormat format, Path file, String locale) {
        try {
            format.check(new Configuration(), FormatSamples.dataset(format, file, "{}", locale), FormatSamples.CODES);
        } catch (UserError refused) {
            return refused.getMessage();
        }
        throw new AssertionError(file + " was not refused");
    }

    /** Cuts {@code sample} off at many places; each time the message that refuses what is left says the problem. */
    static void assertRefusedWhereverCutOff(TreeFormat format, Path sample, String problem) throws IOException {
        String whole = Files.readString(sample).strip();
        for (int length = 1; length < whole.length(); length += 13) {
            byte[] content = whole.substring(0, length).getBytes(StandardCharsets.UTF_8);
            assertThat(refusal(format, sample.getFileName().toString(), content))
                    .contains(problem);
        }
    }

    private static <T> T with(String name, byte[] content, Function<Path, T> use) {
        try {
            Path folder = Files.createTempDirectory("silkline");
            Path file = Files.write(folder.resolve(name), content);
            try {
                return use.apply(file);
            } finally {
                Files.deleteIfExists(folder.resolve("." + name + ".crc"));
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
