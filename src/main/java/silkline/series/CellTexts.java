package silkline.series;

import java.util.function.Function;

/** The texts of the cells of a row: {@code cells} gives that of a cell, null where the file does not have it. */
final class CellTexts {
    private CellTexts() {}

    static String required(Function<Cell, String> cells, Cell cell) throws Refusal {
        String text = clean(cells.apply(cell));
        if (text.isEmpty()) {
            throw new Refusal("EMPTY_CELL", cell.column() + " is empty");
        }
        return text;
    }

    static String optional(Function<Cell, String> cells, Cell cell) {
        String text = clean(cells.apply(cell));
        return text.isEmpty() ? cell.fallback() : text;
    }

    static String clean(String cell) {
        return cell == null ? "" : cell.strip();
    }
}
