package silkline.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.UserError;
import silkline.table.block.BlockRows;

/** The Delta tables of one lake: the only place that reads and writes them. */
public final class Lake {
    private static final String APPEND = "append";
    private static final String OVERWRITE = "overwrite";
    private static final String USER_METADATA = "userMetadata";
    private static final String WRITER = "txnAppId";
    private static final String TURN = "txnVersion";
    private static final Map<String, String> ANY_SCHEMA = Map.of("overwriteSchema", "true");

    private final SparkSession spark;
    private final String root;
    private final String commitNote;
    private final Writing writing;
    /** What was written here, by table; may be outdated. */
    private final Map<String, FileTable.Contents> written = new ConcurrentHashMap<>();

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

    /** {@code root} is a folder or URI; {@code commitNote}, a JSON object, goes into every commit's {@code userMetadata}. */
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

    /** A table as it was after one commit; {@code turn} is that of the last write that rests on what was read. */
    public record Pinned(TableSpec table, long version, long turn) {}

    /** Another write came first: what was decided has to be decided again on what the table holds now. */
    public static final class Outrun extends ConcurrentModificationException {
        private static final long serialVersionUID = 1L;

        Outrun(TableSpec table, Throwable cause) {
            super(table + ": another writer keeps coming first; run the command again", cause);
        }
    }

    public boolean has(TableSpec table) {
        return log(table).latest() >= 0;
    }

    private CommitLog log(TableSpec table) {
        return new CommitLog(path(table), spark.sparkContext().hadoopConfiguration());
    }

    /** The table as it is now, to read it from and to write on top of. */
    public Pinned pin(TableSpec table) {
        CommitLog log = log(table);
        long version = log.latest();
        return new Pinned(table, version, log.lastTurn(version));
    }

    /** The rows that the table had; none where it was not there yet. */
    public Dataset<Row> read(Pinned pinned) {
        return pinned.version() < 0
                ? spark.createDataFrame(List.of(), pinned.table().schema())
                : readWritten(pinned.table(), pinned.version()).orElseGet(() -> spark.read()
                        .format("delta")
                        .option("versionAsOf", pinned.version())
                        .load(path(pinned.table())));
    }

    /** What was written here and is still there need not be looked for; to ask Delta is a query or two on each read. */
    private Optional<Dataset<Row>> readWritten(TableSpec table, long version) {
        return Optional.ofNullable(written.get(table.toString()))
                .filter(contents -> contents.version() == version)
                .map(contents -> fileTable(table).read(contents.files()));
    }

    /** The table's rows; the user is told which command makes it where it is not there. */
    public Dataset<Row> read(TableSpec table) {
        long version = log(table).latest();
        if (version < 0) {
            throw UserError.missingTable(table.toString(), path(table), table.madeBy());
        }
        Dataset<Row> rows = readWritten(table, version)
                .orElseGet(() -> spark.read().format("delta").load(path(table)));
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
        return log(table).lastNote();
    }

    /** Adds rows in one commit, whatever others do; returns how many. */
    public long append(TableSpec table, Dataset<Row> rows) {
        return write(table, rows, APPEND, Map.of());
    }

    /** Replaces all rows in one commit, whatever others do; returns how many there are now. */
    public long replace(TableSpec table, Dataset<Row> rows) {
        return files(table)
                .map(files -> kept(table, files.replace(rows, commitNote)))
                .orElseGet(() -> write(table, rows, OVERWRITE, ANY_SCHEMA));
    }

    /** Replaces all rows in one commit, whatever others do; returns how many there are now. */
    public long replace(TableSpec table, BlockRows rows) {
        return files(table)
                .map(files -> kept(table, files.replace(rows, commitNote)))
                .orElseGet(() -> write(table, rows.rows(), OVERWRITE, ANY_SCHEMA));
    }

    /** Leaves no row in a table, without asking Spark for any. */
    public void clear(TableSpec table) {
        files(table)
                .ifPresentOrElse(
                        files -> kept(table, files.clear(commitNote)),
                        () -> replace(table, spark.createDataFrame(List.of(), table.schema())));
    }

    private long kept(TableSpec table, FileTable.Contents contents) {
        written.put(table.toString(), contents);
        return contents.rows();
    }

    /** The table, if its files can be written here. */
    private Optional<FileTable> files(TableSpec table) {
        return Optional.of(table)
                .filter(any -> writing == Writing.ON)
                .map(this::fileTable)
                .filter(FileTable::isPlain);
    }

    private FileTable fileTable(TableSpec table) {
        return new FileTable(spark, path(table), table, properties(table));
    }

    /** Replaces the rows with one of these texts in {@code column} in one commit; returns how many came in their place. */
    public long replaceWhere(TableSpec table, String column, Collection<String> texts, Dataset<Row> rows) {
        String list = texts.stream().map(Lake::literal).collect(Collectors.joining(", ", " IN (", ")"));
        return write(table, rows, OVERWRITE, Map.of("replaceWhere", "`" + column + "`" + list));
    }

    /** Any text as an SQL literal. */
    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Adds rows in one commit; throws {@link Outrun}, and adds none, where others wrote since {@code base}. */
    public long append(Pinned base, Dataset<Row> rows) {
        return write(base, rows, APPEND, Map.of());
    }

    /** Replaces all rows in one commit; throws {@link Outrun}, and replaces none, where others wrote since {@code base}. */
    public long replace(Pinned base, Dataset<Row> rows) {
        return write(base, rows, OVERWRITE, ANY_SCHEMA);
    }

    /** Whether two frames hold the same rows, each as often. */
    public static boolean isSame(Dataset<Row> one, Dataset<Row> other) {
        return one.count() == other.count() && one.exceptAll(other).isEmpty();
    }

    private long write(TableSpec table, Dataset<Row> rows, String mode, Map<String, String> options) {
        return Retries.untilUndisturbed(() -> save(table, rows, mode, options)).orElse(0);
    }

    /**
     * Delta refuses a write when another of the same application id was committed while it ran, and skips it, in
     * silence, when one with the same or a higher number was committed before it began. Who read the same rows has the
     * same number, so one of them is first and the others are outrun.
     */
    private long write(Pinned base, Dataset<Row> rows, String mode, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put(WRITER, CommitLog.WRITER);
        all.put(TURN, String.valueOf(base.turn() + 1));
        try {
            return save(base.table(), rows, mode, all).orElseThrow(() -> new Outrun(base.table(), null));
        } catch (Outrun outrun) {
            throw outrun;
        } catch (ConcurrentModificationException conflict) {
            throw new Outrun(base.table(), conflict);
        }
    }

    private OptionalLong save(TableSpec table, Dataset<Row> rows, String mode, Map<String, String> options) {
        if (!has(table)) {
            Optional<FileTable> files = files(table);
            return files.isPresent()
                    ? OptionalLong.of(kept(table, files.get().create(rows, commitNote)))
                    : OptionalLong.of(marked(table, rows, mark -> create(table, rows, mark))
                            .orElseThrow(() -> new Outrun(table, null)));
        }
        return marked(table, rows, mark -> rows.select(table.select())
                .write()
                .format("delta")
                .mode(mode)
                .options(options)
                .option(USER_METADATA, noteWith(mark))
                .save(path(table)));
    }

    /**
     * Has Delta make the table, for a session that gives tables features of its own: schema, comments, constraints and
     * rows in one commit. As any first commit it takes the first turn, so that of those who do so at the same time the
     * others are outrun: none replaces what another made.
     */
    private void create(TableSpec table, Dataset<Row> rows, String mark) {
        CreateTableWriter<Row> writer = rows.select(table.select())
                .writeTo("delta.`" + path(table).replace("`", "``") + "`")
                .using("delta")
                .tableProperty("comment", table.meaning())
                .option(USER_METADATA, noteWith(mark))
                .option(WRITER, CommitLog.WRITER)
                .option(TURN, "0");
        properties(table).forEach(writer::tableProperty);
        writer.createOrReplace();
    }

    /**
     * Writes with a mark in the commit, by which it is found again: there, Delta has counted the rows. Empty where Delta
     * skipped the write, because there was nothing to do or others came first.
     */
    private OptionalLong marked(TableSpec table, Dataset<Row> rows, Consumer<String> write) {
        if (writing == Writing.DRY_RUN) {
            return OptionalLong.of(rows.count());
        }
        long before = log(table).latest();
        String mark = UUID.randomUUID().toString();
        write.accept(mark);
        return log(table).rowsWritten(mark, before);
    }

    /** {@code commitNote}, which is a JSON object or empty, with the mark as one more field. */
    private String noteWith(String mark) {
        String field = "{\"write\":\"" + mark + "\"";
        return commitNote.startsWith("{\"") ? field + "," + commitNote.substring(1) : field + "}";
    }

    private static Map<String, String> properties(TableSpec table) {
        Map<String, String> properties = new HashMap<>();
        properties.put("delta.dataSkippingStatsColumns", String.join(",", table.lookedUpBy()));
        table.constraints().forEach((name, rule) -> properties.put("delta.constraints." + name, rule));
        return properties;
    }
}
