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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import silkline.table.block.BlockFiles;
import silkline.table.block.BlockRows;

/**
 * A table whose rows come as blocks: files are written from the blocks, checked against the constraints, and then
 * committed together. With rows of Spark's on the way, large tables took more than half as long again.
 */
final class BlockTable {
    private final SparkSession spark;
    private final Path folder;
    private final TableSpec table;
    private final FileCommit commit;

    BlockTable(SparkSession spark, String path, TableSpec table, Map<String, String> properties) {
        this.spark = spark;
        this.folder = new Path(path);
        this.table = table;
        this.commit = new FileCommit(spark, path, table, properties);
    }

    /** Whether {@link #replace} can do it: not where somebody gave the table features that only Delta's own writes keep. */
    boolean isPlain() {
        return commit.isPlain();
    }

    /** Replaces all rows in one commit, whatever others do; returns how many there are now. */
    long replace(BlockRows rows, List<String> lookedUpBy, String note) {
        List<BlockFiles.Written> files = written(rows, lookedUpBy);
        commit(files, note);
        return files.stream().mapToLong(BlockFiles.Written::rows).sum();
    }

    /** Removes all rows in one commit, whatever others do. */
    void clear(String note) {
        commit(List.of(), note);
    }

    private void commit(List<BlockFiles.Written> files, String note) {
        Retries.untilUndisturbed(() -> commit.replace(files, note));
    }

    private List<BlockFiles.Written> written(BlockRows rows, List<String> lookedUpBy) {
        String write = UUID.randomUUID().toString();
        try {
            BlockFiles files = new BlockFiles(folder, write, table.required(), table.key(), lookedUpBy);
            List<BlockFiles.Written> written = files.write(spark, rows);
            requireRules(written);
            return written;
        } catch (RuntimeException failure) {
            discard(write, failure);
            throw failure;
        }
    }

    /** That columns which must have a value do was seen while writing. */
    private void requireRules(List<BlockFiles.Written> files) {
        if (files.isEmpty() || table.rules().isEmpty()) {
            return;
        }
        Column holds = table.rules().values().stream()
                .map(rule -> coalesce(expr(rule), lit(false)))
                .reduce(lit(true), Column::and);
        String[] paths = files.stream()
                .map(file -> new Path(folder, file.name()).toString())
                .toArray(String[]::new);
        if (!spark.read()
                .schema(table.schema())
                .parquet(paths)
                .where(not(holds))
                .isEmpty()) {
            throw new IllegalStateException("%s: a row breaks one of the rules %s".formatted(table, table.rules()));
        }
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
