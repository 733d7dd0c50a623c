package silkline.source.layout;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** One row of a source in the source's own columns. */
public final class NativeRow {
    private final long line;
    private final String problem;
    private final String[] cells;
    private final Supplier<String> raw;

    private NativeRow(long line, String problem, String[] cells, Supplier<String> raw) {
        this.line = line;
        this.problem = problem;
        this.cells = cells;
        this.raw = raw;
    }

    /** {@code cells} in the order of the columns, null where there is none; {@code raw} the row as it lies there. */
    public static NativeRow of(long line, String[] cells, Supplier<String> raw) {
        return new NativeRow(line, "", cells, raw);
    }

    public static NativeRow broken(long line, String problem, Supplier<String> raw) {
        return new NativeRow(line, problem, new String[0], raw);
    }

    /** Line or row, counted from 1. */
    public long line() {
        return line;
    }

    /** What is wrong with it as a row; empty where nothing is. */
    public String problem() {
        return problem;
    }

    /** The text of a column; empty where there is none. */
    public String cell(int column) {
        return column < cells.length && cells[column] != null ? cells[column] : "";
    }

    /** This row with further cells behind its {@code width} columns. */
    NativeRow with(int width, List<String> further) {
        String[] all = Arrays.copyOf(cells, width + further.size());
        for (int i = 0; i < further.size(); i++) {
            all[width + i] = further.get(i);
        }
        return of(line, all, raw);
    }

    public Supplier<String> raw() {
        return raw;
    }
}
