package silkline.report;

import java.util.List;
import java.util.stream.Stream;

/** A table; the first cell of a row is its heading. */
public record Table(String id, String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
    public Table {
        Ids.requireId(id);
        Ids.requireText("caption", caption);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Table %s has %d columns, a row has %d".formatted(id, columns.size(), row.size()));
            }
            requireKeys(id, columns, row);
        }
    }

    /** A column of numbers holds figures: each number has a key that explains it. */
    private static void requireKeys(String id, List<Column> columns, List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            boolean isBare =
                    row.get(i) instanceof Cell.Text text && text.words().chars().anyMatch(Character::isDigit);
            if (columns.get(i).isNumeric() && isBare) {
                throw new IllegalArgumentException("Table %s, column %s: the number '%s' has no key"
                        .formatted(id, columns.get(i).name(), row.get(i)));
            }
        }
    }

    /** The marks that need a legend. */
    public List<Status> statuses() {
        return rows.stream()
                .flatMap(List::stream)
                .map(Cell::status)
                .filter(status -> status != Status.NORMAL)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Stream<Figure> figures() {
        return rows.stream().flatMap(List::stream).flatMap(Cell::figures);
    }

    @Override
    public Stream<String> ids() {
        return Stream.of(id);
    }

    @Override
    public String kind() {
        return "table";
    }

    @Override
    public <T> T render(Renderer<T> renderer) {
        return renderer.table(this);
    }
}
