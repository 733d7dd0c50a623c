package silkline.table.block;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetCompressionCodec;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Writes {@link BlockRows} to Parquet files of one table, one for each partition that has rows. */
public final class BlockFiles {
    private final Path folder;
    private final String write;
    private final Set<String> required;
    private final Set<String> key;
    private final List<String> lookedUpBy;

    /**
     * {@code write}, which nothing else is called, is in the names of all files; {@code required} columns must have a value
     * in every row; those of the {@code key} are what readers look for; of those that are {@code lookedUpBy} the smallest and
     * largest value is told.
     */
    public BlockFiles(Path folder, String write, Set<String> required, List<String> key, List<String> lookedUpBy) {
        this.folder = folder;
        this.write = write;
        this.required = Set.copyOf(required);
        this.key = Set.copyOf(key);
        this.lookedUpBy = List.copyOf(lookedUpBy);
    }

    /** Returns what was written; where it fails, files of {@code write} may be left. */
    public List<WrittenFile> write(SparkSession spark, BlockRows rows) {
        Broadcast<SerializableConfiguration> hadoop = SerializableConfiguration.broadcast(
                spark.sparkContext(), spark.sessionState().newHadoopConf());
        Plan plan = plan(spark, rows);
        return rows.blocks()
                .mapPartitions(
                        (MapPartitionsFunction<Block, WrittenFile>)
                                blocks -> plan.written(blocks, hadoop.value().value()),
                        Encoders.javaSerialization(WrittenFile.class))
                .collectAsList();
    }

    private Plan plan(SparkSession spark, BlockRows rows) {
        SQLConf settings = spark.sessionState().conf();
        StructType schema = rows.schema();
        List<BlockFile.Field> fields = Arrays.stream(schema.fields())
                .map(field -> new BlockFile.Field(
                        field,
                        rows.cell(field.name()).filler(),
                        required.contains(field.name()),
                        key.contains(field.name())))
                .toList();
        return new Plan(
                folder.toString(),
                write,
                ParquetCompressionCodec.fromString(settings.parquetCompressionCodec())
                        .getCompressionCodec(),
                new BlockFile.Layout(
                        new SparkToParquetSchemaConverter(settings)
                                .convert(stored(schema))
                                .toString(),
                        fields,
                        // What Spark notes in its own files.
                        Map.of(
                                "org.apache.spark.version",
                                spark.version(),
                                "org.apache.spark.sql.parquet.row.metadata",
                                schema.json())),
                lookedUpBy);
    }

    /** The schema with what is never null said to be so, which spares a mark for each value. */
    private StructType stored(StructType schema) {
        return new StructType(Arrays.stream(schema.fields())
                .map(field -> required.contains(field.name()) ? present(field) : field)
                .toArray(StructField[]::new));
    }

    private static StructField present(StructField field) {
        DataType type = field.dataType() instanceof ArrayType list
                ? DataTypes.createArrayType(list.elementType(), false)
                : field.dataType();
        return DataTypes.createStructField(field.name(), type, false);
    }

    /** What a task is told. */
    private record Plan(
            String folder, String write, CompressionCodecName codec, BlockFile.Layout layout, List<String> lookedUpBy)
            implements Serializable {

        Iterator<WrittenFile> written(Iterator<Block> blocks, Configuration hadoop) throws IOException {
            TaskContext task = TaskContext.get();
            Path path = new Path(
                    folder,
                    "part-%05d-%d-%s%s.parquet"
                            .formatted(task.partitionId(), task.taskAttemptId(), write, codec.getExtension()));
            BlockFile file = null;
            try {
                while (blocks.hasNext()) {
                    Block block = blocks.next();
                    if (task.isInterrupted()) {
                        throw new TaskKilledException("another task failed");
                    }
                    if (block.getRows() > 0) {
                        file = file == null ? new BlockFile(path, hadoop, codec, layout) : file;
                        file.add(block);
                    }
                }
                return file == null
                        ? List.<WrittenFile>of().iterator()
                        : List.of(told(file.finish(), file)).iterator();
            } catch (IOException | RuntimeException failure) {
                if (file != null) {
                    file.abandon();
                }
                throw failure;
            }
        }

        private WrittenFile told(FileStatus status, BlockFile file) {
            List<WrittenFile.Extent> extents = new ArrayList<>();
            for (int i = 0; i < layout.fields().size(); i++) {
                StructField field = layout.fields().get(i).field();
                ColumnSink sink = file.sink(i);
                if (lookedUpBy.contains(field.name())) {
                    extents.add(new WrittenFile.Extent(field, sink.smallest(), sink.largest(), sink.missingValues()));
                }
            }
            return WrittenFile.of(status, file.rows(), extents);
        }
    }
}
