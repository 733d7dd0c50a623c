package silkline.table;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import silkline.table.block.WrittenFile;

/** A Parquet file that rows of Spark's are written to, by Spark's own writer, and what Delta wants to know of it. */
final class RowFile {
    private static final Set<DataType> COUNTED = Set.of(DataTypes.IntegerType, DataTypes.LongType, DataTypes.DateType);

    private final Path path;
    private final Configuration hadoop;
    private final StructField[] fields;
    private final int[] required;
    private final int[] lookedUpBy;
    private final OutputWriter file;
    private final long[] smallest;
    private final long[] largest;
    private final long[] missing;
    private long rows;

    /** The columns, and the positions of those that must have a value and of those that are looked up by. */
    record Layout(StructType schema, OutputWriterFactory writers, List<Integer> required, List<Integer> lookedUpBy)
            implements Serializable {}

    /** {@code name} lacks its ending. */
    RowFile(String folder, String name, Configuration hadoop, Layout layout) {
        TaskAttemptContext task = new TaskAttemptContextImpl(hadoop, new TaskAttemptID());
        this.path = new Path(folder, name + layout.writers.getFileExtension(task));
        this.hadoop = hadoop;
        this.fields = layout.schema.fields();
        this.required = layout.required.stream().mapToInt(Integer::intValue).toArray();
        this.lookedUpBy = layout.lookedUpBy.stream().mapToInt(Integer::intValue).toArray();
        this.file = layout.writers.newInstance(path.toString(), layout.schema, task);
        this.smallest = new long[lookedUpBy.length];
        this.largest = new long[lookedUpBy.length];
        this.missing = new long[lookedUpBy.length];
        Arrays.fill(smallest, Long.MAX_VALUE);
        Arrays.fill(largest, Long.MIN_VALUE);
    }

    void add(InternalRow row) {
        for (int column : required) {
            if (row.isNullAt(column)) {
                throw new IllegalStateException("column " + fields[column].name() + " must have a value in every row");
            }
        }
        for (int i = 0; i < missing.length; i++) {
            look(row, i);
        }
        file.write(row);
        rows++;
    }

    private void look(InternalRow row, int i) {
        int column = lookedUpBy[i];
        DataType type = fields[column].dataType();
        if (row.isNullAt(column)) {
            missing[i]++;
        } else if (COUNTED.contains(type)) {
            long value = type.equals(DataTypes.LongType) ? row.getLong(column) : row.getInt(column);
            smallest[i] = Math.min(smallest[i], value);
            largest[i] = Math.max(largest[i], value);
        }
    }

    WrittenFile finish() throws IOException {
        file.close();
        return WrittenFile.of(
                path.getFileSystem(hadoop).getFileStatus(path),
                rows,
                IntStream.range(0, missing.length)
                        .mapToObj(
                                i -> new WrittenFile.Extent(fields[lookedUpBy[i]], smallest[i], largest[i], missing[i]))
                        .toList());
    }

    /** Leaves nothing of the file. */
    void abandon() throws IOException {
        try {
            file.close();
        } finally {
            path.getFileSystem(hadoop).delete(path, false);
        }
    }
}
