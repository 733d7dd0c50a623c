package silkline.table.block;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A file as Delta's log tells of it. {@code smallest}, {@code largest} and {@code missing} have the columns that a table is
 * looked up by.
 */
public record WrittenFile(
        String name,
        long bytes,
        long modifiedMillis,
        long rows,
        Map<String, Object> smallest,
        Map<String, Object> largest,
        Map<String, Long> missing)
        implements Serializable {

    /** What a column has; {@code smallest} is the greater one where it has no number and no date. */
    public record Extent(StructField field, long smallest, long largest, long missing) {}

    public static WrittenFile of(FileStatus file, long rows, List<Extent> columns) {
        Map<String, Object> smallest = new TreeMap<>();
        Map<String, Object> largest = new TreeMap<>();
        Map<String, Long> missing = new TreeMap<>();
        for (Extent column : columns) {
            String name = column.field.name();
            DataType type = column.field.dataType();
            missing.put(name, column.missing);
            if (column.smallest <= column.largest) {
                smallest.put(name, said(type, column.smallest));
                largest.put(name, said(type, column.largest));
            }
        }
        return new WrittenFile(
                file.getPath().getName(), file.getLen(), file.getModificationTime(), rows, smallest, largest, missing);
    }

    private static Object said(DataType type, long value) {
        return type.equals(DataTypes.DateType) ? LocalDate.ofEpochDay(value).toString() : (Object) value;
    }
}
