package silkline.table.block;

import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Numbers the texts of a column as Parquet does, but first tries the number that followed the last one before, without
 * looking at any byte: most texts are the same in all rows of a block, and periods follow each other in one order.
 */
final class RepeatedTexts extends PlainBinaryDictionaryValuesWriter {
    /** The ids of the series of a whole group of rows fit in; larger columns are written without numbers, as always. */
    private static final int LARGEST_DICTIONARY = 8 << 20;

    private static final int NONE = -1;

    private Binary[] known = {};
    private int[] followers = {};
    private int last = NONE;

    private RepeatedTexts(ByteBufferAllocator allocator) {
        super(LARGEST_DICTIONARY, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what is equal, but another, is looked up
    public void writeBytes(Binary text) {
        int guess = last == NONE ? NONE : followers[last];
        if (guess != NONE && known[guess] == text) {
            encodedValues.add(guess);
            last = guess;
        } else {
            super.writeBytes(text);
            learn(text, binaryDictionaryContent.getInt(text));
        }
    }

    private void learn(Binary text, int number) {
        if (number >= known.length) {
            int start = followers.length;
            known = Arrays.copyOf(known, 2 * number + 16);
            followers = Arrays.copyOf(followers, known.length);
            Arrays.fill(followers, start, followers.length, NONE);
        }
        known[number] = text;
        if (last != NONE) {
            followers[last] = number;
        }
        last = number;
    }

    @Override
    protected void clearDictionaryContent() {
        super.clearDictionaryContent();
        known = new Binary[0];
        followers = new int[0];
        last = NONE;
    }

    /** Parquet's own writers, with this one for texts. */
    static final class Factory implements ValuesWriterFactory {
        private final ValuesWriterFactory others = new DefaultV1ValuesWriterFactory();
        private ParquetProperties properties;

        @Override
        public void initialize(ParquetProperties given) {
            properties = given;
            others.initialize(given);
        }

        @Override
        public ValuesWriter newValuesWriter(ColumnDescriptor column) {
            return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                case BINARY ->
                    FallbackValuesWriter.of(
                            new RepeatedTexts(properties.getAllocator()),
                            new PlainValuesWriter(
                                    properties.getInitialSlabSize(),
                                    properties.getPageSizeThreshold(),
                                    properties.getAllocator()));
                default -> others.newValuesWriter(column);
            };
        }
    }
}
