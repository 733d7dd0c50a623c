package silkline.source;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.CsvPieces;
import silkline.source.mapping.Mapping;

/** What must hold for a file before anything of its dataset is read: it is there, whole, and has the stated sha256. */
public final class FileContract {
    private final DatasetManifest dataset;
    private final DatasetManifest.FileEntry file;
    private final Configuration hadoop;

    private FileContract(DatasetManifest dataset, DatasetManifest.FileEntry file, Configuration hadoop) {
        this.dataset = dataset;
        this.file = file;
        this.hadoop = hadoop;
    }

    /** One for each file of a dataset. */
    public static List<FileContract> of(SparkSession spark, DatasetManifest dataset) {
        return of(spark.sparkContext().hadoopConfiguration(), dataset);
    }

    /** One for each file of a dataset, for formats that need no session. */
    public static List<FileContract> of(Configuration hadoop, DatasetManifest dataset) {
        return dataset.files().stream()
                .map(file -> new FileContract(dataset, file, hadoop))
                .toList();
    }

    /** The full path of the file. */
    public String location() {
        return dataset.location(file);
    }

    /** Its name within the dataset. */
    public String name() {
        return file.path();
    }

    /** Refuses a file that is missing, empty or other than stated. */
    public void checkBytes() {
        try (InputStream bytes = Files.bytes(dataset.location(file), hadoop)) {
            MessageDigest digest = sha256();
            if (new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream()) == 0) {
                throw contract("is empty.", "Put the file there again, or leave it out of dataset.json.");
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(file.sha256())) {
                throw contract(
                        "has another sha256 than dataset.json states: the file was changed or is not whole.",
                        "Put the right file there, or, if the change is meant, write \"sha256\": \"%s\"."
                                .formatted(found));
            }
        } catch (FileNotFoundException missing) {
            throw contract("does not exist.", "Put it there, or leave it out of dataset.json.");
        } catch (IOException unreadable) {
            throw contract("cannot be read (%s).".formatted(unreadable.getMessage()), "Check the file.");
        }
    }

    /** The columns of a text file; refuses one that is cut off, in another character set, or without a sound header. */
    public List<String> columns(CsvDialect dialect) {
        try (Reader reader = Files.text(Files.plain(location(), hadoop), dialect.charset())) {
            reader.transferTo(Writer.nullWriter());
            List<String> columns =
                    CsvPieces.read(Piece.whole(dataset, file), dialect, hadoop).columns();
            Set<String> seen = new LinkedHashSet<>();
            for (String column : columns) {
                if (!column.isEmpty() && !seen.add(column)) {
                    throw contract("names the column '%s' twice.".formatted(column), "Rename one of them.");
                }
            }
            if (seen.isEmpty()) {
                throw contract("has no readable header.", "Mend its first line.");
            }
            return columns;
        } catch (CharacterCodingException otherCharset) {
            throw contract(
                    "is not %s text.".formatted(dialect.encoding()), "Save it as %s.".formatted(dialect.encoding()));
        } catch (Files.UnpacksToTooMuch bomb) {
            throw contract(
                    "unpacks to more than 200 times its size.",
                    "If it is what it should be, put it there unpacked, or in several files.");
        } catch (EOFException | ZipException cut) {
            throw contract("is damaged or cut off (%s).".formatted(cut.getMessage()), "Fetch the file again.");
        } catch (IOException | UncheckedIOException unreadable) {
            throw contract("cannot be read (%s).".formatted(unreadable.getMessage()), "Fetch the file again.");
        }
    }

    /** Refuses a file that the mapping does not fit. */
    public void checkMapping(Mapping mapping, List<String> columns, CodeLists codes) {
        mapping.problem(columns, codes).ifPresent(problem -> {
            throw contract(
                    problem + ".",
                    "Mend \"mapping\" in %s; src/docs/sources.md shows how.".formatted(DatasetManifest.FILE_NAME));
        });
    }

    /** Refuses columns other than {@code required} plus some of {@code optional}. */
    public void checkHeader(Collection<String> header, Collection<String> required, Collection<String> optional) {
        Set<String> known = new LinkedHashSet<>(required);
        known.addAll(optional);
        for (String column : required) {
            if (!header.contains(column)) {
                throw contract(
                        "no column '%s'. Found: %s.".formatted(column, String.join(", ", header)),
                        "Add it or rename the one that holds it.");
            }
        }
        List<String> unknown = new ArrayList<>(header);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw contract(
                    "unknown column '%s'. Known: %s.".formatted(unknown.get(0), String.join(", ", known)),
                    "Rename it or take it out; nothing is dropped in silence.");
        }
    }

    /** What is wrong with this file, and what to do. */
    public UserError contract(String problem, String remedy) {
        return UserError.contract(
                dataset.place(file), problem, remedy + " Nothing of '%s' was read.".formatted(dataset.id()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
