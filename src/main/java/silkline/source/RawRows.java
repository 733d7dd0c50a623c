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
    public static final String DATASET_ID = "dataset_id";
    public static final String FILE = "file";
    public static final String LINE = "line";
    public static final String PROBLEM = "problem";
    public static final String RAW = "raw";

    /** Columns before the cells. */
    private static final int PLACE = 5;

    /** The cells, by canonical name; null where the source has no such column. */
    public static final List<String> CELLS = cells();

    public static final StructType SCHEMA = schema();

    private RawRows() {}

    /** A row; {@code problem} is empty for a sound one, {@code raw} its text, kept for rows that are refused. */
    public static Row row(
            String datasetId, String file, long line, String problem, String raw, UnaryOperator<String> cells) {
        Object[] values = new Object[PLACE + CELLS.size()];
        values[0] = datasetId;
        values[1] = file;
        values[2] = line;
        values[3] = problem;
        values[4] = raw;
        for (int i = 0; i < CELLS.size(); i++) {
            values[PLACE + i] = cells.apply(CELLS.get(i));
        }
        return RowFactory.create(values);
    }

    public static String datasetId(Row row) {
        return row.getString(0);
    }

    public static String file(Row row) {
        return row.getString(1);
    }

    public static long line(Row row) {
        return row.getLong(2);
    }

    public static String problem(Row row) {
        return row.getString(3);
    }

    public static String raw(Row row) {
        return row.getString(4);
    }

    /** The text of a cell; by position, since Spark may hand over rows that have lost their schema. */
    public static String cell(Row row, String column) {
        return row.getString(PLACE + CELLS.indexOf(column));
    }

    private static List<String> cells() {
        List<String> cells = new ArrayList<>(ObservationParser.REQUIRED);
        ObservationParser.DEFAULTS.keySet().stream().sorted().forEach(cells::add);
        return List.copyOf(cells);
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add(DATASET_ID, StringType)
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
