package silkline.cli;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.table.Lake;
import silkline.table.audit.RunTable;
import silkline.table.silver.DatasetTable;
import silkline.testing.Command;
import silkline.testing.Editions;
import silkline.testing.Folders;
import silkline.testing.SampleDataset;
import silkline.testing.SparkTest;

/**
 * The packaged program, killed at random moments of an ingest and run again, and eight of it at once.
 * {@code -Dsilkline.kills=30} kills more often than the build does, {@code -Dsilkline.seed} repeats a run.
 */
@SparkTest
class KillIT {
    private static final Path FOLDER = Path.of("target/it/kill");
    private static final Path LAUNCHER = Path.of("jobs/silkline").toAbsolutePath();
    private static final int KILLS = Integer.getInteger("silkline.kills", 4);
    private static final int WRITERS = Integer.getInteger("silkline.writers", 3);
    private static final long SEED = Long.getLong("silkline.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private Path first;
    private Path second;
    /** What is there before the ingest that is killed: nothing, or the first edition. */
    private List<Path> starts;
    /** What an undisturbed ingest makes of each start. */
    private List<Map<String, List<String>>> ends;

    @BeforeAll
    void undisturbed(SparkSession spark) {
        Folders.delete(FOLDER);
        first = Editions.first(FOLDER.resolve("first"));
        second = Editions.second(FOLDER.resolve("second"));
        starts = List.of(FOLDER.resolve("start-empty"), FOLDER.resolve("start-first"));
        Folders.create(starts.get(0));
        ingest(first, starts.get(1));
        ends = new ArrayList<>();
        for (Path start : starts) {
            Path lake = FOLDER.resolve("undisturbed-" + start.getFileName());
            SampleDataset.copy(start, lake);
            ingest(second, lake);
            ends.add(silver(spark, lake));
        }
    }

    private static void ingest(Path datasets, Path lake) {
        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", lake);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static Map<String, List<String>> silver(SparkSession spark, Path lake) {
        return Editions.silver(Lake.at(spark, lake.toString(), "", Lake.Writing.DRY_RUN));
    }

    @Test
    void anIngestThatIsKilledAndRunAgainLeavesWhatAnUndisturbedOneLeaves(SparkSession spark) throws Exception {
        System.out.printf("kill test: seed %d, %d kills%n", SEED, KILLS);
        Path whole = lake("whole", 0);
        long start = System.nanoTime();
        Process process = start(whole, "whole");
        awaitFirstWrite(process, whole);
        long firstWrite = millisSince(start);
        assertThat(process.waitFor()).isZero();
        long end = millisSince(start);
        System.out.printf("undisturbed: first write after %d ms, end after %d ms%n", firstWrite, end);

        for (int kill = 0; kill < KILLS; kill++) {
            int from = kill % starts.size();
            Path lake = lake("killed-" + kill, from);
            // Four of five while it writes; the others at any moment of its life.
            String moment = kill % 5 == 4 ? kill(lake, false, end) : kill(lake, true, end - firstWrite);
            String stored = commits(lake);
            System.out.printf("kill %d, %s, commits of each table then: %s%n", kill, moment, stored);
            ingest(second, lake);
            assertThat(silver(spark, lake))
                    .as("killed %s, commits %s, seed %d", moment, stored, SEED)
                    .isEqualTo(ends.get(from));
        }
    }

    private Path lake(String name, int start) {
        return SampleDataset.copy(starts.get(start), FOLDER.resolve(name));
    }

    private Process start(Path lake, String name) {
        return Command.of(LAUNCHER, "ingest", "--datasets", second, "--lake", lake)
                .with("SILKLINE_DRIVER_MEMORY", "700m")
                .start("kill-" + name);
    }

    /** Kills an ingest within {@code millis} of its start, or of its first write; says when. */
    private String kill(Path lake, boolean isWriting, long millis) throws Exception {
        Process process = start(lake, "victim");
        if (isWriting) {
            awaitFirstWrite(process, lake);
            assertThat(process.info().command().orElse("java"))
                    .as("the launcher became the program")
                    .endsWith("java");
        }
        long wait = random.nextLong(millis);
        boolean ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return "%d ms after its %s%s"
                .formatted(wait, isWriting ? "first write" : "start", ended ? " (it had ended)" : "");
    }

    private static void awaitFirstWrite(Process process, Path lake) throws Exception {
        String before = commits(lake);
        while (process.isAlive() && commits(lake).equals(before)) {
            Thread.sleep(5);
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** How many commits each silver table has; a table that is only a folder has none. */
    private static String commits(Path lake) throws IOException {
        Path silver = lake.resolve("silver");
        if (Files.notExists(silver)) {
            return "no table";
        }
        Map<String, Long> commits = new TreeMap<>();
        try (Stream<Path> tables = Files.list(silver)) {
            for (Path table : tables.toList()) {
                commits.put(table.getFileName().toString(), commitsOf(table.resolve("_delta_log")));
            }
        }
        return commits.toString();
    }

    private static long commitsOf(Path log) throws IOException {
        if (Files.notExists(log)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    @Test
    void processesAtOnceLeaveWhatOneLeaves(SparkSession spark) throws Exception {
        Path lake = lake("together", 0);
        List<Process> processes = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            processes.add(start(lake, "writer-" + writer));
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(processes.get(writer).waitFor())
                    .as("exit code of writer %d", writer)
                    .isZero();
        }
        assertThat(silver(spark, lake)).isEqualTo(ends.get(0));
        Lake stored = Lake.at(spark, lake.toString(), "", Lake.Writing.DRY_RUN);
        Dataset<Row> runs = stored.read(RunTable.SPEC).where("rows_read IS NOT NULL");
        assertThat(runs.select("run_id").distinct().count()).isEqualTo(WRITERS);
        assertThat(runs.agg(sum("rows_written")).first().getLong(0))
                .as("each row is accepted by one of them")
                .isEqualTo(stored.read(DatasetTable.SPEC)
                        .agg(sum("rows_accepted"))
                        .first()
                        .getLong(0));
    }
}
