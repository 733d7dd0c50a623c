package silkline.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.explain.Explanation;
import silkline.forecast.ForecastRequest;
import silkline.stage.RunContext;
import silkline.stage.explain.TableRows;
import silkline.table.Lake;
import silkline.table.TableSpec;

/** Many explanations at once: each table is read once and searched in memory. */
public final class Explained {
    private final JobSession session;
    private final TableRows tables;

    public Explained(SparkSession spark, Path datasets, Path lake, Path out) {
        JobSettings settings = new JobSettings(
                "explain",
                datasets.toString(),
                lake.toString(),
                out.toString(),
                "",
                "*",
                ForecastRequest.DEFAULT,
                Lake.Writing.DRY_RUN,
                "");
        session = new JobSession(spark, settings, new RunContext("explained", Instant.EPOCH, ""), new NoProgress());
        tables = new InMemory(session.lake());
    }

    public List<Explanation> of(Collection<String> keys) {
        return ExplainJob.run(session, List.copyOf(keys), tables);
    }

    private record InMemory(Lake lake, Map<String, List<Row>> kept) implements TableRows {
        InMemory(Lake lake) {
            this(lake, new HashMap<>());
        }

        @Override
        public List<Row> rows(TableSpec table, Map<String, ?> equal) {
            return kept
                    .computeIfAbsent(table.toString(), name -> lake.read(table).collectAsList())
                    .stream()
                    .filter(row -> equal.entrySet().stream()
                            .allMatch(cell -> isEqual(row.getAs(cell.getKey()), cell.getValue())))
                    .toList();
        }

        private static boolean isEqual(Object found, Object wanted) {
            return wanted instanceof Collection<?> some ? some.contains(found) : wanted.equals(found);
        }

        @Override
        public long version(TableSpec table) {
            return lake.pin(table).version();
        }
    }

    private static final class NoProgress implements Progress {
        @Override
        public void begin(String step) {}

        @Override
        public void during(String step, long done, long left, String words) {}

        @Override
        public void end(String step, long rows, double seconds, String unit) {}
    }
}
