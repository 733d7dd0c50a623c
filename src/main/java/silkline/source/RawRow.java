package silkline.source;

import java.util.Objects;
import java.util.function.Supplier;
import silkline.series.Cell;

/** What a source format hands over: one row as text cells with its place, before anything is understood. */
public final class RawRow {
    private final String datasetId;
    private final String file;
    private final long line;
    private final String rule;
    private final String problem;
    private final Supplier<String> raw;
    private final String[] cells;

    private RawRow(
            String datasetId,
            String file,
            long line,
            String rule,
            String problem,
            Supplier<String> raw,
            String[] cells) {
        this.datasetId = Objects.requireNonNull(datasetId);
        this.file = Objects.requireNonNull(file);
        this.line = line;
        this.rule = rule;
        this.problem = problem;
        this.raw = raw;
        this.cells = cells;
    }

    /** A row whose cells can be read; {@code cells} in the order of {@link Cell}, null where there is none. */
    public static RawRow of(String datasetId, String file, long line, Supplier<String> raw, String[] cells) {
        return new RawRow(datasetId, file, line, "", "", raw, cells);
    }

    /** A row that cannot be read, with the rule that it breaks. */
    public static RawRow broken(
            String datasetId, String file, long line, Supplier<String> raw, String rule, String problem) {
        return new RawRow(
                datasetId, file, line, rule, problem, raw, new String[Cell.all().size()]);
    }

    public String datasetId() {
        return datasetId;
    }

    public String file() {
        return file;
    }

    /** Line of a text file, row of a table, counted from 1. */
    public long line() {
        return line;
    }

    public boolean isBroken() {
        return !rule.isEmpty();
    }

    /** The rule that a broken row breaks; empty for others. */
    public String rule() {
        return rule;
    }

    /** What is wrong with a broken row; empty for others. */
    public String problem() {
        return problem;
    }

    /** The row as it lies in its file. */
    public String raw() {
        return raw.get();
    }

    /** The text of a cell; null where the row has none. */
    public String cell(Cell cell) {
        return cells[cell.position()];
    }
}
