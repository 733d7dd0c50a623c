package silkline.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import silkline.UserError;

/** The Delta tables of one lake: the only place that reads and writes them. */
public final class Lake {
    private final SparkSession spark;
    private final String root;
    private final String commitNote;
    private final Writing writing;

    /** Whether anything is written at all. */
    public enum Writing {
        ON,
        /** Rows are computed and counted; the lake stays as it is. */
        DRY_RUN
    }

    private Lake(SparkSession spark, String root, String commitNote, Writing writing) {
        this.spark = spark;
        this.root = root;
        this.commitNote = commitNote;
        this.writing = writing;
    }

    /** {@code root} is a folder or URI; {@code commitNote} goes into every commit's {@code userMetadata}. */
    public static Lake at(SparkSession spark, String root, String commitNote, Writing writing) {
        Path path = new Path(root);
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            return new Lake(spark, files.makeQualified(path).toString(), commitNote, writing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public SparkSession spark() {
        return spark;
    }

    public String path(TableSpec table) {
        return new Path(root, table.layer() + "/" + table.name()).toString();
    }

    public boolean has(TableSpec table) {
        Path log = new Path(path(table), "_delta_log");
        try {
            return log.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The table's rows; the user is told which command makes it where it is not there. */
    public Dataset<Row> read(TableSpec table) {
        if (!has(table)) {
            throw UserError.missingTable(table.toString(), path(table), table.madeBy());
        }
        Dataset<Row> rows = spark.read().format("delta").load(path(table));
        List<String> columns = List.of(rows.columns());
        for (String column : table.schema().fieldNames()) {
            if (!columns.contains(column)) {
                throw UserError.olderTable(table.toString(), path(table), column);
            }
        }
        return rows;
    }

    /** The table's rows; none where it is not there yet. */
    public Dataset<Row> readOrEmpty(TableSpec table) {
        return has(table) ? read(table) : spark.createDataFrame(List.of(), table.schema());
    }

    /** The note of the newest commit that has one; empty where none has. */
    public String lastNote(TableSpec table) {
        if (!has(table)) {
            throw UserError.missingTable(table.toString(), path(table), table.madeBy());
        }
        return DeltaTable.forPath(spark, path(table))
                .history()
                .where("userMetadata IS NOT NULL")
                .orderBy(functions.col("version").desc())
                .select("userMetadata")
                .limit(1)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .findFirst()
                .orElse("");
    }

    /** Adds rows in one commit; returns how many. */
    public long append(TableSpec table, Dataset<Row> rows) {
        return write(table, rows, "append", Map.of());
    }

    /** Replaces all rows in one commit; returns how many there are now. */
    public long replace(TableSpec table, Dataset<Row> rows) {
        return write(table, rows, "overwrite", Map.of("overwriteSchema", "true"));
    }

    /** Replaces the rows that meet {@code condition} in one commit; returns how many came in their place. */
    public long replaceWhere(TableSpec table, String condition, Dataset<Row> rows) {
        return write(table, rows, "overwrite", Map.of("replaceWhere", condition));
    }

    private long write(TableSpec table, Dataset<Row> rows, String mode, Map<String, String> options) {
        if (writing == Writing.DRY_RUN) {
            return rows.count();
        }
        if (!has(table)) {
            create(table);
        }
        // Counted while it is written, which spares a second job.
        Observation counted = new Observation();
        rows.select(table.select())
                .observe(counted, functions.count(functions.lit(1)).as("rows"))
                .write()
                .format("delta")
                .mode(mode)
                .options(options)
                .option("userMetadata", commitNote)
                .save(path(table));
        return rowsOf(counted);
    }

    private static long rowsOf(Observation counted) {
        try {
            return (Long) counted.getAsJava().get("rows");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing", stopped);
        }
    }

    /** With schema, comments and constraints; readers of protocol 1 can open it. */
    private void create(TableSpec table) {
        DeltaTableBuilder builder = DeltaTable.createIfNotExists(spark)
                .location(path(table))
                .comment(table.meaning())
                .addColumns(table.schema());
        for (Map.Entry<String, String> constraint : table.constraints().entrySet()) {
            builder = builder.property("delta.constraints." + constraint.getKey(), constraint.getValue());
        }
        builder.execute();
    }
}
