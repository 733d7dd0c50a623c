package silkline.table.block;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows of a table while they are still blocks; {@code cells} fill the columns of the {@code schema}, in any order. */
public record BlockRows(StructType schema, Dataset<Block> blocks, List<Cell> cells) {
    /** How Spark moves blocks. */
    public static final Encoder<Block> ENCODER = Encoders.bean(Block.class);

    public BlockRows {
        cells = List.copyOf(cells);
        List<String> given = cells.stream().map(Cell::name).sorted().toList();
        List<String> wanted = Arrays.stream(schema.fieldNames()).sorted().toList();
        if (!given.equals(wanted)) {
            throw new IllegalArgumentException("cells %s for columns %s".formatted(given, wanted));
        }
    }

    /** The same as rows of Spark's. */
    public Dataset<Row> rows() {
        return blocks.toDF()
                .where(col("rows").gt(0))
                .withColumn(Cell.AT, explode(sequence(lit(0), col("rows").minus(1))))
                .select(Arrays.stream(schema.fields())
                        .map(field -> cell(field.name())
                                .column()
                                .cast(field.dataType())
                                .as(field.name(), field.metadata()))
                        .toArray(Column[]::new));
    }

    Cell cell(String name) {
        return cells.stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
