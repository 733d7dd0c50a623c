package silkline.stage.panel;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The cells of a {@link Block} as columns, one row for each of its rows. */
final class Blocks {
    static final Encoder<Block> ENCODER = Encoders.bean(Block.class);

    private static final String AT = "at";

    private Blocks() {}

    /** One row for each row of the blocks; what follows picks its cells. */
    static Dataset<Row> rows(Dataset<Block> blocks) {
        return blocks.toDF()
                .where(col("rows").gt(0))
                .withColumn(AT, explode(sequence(lit(0), col("rows").minus(1))));
    }

    static Column key() {
        return col("key");
    }

    /** A text that all rows of the block share. */
    static Column label(int position) {
        return col("labels").getItem(position);
    }

    /** The text at the position that an integer column says, from {@code first}; null where that says less than 0. */
    static Column labelAt(int integerColumn, int first) {
        Column position = integer(integerColumn);
        return when(position.geq(0), col("labels").getItem(position.plus(first)));
    }

    /** A text of the row's own; those of the rows follow each other from {@code first}. */
    static Column labelOfRow(int first) {
        return col("labels").getItem(col(AT).plus(first));
    }

    static Column integer(int column) {
        return col("integers").getItem(cell(column));
    }

    /** Null where it is missing. */
    static Column number(int column) {
        Column number = col("numbers").getItem(cell(column));
        return when(not(isnan(number)), number);
    }

    /** The text that an integer column numbers; null where that is less than 0. */
    static Column text(int integerColumn, List<String> texts) {
        Column all = array(texts.stream().map(text -> lit(text)).toArray(Column[]::new));
        Column position = integer(integerColumn);
        return when(position.geq(0), all.getItem(position));
    }

    private static Column cell(int column) {
        return column == 0 ? col(AT) : col("rows").multiply(column).plus(col(AT));
    }
}
