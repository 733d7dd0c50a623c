package silkline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Folders of datasets that tests make, copy and spoil. */
public final class SampleDataset {
    private static final String MANIFEST =
            """
            {
              "id": "%s",
              "title": "A dataset of the tests",
              "producer": "Nobody",
              "licence": "none",
              "accessed": "2026-01-01",
              "published_at": "2025-06-30",
              "format": "%s",
              "locale": "en",
              "files": [{"path": "%s", "sha256": "%s"}]
            }
            """;

    private SampleDataset() {}

    /** The text of a {@code dataset.json} with one file. */
    public static String manifest(String id, String format, String file, String sha256) {
        return MANIFEST.formatted(id, format, file, sha256);
    }

    /** Writes {@code dataset.json} beside a file that is there, with its true sha256. */
    public static void describe(Path folder, String format, String file) {
        try {
            String id = folder.getFileName().toString();
            Files.writeString(folder.resolve("dataset.json"), manifest(id, format, file, sha256(folder.resolve(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Replaces a file of a dataset and writes its sha256 into {@code dataset.json}, as someone who means it would. */
    public static void replace(Path folder, String file, byte[] content) {
        try {
            Path manifest = folder.resolve("dataset.json");
            String before = sha256(folder.resolve(file));
            Files.write(folder.resolve(file), content);
            Files.writeString(manifest, Files.readString(manifest).replace(before, sha256(folder.resolve(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@link #replace(Path, String, byte[])}, with one text in place of another that must be there. */
    public static void replaceText(Path folder, String file, String text, String by) {
        try {
            String content = Files.readString(folder.resolve(file));
            if (!content.contains(text)) {
                throw new IllegalArgumentException("%s has no '%s'".formatted(file, text));
            }
            replace(folder, file, content.replace(text, by).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies a folder with all that is in it. */
    public static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return to;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
