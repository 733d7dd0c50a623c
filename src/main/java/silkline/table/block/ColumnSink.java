package silkline.table.block;

import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** One column of a Parquet file that is being written, and what Delta wants to know of its values. */
final class ColumnSink implements Cell.Sink {
    /** Texts whose bytes are kept; most columns have a few, ids of series have many, one after the other. */
    private static final int KEPT_TEXTS = 4096;

    private final ColumnDescriptor descriptor;
    private final boolean isRequired;
    private final boolean isLong;
    private final int present;
    private final Map<String, Binary> kept = new HashMap<>();
    private ColumnWriter writer;
    private String lastText;
    private Binary lastBytes;
    private long smallest = Long.MAX_VALUE;
    private long largest = Long.MIN_VALUE;
    private long missing;

    ColumnSink(ColumnDescriptor descriptor, boolean isRequired) {
        this.descriptor = descriptor;
        this.isRequired = isRequired;
        this.isLong = descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64;
        this.present = descriptor.getMaxDefinitionLevel();
    }

    /** What follows goes into the next group of rows. */
    void startGroup(ColumnWriteStore columns) {
        writer = columns.getColumnWriter(descriptor);
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // most rows have the very text of the row before, and this is asked for each cell
    public void text(String value) {
        if (value != lastText) {
            if (kept.size() == KEPT_TEXTS) {
                kept.clear();
            }
            lastBytes = kept.computeIfAbsent(value, Binary::fromString);
            lastText = value;
        }
        writer.write(lastBytes, 0, present);
    }

    @Override
    public void whole(long value) {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
        if (isLong) {
            writer.write(value, 0, present);
        } else {
            writer.write((int) value, 0, present);
        }
    }

    @Override
    public void number(double value) {
        writer.write(value, 0, present);
    }

    @Override
    public void missing() {
        if (isRequired) {
            throw new IllegalStateException("column " + descriptor.getPath()[0] + " must have a value in every row");
        }
        missing++;
        writer.writeNull(0, 0);
    }

    /** Of the integers and days that were written; meaningless where there were none. */
    long smallest() {
        return smallest;
    }

    long largest() {
        return largest;
    }

    long missingValues() {
        return missing;
    }
}
