package silkline.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import silkline.UserError;

/** The folder of datasets: one sub-folder each, with a {@code dataset.json}. */
public final class Datasets {
    private static final int LARGEST_MANIFEST = 4 << 20;

    private final List<DatasetManifest> manifests;
    private final List<UserError> errors;

    private Datasets(List<DatasetManifest> manifests, List<UserError> errors) {
        this.manifests = List.copyOf(manifests);
        this.errors = new ArrayList<>(errors);
    }

    /** Reads every manifest below {@code root} whose id matches the glob {@code only}, in the order of their ids. */
    public static Datasets scan(SparkSession spark, String root, String only) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + only);
        List<DatasetManifest> manifests = new ArrayList<>();
        List<UserError> errors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String folder : folders(root, hadoop)) {
            try {
                DatasetManifest manifest = DatasetManifest.parse(folder, manifestText(folder, hadoop));
                if (!ids.add(manifest.id())) {
                    throw UserError.contract(
                            manifest.id(), "two datasets have this id.", "Give one of them another \"id\".");
                }
                if (wanted.matches(java.nio.file.Path.of(manifest.id()))) {
                    manifests.add(manifest);
                }
            } catch (UserError error) {
                errors.add(error);
            }
        }
        if (manifests.isEmpty() && errors.isEmpty()) {
            throw UserError.usage(
                    "%s: no dataset matches '%s'. Each is a folder with a dataset.json; see --datasets and --only."
                            .formatted(root, only));
        }
        return new Datasets(manifests, errors);
    }

    /** The datasets whose files keep their contracts, as {@code check} finds; what is wrong with the others is in {@link #errors}. */
    public List<DatasetManifest> sound(Consumer<DatasetManifest> check) {
        List<DatasetManifest> sound = new ArrayList<>();
        for (DatasetManifest manifest : manifests) {
            try {
                check.accept(manifest);
                sound.add(manifest);
            } catch (UserError error) {
                errors.add(error);
            }
        }
        return sound;
    }

    public List<UserError> errors() {
        return List.copyOf(errors);
    }

    private static List<String> folders(String root, Configuration hadoop) {
        try {
            Path path = new Path(root);
            FileSystem files = path.getFileSystem(hadoop);
            List<String> folders = new ArrayList<>();
            for (FileStatus entry : files.listStatus(path)) {
                if (entry.isDirectory() && files.exists(new Path(entry.getPath(), DatasetManifest.FILE_NAME))) {
                    folders.add(entry.getPath().toString());
                }
            }
            folders.sort(Comparator.naturalOrder());
            return folders;
        } catch (FileNotFoundException missing) {
            throw UserError.usage("%s: no such folder of datasets. Name it with --datasets.".formatted(root));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String manifestText(String folder, Configuration hadoop) {
        try (InputStream bytes = Files.bytes(folder + "/" + DatasetManifest.FILE_NAME, hadoop)) {
            byte[] text = bytes.readNBytes(LARGEST_MANIFEST + 1);
            if (text.length > LARGEST_MANIFEST) {
                throw UserError.contract(
                        new Path(folder).getName() + "/" + DatasetManifest.FILE_NAME,
                        "is larger than %,d bytes.".formatted(LARGEST_MANIFEST),
                        "Shorten it; rows belong into files.");
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
