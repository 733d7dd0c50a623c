package silkline.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import silkline.source.ReferenceData;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.Lake;
import silkline.table.ObservationTable;
import silkline.table.RunTable;
import silkline.table.SeriesTable;
import silkline.table.TableSpec;

/** What the jobs of one run share: the lake, the code lists, the newest vintage, and the record of what was done. */
public final class JobSession {
    private final Lake lake;
    private final JobSettings settings;
    private final RunContext run;
    private final ReferenceData reference;
    private final Progress progress;
    private final List<Row> audit = new ArrayList<>();
    private Dataset<Row> newest;
    private Dataset<Row> series;

    public JobSession(SparkSession spark, JobSettings settings, RunContext run, Progress progress) {
        this.settings = settings;
        this.run = run;
        this.progress = progress;
        this.lake = Lake.at(spark, settings.lake(), settings.commitNote(run.runId()), settings.writing());
        this.reference = ReferenceData.load(spark, settings.datasets());
    }

    public SparkSession spark() {
        return lake.spark();
    }

    public Lake lake() {
        return lake;
    }

    public JobSettings settings() {
        return settings;
    }

    public RunContext run() {
        return run;
    }

    public ReferenceData reference() {
        return reference;
    }

    /** {@code silver.series}, kept in memory. */
    Dataset<Row> series() {
        if (series == null) {
            series = kept(lake.read(SeriesTable.SPEC));
        }
        return series;
    }

    /** One row per series and period, as of the run's date, kept in memory for the jobs that follow. */
    Dataset<Row> newest() {
        if (newest == null) {
            newest = kept(Vintages.newest(lake.read(ObservationTable.SPEC), run));
        }
        return newest;
    }

    /** Keeps rows between two uses. */
    static Dataset<Row> kept(Dataset<Row> rows) {
        return rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Replaces a table, tells about it, and notes it for the audit. */
    long replace(String command, TableSpec table, Supplier<Dataset<Row>> rows) {
        return step(command, table, () -> lake.replace(table, rows.get()));
    }

    /** Runs a writing step, tells about it, and notes it for the audit. */
    long step(String command, TableSpec table, Supplier<Long> write) {
        progress.begin(table.toString());
        long start = System.nanoTime();
        long rows = write.get();
        double seconds = seconds(start);
        progress.end(table.toString(), rows, seconds, "rows");
        note(command, table.toString(), seconds, new Long[] {null, rows, null, null});
        return rows;
    }

    static double seconds(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
    }

    Progress progress() {
        return progress;
    }

    /** {@code counts}: rows read, written, unchanged, quarantined; null where it does not apply. */
    void note(String command, String step, double seconds, Long[] counts) {
        audit.add(RowFactory.create(
                run.runId(),
                step,
                command,
                run.startedAt(),
                seconds,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                settings.asJson(),
                settings.version()));
    }

    /** Writes what was done to {@code audit.run}; the last act of a run. */
    public void close() {
        if (!audit.isEmpty()) {
            lake.append(RunTable.SPEC, spark().createDataFrame(audit, RunTable.SPEC.schema()));
            audit.clear();
        }
        if (newest != null) {
            newest.unpersist();
        }
        if (series != null) {
            series.unpersist();
        }
    }
}
