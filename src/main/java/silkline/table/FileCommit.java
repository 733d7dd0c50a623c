package silkline.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Action$;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import silkline.table.block.WrittenFile;

/**
 * Puts files in place of all rows of a table, in one commit of Delta's. What goes into the log is said as the Delta
 * protocol prescribes it; Delta itself checks, orders and writes it.
 */
final class FileCommit {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Properties that Delta gives to every table of a session begin so. */
    private static final String DEFAULTS = "spark.databricks.delta.properties.defaults.";

    private final SparkSession spark;
    private final DeltaLog log;
    private final TableSpec table;
    private final Map<String, String> properties;

    FileCommit(SparkSession spark, String path, TableSpec table, Map<String, String> properties) {
        this.spark = spark;
        this.log = DeltaLog.forTable(spark, path);
        this.table = table;
        this.properties = properties;
    }

    /**
     * Whether the table is not there yet or is as Silkline makes it. Whoever partitioned it, mapped its columns or turned
     * on another of Delta's features, there or for all new tables, has Delta write every row.
     */
    boolean isPlain() {
        Snapshot now = log.update(false, Option.empty(), Option.empty());
        Metadata metadata = now.metadata();
        return now.version() < 0
                ? CollectionConverters.asJava(spark.conf().getAll()).keySet().stream()
                        .noneMatch(name -> name.startsWith(DEFAULTS))
                : metadata.schemaString().equals(table.schema().json())
                        && metadata.partitionColumns().isEmpty()
                        && CollectionConverters.asJava(metadata.configuration()).equals(properties);
    }

    /**
     * Commits with {@code note} as {@code userMetadata}, and returns the version; throws a conflict where another writer
     * came first.
     */
    long replace(List<WrittenFile> files, String note) {
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
        if (transaction.readVersion() < 0) { // to look for the files of a table that is not there costs Delta a query
            return create(transaction, files, note);
        } else {
            List<Action> removals = CollectionConverters.asJava(transaction.filterFiles()).stream()
                    .<Action>map(AddFile::remove)
                    .toList();
            return commit(transaction, removals, files, note);
        }
    }

    /** The same for a table that is not there; throws a conflict where it is. */
    long create(List<WrittenFile> files, String note) {
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
        if (transaction.readVersion() >= 0) {
            throw new Lake.Outrun(table, null);
        }
        return create(transaction, files, note);
    }

    /** Takes the first turn of the table, so that of those who do so at the same time the others are outrun. */
    private long create(OptimisticTransaction transaction, List<WrittenFile> files, String note) {
        transaction.updateMetadata((Metadata) action("metaData", metadata()), false);
        return commit(
                transaction, List.of(action("txn", Map.of("appId", CommitLog.WRITER, "version", 0))), files, note);
    }

    private long commit(OptimisticTransaction transaction, List<Action> first, List<WrittenFile> files, String note) {
        List<Action> actions = new ArrayList<>(first);
        files.forEach(file -> actions.add(added(file)));
        transaction.registerSQLMetrics(spark, metrics(files));
        return transaction.commit(seq(actions), overwrite(note));
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "description", table.meaning(),
                "format", Map.of("provider", "parquet", "options", Map.of()),
                "schemaString", table.schema().json(),
                "partitionColumns", List.of(),
                "configuration", properties);
    }

    private static Action added(WrittenFile file) {
        Map<String, Object> statistics = Map.of(
                "numRecords", file.rows(),
                "minValues", file.smallest(),
                "maxValues", file.largest(),
                "nullCount", file.missing());
        return action(
                "add",
                Map.of(
                        "path", new Path(file.name()).toUri().toString(),
                        "partitionValues", Map.of(),
                        "size", file.bytes(),
                        "modificationTime", file.modifiedMillis(),
                        "dataChange", true,
                        "stats", json(statistics)));
    }

    private static DeltaOperations.Operation overwrite(String note) {
        return new DeltaOperations.Write(
                SaveMode.Overwrite,
                Option.empty(),
                Option.empty(),
                Option.apply(note),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    /** What {@code DESCRIBE HISTORY} tells of the commit. */
    private scala.collection.immutable.Map<String, SQLMetric> metrics(List<WrittenFile> files) {
        Map<String, Long> counts = Map.of(
                "numFiles", (long) files.size(),
                "numOutputRows", files.stream().mapToLong(WrittenFile::rows).sum(),
                "numOutputBytes", files.stream().mapToLong(WrittenFile::bytes).sum());
        List<scala.Tuple2<String, SQLMetric>> metrics = new ArrayList<>();
        counts.forEach((name, count) -> {
            SQLMetric metric = SQLMetrics.createMetric(spark.sparkContext(), name);
            metric.set(count);
            metrics.add(scala.Tuple2.apply(name, metric));
        });
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(metrics));
    }

    private static Action action(String kind, Map<String, Object> fields) {
        return Action$.MODULE$.fromJson(json(Map.of(kind, fields)));
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }
}
