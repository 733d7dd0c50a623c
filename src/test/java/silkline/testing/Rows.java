package silkline.testing;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Frames from short lines of text, and back. Cells are parted by blanks; {@code -} is null. */
public final class Rows {
    private static final String NULL = "-";
    /** Digits of a number in {@link #lines}; enough to tell any two figures of a test apart. */
    private static final MathContext DIGITS = new MathContext(9);

    private Rows() {}

    /** {@code columns} as in {@code key bigint, value double}. */
    public static Dataset<Row> of(SparkSession spark, String columns, String... lines) {
        StructType schema = StructType.fromDDL(columns);
        return spark.createDataFrame(
                Arrays.stream(lines).map(line -> row(schema, line)).toList(), schema);
    }

    private static Row row(StructType schema, String line) {
        String[] cells = line.strip().split("\\s+", -1);
        if (cells.length != schema.length()) {
            throw new IllegalArgumentException("'%s' has not %d cells".formatted(line, schema.length()));
        }
        Object[] values = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[i] = cells[i].equals(NULL) ? null : value(schema.fields()[i].dataType(), cells[i]);
        }
        return RowFactory.create(values);
    }

    private static Object value(DataType type, String cell) {
        if (type.equals(DataTypes.LongType)) {
            return Long.valueOf(cell);
        }
        if (type.equals(DataTypes.IntegerType)) {
            return Integer.valueOf(cell);
        }
        if (type.equals(DataTypes.DoubleType)) {
            return Double.valueOf(cell);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return Boolean.valueOf(cell);
        }
        if (type.equals(DataTypes.DateType)) {
            return LocalDate.parse(cell);
        }
        if (type.equals(DataTypes.TimestampType)) {
            return Instant.parse(cell);
        }
        return cell;
    }

    /** The values of one column, in the order of the rows. */
    public static <T> List<T> values(Dataset<Row> rows, String column) {
        return rows.select(column).collectAsList().stream()
                .map(row -> row.<T>getAs(0))
                .toList();
    }

    /** Each row as a line of these columns; sorted, since rows have no order. */
    public static List<String> lines(Dataset<Row> rows, String... columns) {
        Column[] wanted = Arrays.stream(columns).map(name -> col(name)).toArray(Column[]::new);
        return lines(rows.select(wanted).collectAsList(), columns);
    }

    /** As {@link #lines(Dataset, String...)}, of rows already collected. */
    public static List<String> lines(List<Row> rows, String... columns) {
        return rows.stream()
                .map(row -> Arrays.stream(columns)
                        .map(column -> text(row.getAs(column)))
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    private static String text(Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
            return rounded.signum() == 0 ? "0" : rounded.toPlainString();
        }
        return value.toString();
    }

    /** The same rows in another order and number of partitions. */
    public static Dataset<Row> shuffled(Dataset<Row> rows, int partitions) {
        List<Row> reversed = new ArrayList<>(rows.collectAsList());
        java.util.Collections.shuffle(reversed, new java.util.Random(partitions));
        return rows.sparkSession().createDataFrame(reversed, rows.schema()).repartition(partitions);
    }
}
