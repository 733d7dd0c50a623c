package silkline.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import silkline.UserError;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.ClaimResult;
import silkline.source.ReferenceData;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.stage.claim.ClaimStage;
import silkline.stage.panel.Histories;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.audit.RunTable;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.gold.ForecastTable;
import silkline.table.gold.ShareTable;
import silkline.table.silver.ArticleTable;
import silkline.table.silver.ClaimTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/** What the jobs of one run share: the lake, the code lists, the vintages, and the record of what was done. */
public final class JobSession {
    private static final String WHOLE_RUN = "run";

    private final Lake lake;
    private final JobSettings settings;
    private final RunContext run;
    private final ReferenceData reference;
    private final Progress progress;
    private final List<Row> audit = Collections.synchronizedList(new ArrayList<>());
    private final List<Dataset<Row>> keptRows = new ArrayList<>();
    /** Held while claims are judged, which takes seconds: others ask for the rows meanwhile. */
    private final Object claimLock = new Object();

    private Dataset<Row> vintages;
    private Dataset<Row> newest;
    private Dataset<Block> histories;
    private List<ClaimResult> claimResults;
    private ClaimBook claimBook;
    private List<Article> articles;
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

    /** {@code silver.series} as of the run's date, kept in memory. */
    synchronized Dataset<Row> series() {
        if (series == null) {
            Dataset<Row> all = lake.read(SeriesTable.SPEC);
            // As of a date, a series that nothing had been published of yet is none.
            series = kept(
                    run.asOf().isEmpty()
                            ? all
                            : all.join(
                                    vintages().select(SeriesTable.SERIES_KEY),
                                    new String[] {SeriesTable.SERIES_KEY},
                                    "left_semi"));
        }
        return series;
    }

    /** Every vintage as of the run's date, kept in memory for the jobs that follow. */
    synchronized Dataset<Row> vintages() {
        if (vintages == null) {
            vintages = kept(Vintages.read(lake.read(ObservationTable.SPEC), run));
        }
        return vintages;
    }

    /** One row per series and period, the believed one of {@link #vintages}. */
    synchronized Dataset<Row> newest() {
        if (newest == null) {
            newest = Vintages.newest(vintages());
        }
        return newest;
    }

    /** {@link #newest} with a block for each series, kept in memory for the jobs that follow. */
    synchronized Dataset<Block> histories() {
        if (histories == null) {
            histories = Histories.of(lake.read(ObservationTable.SPEC), lake.read(SeriesTable.SPEC), run)
                    .persist(StorageLevel.MEMORY_AND_DISK());
        }
        return histories;
    }

    /** The claims against what the tables hold; found once a run. */
    List<ClaimResult> claimResults() {
        synchronized (claimLock) {
            if (claimResults == null) {
                requireSameDate(ShareTable.SPEC);
                if (lake.has(ForecastTable.SPEC)) {
                    requireSameDate(ForecastTable.SPEC);
                }
                List<Row> evidence = ClaimStage.evidence(vintages(), series(), lake.read(ShareTable.SPEC), claimBook())
                        .collectAsList();
                List<Row> forecasts = ClaimStage.forecasts(lake.readOrEmpty(ForecastTable.SPEC), evidence)
                        .collectAsList();
                claimResults = ClaimStage.results(claimBook(), evidence, forecasts);
            }
            return claimResults;
        }
    }

    /** The claims of the articles that are out, and what they are judged by. */
    ClaimBook claimBook() {
        synchronized (claimLock) {
            if (claimBook == null) {
                Set<String> out = articles().stream().map(Article::id).collect(Collectors.toSet());
                List<Claim> claims = lake.readOrEmpty(ClaimTable.SPEC).collectAsList().stream()
                        .map(ClaimTable::claim)
                        .filter(claim -> out.contains(claim.articleId()))
                        .toList();
                claimBook = ClaimBook.of(claims, articles(), reference.widths(), reference.lookAlikes());
            }
            return claimBook;
        }
    }

    /** {@code silver.article} as of the run's date, in the order of the ids. */
    List<Article> articles() {
        synchronized (claimLock) {
            if (articles == null) {
                articles = lake.readOrEmpty(ArticleTable.SPEC).collectAsList().stream()
                        .map(ArticleTable::article)
                        .filter(this::isOut)
                        .sorted(Comparator.comparing(Article::id))
                        .toList();
            }
            return articles;
        }
    }

    private boolean isOut(Article article) {
        return run.asOf()
                .filter(day -> article.published().latest().isAfter(day))
                .isEmpty();
    }

    /** Refuses gold tables that were computed as of another date than the run's; a whole run computes them itself. */
    void requireSameDate(TableSpec... tables) {
        if (!settings.command().equals(WHOLE_RUN)) {
            for (TableSpec table : tables) {
                String date = JobSettings.asOf(lake.lastNote(table));
                if (!date.equals(settings.asOf())) {
                    throw UserError.otherDate(table.toString(), date, settings.asOf(), table.madeBy());
                }
            }
        }
    }

    /** Keeps rows until {@link #forget}. */
    Dataset<Row> keep(Dataset<Row> rows) {
        keptRows.add(rows);
        return kept(rows);
    }

    /** Frees what {@link #keep} kept. */
    void forget() {
        keptRows.forEach(Dataset::unpersist);
        keptRows.clear();
    }

    /** Keeps rows between two uses. */
    static Dataset<Row> kept(Dataset<Row> rows) {
        return rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Replaces a table, tells about it, and notes it for the audit. */
    long replace(String command, TableSpec table, Supplier<Dataset<Row>> rows) {
        return step(command, table, () -> lake.replace(table, rows.get()));
    }

    /** The same for rows that are still blocks. */
    long replaceBlocks(String command, TableSpec table, Supplier<BlockRows> rows) {
        return step(command, table, () -> lake.replace(table, rows.get()));
    }

    /** Leaves no row in a table whose rows nothing in the lake can make: Spark has nothing to plan. */
    void empty(String command, TableSpec table) {
        step(command, table, () -> {
            lake.clear(table);
            return 0L;
        });
    }

    /** Whether the lake has a series of that kind; {@link #series} are kept, so that is quick to find. */
    boolean hasSeries(Column kind) {
        return !series().where(kind).isEmpty();
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
        // A step that another writer disturbed is done again; the last time counts.
        audit.removeIf(row -> row.get(1).equals(step) && row.get(2).equals(command));
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
        if (histories != null) {
            histories.unpersist();
        }
        if (vintages != null) {
            vintages.unpersist();
        }
        if (series != null) {
            series.unpersist();
        }
    }
}
