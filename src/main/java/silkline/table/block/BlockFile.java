package silkline.table.block;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.types.StructField;

/**
 * A Parquet file that blocks are written to. Cells go straight from the arrays of a block to Parquet's columns; rows of
 * Spark's would be made cell by cell and taken apart again cell by cell.
 */
final class BlockFile {
    private final Path path;
    private final Configuration hadoop;
    private final MessageType schema;
    private final Map<String, String> notes;
    private final ParquetProperties properties;
    private final long largestGroup;
    private final CodecFactory codecs;
    private final CompressionCodecFactory.BytesInputCompressor compressor;
    private final ParquetFileWriter file;
    private final Cell.Filler[] fillers;
    private final ColumnSink[] sinks;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore columns;
    private long rowsOfGroup;
    private long rows;
    private int group;

    /** A column of the table, and where its values come from. */
    record Field(StructField field, Cell.Filler filler, boolean isRequired, boolean isKey) implements Serializable {}

    /** {@code schema} is one of Parquet's with these {@code fields}; {@code notes} go to the file's end. */
    record Layout(String schema, List<Field> fields, Map<String, String> notes) implements Serializable {}

    BlockFile(Path path, Configuration hadoop, CompressionCodecName codec, Layout layout) throws IOException {
        this.path = path;
        this.hadoop = hadoop;
        this.schema = MessageTypeParser.parseMessageType(layout.schema);
        this.notes = layout.notes;
        this.properties = properties(hadoop, layout.fields);
        this.largestGroup = ParquetOutputFormat.getLongBlockSize(hadoop);
        this.codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
        this.compressor = codecs.getCompressor(codec);
        this.fillers = layout.fields.stream().map(Field::filler).toArray(Cell.Filler[]::new);
        this.sinks = new ColumnSink[fillers.length];
        for (int i = 0; i < sinks.length; i++) {
            sinks[i] = new ColumnSink(
                    schema.getColumns().get(i), layout.fields.get(i).isRequired());
        }
        this.file = new ParquetFileWriter(
                HadoopOutputFile.fromPath(path, hadoop),
                schema,
                ParquetFileWriter.Mode.CREATE,
                largestGroup,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                null,
                properties);
        file.start();
        startGroup();
    }

    private ParquetProperties properties(Configuration hadoop, List<Field> fields) {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withPageSize(ParquetOutputFormat.getPageSize(hadoop))
                .withDictionaryPageSize(ParquetOutputFormat.getDictionaryPageSize(hadoop))
                .withSizeStatisticsEnabled(false)
                .withValuesWriterFactory(new RepeatedTexts.Factory());
        for (int i = 0; i < fields.size(); i++) {
            ColumnDescriptor column = schema.getColumns().get(i);
            boolean isText = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
            // Readers skip groups of rows by them; to compare each text of the other columns would cost a tenth of the
            // time.
            properties.withStatisticsEnabled(
                    String.join(".", column.getPath()), !isText || fields.get(i).isKey());
        }
        return properties.build();
    }

    void add(Block block) throws IOException {
        for (int row = 0; row < block.getRows(); row++) {
            for (int i = 0; i < sinks.length; i++) {
                fillers[i].fill(sinks[i], block, row);
            }
            columns.endRecord();
        }
        rowsOfGroup += block.getRows();
        if (columns.getBufferedSize() > largestGroup) {
            endGroup();
            startGroup();
        }
    }

    /** Writes what is left, and ends the file. */
    FileStatus finish() throws IOException {
        endGroup();
        file.end(notes);
        codecs.release();
        return path.getFileSystem(hadoop).getFileStatus(path);
    }

    /** Leaves nothing of the file. */
    void abandon() throws IOException {
        try (file) {
            codecs.release();
        } finally {
            path.getFileSystem(hadoop).delete(path, false);
        }
    }

    long rows() {
        return rows + rowsOfGroup;
    }

    ColumnSink sink(int column) {
        return sinks[column];
    }

    private void startGroup() {
        pages = new ColumnChunkPageWriteStore(
                compressor,
                schema,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled(),
                null,
                group++);
        columns = properties.newColumnWriteStore(schema, pages, pages);
        for (ColumnSink sink : sinks) {
            sink.startGroup(columns);
        }
    }

    private void endGroup() throws IOException {
        if (rowsOfGroup > 0) {
            file.startBlock(rowsOfGroup);
            columns.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
        columns.close();
        pages.close();
        rows += rowsOfGroup;
        rowsOfGroup = 0;
    }
}
