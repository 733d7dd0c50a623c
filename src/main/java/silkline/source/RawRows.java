package silkline.source;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import silkline.series.ObservationParser;

/** What a source format hands over: each row as text cells with its place, before anything is understood. */
public final class RawRows {
    public static final String FILE = "file";
    public static final String LINE = "line";
    public static final String PROBLEM = "problem";
    public static final String RAW = "raw";

    /** The cells, by canonical name; null where the source has no such column. */
    public static final List<String> CELLS = cells();

    public static final StructType SCHEMA = schema();

    private RawRows() {}

    /** A row; {@code problem} is empty for a sound one, {@code raw} its text, kept for rows that are refused. */
    public static Row row(String file, long line, String problem, String raw, UnaryOperator<String> cells) {
        Object[] values = new Object[4 + CELLS.size()];
        values[0] = file;
        values[1] = line;
        values[2] = problem;
        values[3] = raw;
        for (int i = 0; i < CELLS.size(); i++) {
            values[4 + i] = cells.apply(CELLS.get(i));
        }
        return RowFactory.create(values);
    }

    /** The text of a cell; by position, since Spark may hand over rows that have lost their schema. */
    public static String cell(Row row, String column) {
        return row.getString(4 + CELLS.indexOf(column));
    }

    private static List<String> cells() {
        List<String> cells = new ArrayList<>(ObservationParser.REQUIRED);
        ObservationParser.DEFAULTS.keySet().stream().sorted().forEach(cells::add);
        return List.copyOf(cells);
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add(FILE, StringType)
                .add(LINE, LongType)
                .add(PROBLEM, StringType)
                .add(RAW, StringType);
        for (String cell : cells()) {
            schema = schema.add(cell, StringType);
        }
        return schema;
    }
}
