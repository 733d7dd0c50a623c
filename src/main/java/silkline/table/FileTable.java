package silkline.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.table.block.BlockFiles;
import silkline.table.block.BlockRows;
import silkline.table.block.WrittenFile;

/**
 * A table whose files are written and checked here, and then committed together. Delta's own write plans the rows several
 * times, and makes rows of blocks: see decisions 0025 and 0029.
 */
final class FileTable {
    /** Spark takes a path with one of these for a pattern, unless it is escaped. */
    private static final Pattern SPECIAL = Pattern.compile("[{}\\[\\]*?\\\\]");

    private final SparkSession spark;
    private final Path folder;
    private final TableSpec table;
    private final FileCommit commit;

    FileTable(SparkSession spark, String path, TableSpec table, Map<String, String> properties) {
        this.spark = spark;
        this.folder = new Path(path);
        this.table = table;
        this.commit = new FileCommit(spark, path, table, properties);
    }

    /** All that a table has in one of its versions. */
    record Contents(long version, List<WrittenFile> files) {
        long rows() {
            return files.stream().mapToLong(WrittenFile::rows).sum();
        }
    }

    /** Whether {@link #replace} can do it: not where somebody gave the table features that only Delta's own writes keep. */
    boolean isPlain() {
        return commit.isPlain();
    }

    /** Replaces all rows in one commit, whatever others do. */
    Contents replace(BlockRows rows, String note) {
        return replace(write -> checked(blockFiles(write).write(spark, rows)), note);
    }

    /** Replaces all rows in one commit, whatever others do. */
    Contents replace(Dataset<Row> rows, String note) {
        return replace(write -> rowFiles(write).write(rows), note);
    }

    private Contents replace(Function<String, List<WrittenFile>> write, String note) {
        List<WrittenFile> files = written(write);
        return new Contents(Retries.untilUndisturbed(() -> commit.replace(files, note)), files);
    }

    /** Makes the table with its first rows; throws a conflict where another writer made it first. */
    Contents create(Dataset<Row> rows, String note) {
        List<WrittenFile> files = written(write -> rowFiles(write).write(rows));
        return new Contents(commit.create(files, note), files);
    }

    /** Removes all rows in one commit, whatever others do. */
    Contents clear(String note) {
        return replace(write -> List.of(), note);
    }

    /** The rows of files of the table, read without asking Delta which they are. */
    Dataset<Row> read(List<WrittenFile> files) {
        return files.isEmpty()
                ? spark.createDataFrame(List.of(), table.schema())
                : spark.read()
                        .schema(table.schema())
                        .parquet(files.stream()
                                .map(file -> new Path(folder, file.name()).toString())
                                .map(path -> SPECIAL.matcher(path).replaceAll("\\\\$0"))
                                .toArray(String[]::new));
    }

    private BlockFiles blockFiles(String write) {
        return new BlockFiles(folder, write, table.required(), table.key(), table.lookedUpBy());
    }

    private RowFiles rowFiles(String write) {
        return new RowFiles(folder, write, table);
    }

    /** What {@code files} wrote; they are given a name that nothing else has. */
    private List<WrittenFile> written(Function<String, List<WrittenFile>> files) {
        String write = UUID.randomUUID().toString();
        try {
            return files.apply(write);
        } catch (RuntimeException failure) {
            discard(write, failure);
            throw failure;
        }
    }

    /** That columns which must have a value do was seen while writing. */
    private List<WrittenFile> checked(List<WrittenFile> files) {
        if (files.isEmpty() || table.rules().isEmpty()) {
            return files;
        }
        Column holds = table.rules().values().stream()
                .map(rule -> coalesce(expr(rule), lit(false)))
                .reduce(lit(true), Column::and);
        if (!read(files).where(not(holds)).isEmpty()) {
            throw new IllegalStateException("%s: a row breaks one of the rules %s".formatted(table, table.rules()));
        }
        return files;
    }

    private void discard(String write, RuntimeException failure) {
        try {
            FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
            FileStatus[] left = files.globStatus(new Path(folder, "*" + write + "*"));
            for (FileStatus file : left == null ? new FileStatus[0] : left) {
                files.delete(file.getPath(), false);
            }
        } catch (IOException second) {
            failure.addSuppressed(new UncheckedIOException(second));
        }
    }
}
