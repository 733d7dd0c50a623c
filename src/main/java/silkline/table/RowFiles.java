package silkline.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.immutable.Map$;
import silkline.table.block.WrittenFile;

/**
 * Writes rows of Spark's to Parquet files of one table, one for each partition that has rows. Spark plans the rows once;
 * for Delta's command, its checks and its statistics it plans them again each time.
 */
final class RowFiles {
    private final Path folder;
    private final String write;
    private final TableSpec table;

    /** {@code write}, which nothing else is called, is in the names of all files. */
    RowFiles(Path folder, String write, TableSpec table) {
        this.folder = folder;
        this.write = write;
        this.table = table;
    }

    /** Returns what was written; where it fails, such as for a row that breaks a constraint, files may be left. */
    List<WrittenFile> write(Dataset<Row> rows) {
        SparkSession spark = rows.sparkSession();
        Job job = job(spark);
        OutputWriterFactory writers =
                new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), table.schema());
        RowFile.Layout layout =
                new RowFile.Layout(table.schema(), writers, positions(table.required()), positions(table.lookedUpBy()));
        Broadcast<SerializableConfiguration> hadoop =
                SerializableConfiguration.broadcast(spark.sparkContext(), job.getConfiguration());
        String path = folder.toString();
        String name = write;
        return rows.select(table.select())
                .select(ruled())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(part -> written(part, path, name, hadoop.value().value(), layout))
                .collect();
    }

    private static Job job(SparkSession spark) {
        try {
            return Job.getInstance(spark.sessionState().newHadoopConf());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All columns; in a row that breaks a rule the first of them is an error. */
    private Column[] ruled() {
        Column[] columns = Arrays.stream(table.schema().fieldNames())
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        table.rules()
                .forEach((name, rule) -> columns[0] = when(coalesce(expr(rule), lit(false)), columns[0])
                        .otherwise(raise_error(lit("%s: a row breaks the rule %s".formatted(table, name)))));
        return columns;
    }

    private List<Integer> positions(Collection<String> columns) {
        return columns.stream().map(table.schema()::fieldIndex).toList();
    }

    private static Iterator<WrittenFile> written(
            Iterator<InternalRow> rows, String folder, String write, Configuration hadoop, RowFile.Layout layout)
            throws IOException {
        if (!rows.hasNext()) {
            return List.<WrittenFile>of().iterator();
        }
        TaskContext task = TaskContext.get();
        RowFile file = new RowFile(
                folder, "part-%05d-%d-%s".formatted(task.partitionId(), task.taskAttemptId(), write), hadoop, layout);
        try {
            while (rows.hasNext()) {
                file.add(rows.next());
            }
            return List.of(file.finish()).iterator();
        } catch (IOException | RuntimeException failure) {
            file.abandon();
            throw failure;
        }
    }
}
