package silkline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A picture of a table: its numbers are {@link #data}, its message is {@code description}, and both are printed, so
 * that nothing is lost where the picture cannot be seen.
 */
public sealed interface Chart extends Block {
    String id();

    String title();

    /** One sentence that says what the picture shows. */
    String description();

    Scale scale();

    /** The numbers of the picture. */
    Table data(Language language);

    /** What hollow marks stand for in the picture; empty where it has none. */
    default List<Status> hollowMarks() {
        return List.of();
    }

    <T> T draw(Pen<T> pen);

    @Override
    default Stream<Figure> figures() {
        return data(Language.ENGLISH).figures();
    }

    @Override
    default Stream<String> ids() {
        return Stream.of(id(), id() + "-data");
    }

    @Override
    default String kind() {
        return "chart";
    }

    @Override
    default <T> T render(Renderer<T> renderer) {
        return renderer.chart(this);
    }

    /** One method for each kind of chart. */
    interface Pen<T> {
        T lines(Lines chart);

        T bars(Bars chart);

        T fan(Fan chart);

        T dumbbell(Dumbbell chart);
    }

    /** Several series over the same periods; a cell without a number is a gap in the line. */
    record Lines(String id, String title, Scale scale, String description, List<String> periods, List<Series> series)
            implements Chart {
        public Lines {
            periods = List.copyOf(periods);
            series = List.copyOf(series);
            for (Series one : series) {
                if (one.values().size() != periods.size()) {
                    throw new IllegalArgumentException("%s: %d values for %d periods"
                            .formatted(one.name(), one.values().size(), periods.size()));
                }
            }
        }

        @Override
        public Table data(Language language) {
            List<Column> columns = new ArrayList<>(List.of(Column.text(language.text("column.period"))));
            series.forEach(one -> columns.add(Column.numbers(one.name(), scale)));
            List<List<Cell>> rows = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(periods.get(i))));
                for (Series one : series) {
                    row.add(one.values().get(i));
                }
                rows.add(row);
            }
            return new Table(id + "-data", title, columns, rows);
        }

        @Override
        public List<Status> hollowMarks() {
            return data(Language.ENGLISH).statuses();
        }

        @Override
        public <T> T draw(Pen<T> pen) {
            return pen.lines(this);
        }
    }

    /** A named line. */
    record Series(String name, List<Cell> values) {
        public Series {
            Ids.requireText("name", name);
            values = List.copyOf(values);
        }
    }

    /** Horizontal bars from zero, in the order given. */
    record Bars(String id, String title, Scale scale, String description, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }

        @Override
        public Table data(Language language) {
            List<Column> columns = List.of(
                    Column.text(language.text("column.category")),
                    Column.numbers(language.text("column.value"), scale));
            return new Table(
                    id + "-data",
                    title,
                    columns,
                    bars.stream()
                            .map(bar -> List.of(Cell.of(bar.label()), bar.value()))
                            .toList());
        }

        @Override
        public <T> T draw(Pen<T> pen) {
            return pen.bars(this);
        }
    }

    /** A labelled bar. */
    record Bar(String label, Cell value) {
        public Bar {
            Ids.requireText("label", label);
            Objects.requireNonNull(value, "value");
        }
    }

    /** A history and what a model expects after it, with intervals of 80 and 95 percent. */
    record Fan(String id, String title, Scale scale, String description, List<Past> history, List<Ahead> forecast)
            implements Chart {
        public Fan {
            history = List.copyOf(history);
            forecast = List.copyOf(forecast);
        }

        @Override
        public Table data(Language language) {
            List<Column> columns = List.of(
                    Column.text(language.text("column.period")),
                    Column.numbers(language.text("column.value"), scale),
                    Column.numbers(language.text("column.interval_80"), scale),
                    Column.numbers(language.text("column.interval_95"), scale));
            Stream<List<Cell>> past = history.stream()
                    .map(p -> List.of(Cell.of(p.period()), p.value(), Cell.missing(""), Cell.missing("")));
            Stream<List<Cell>> ahead = forecast.stream()
                    .map(a -> List.of(Cell.of(a.period()), Cell.of(a.mean(), Status.FORECAST), a.likely(), a.wide()));
            return new Table(
                    id + "-data", title, columns, Stream.concat(past, ahead).toList());
        }

        @Override
        public List<Status> hollowMarks() {
            return data(Language.ENGLISH).statuses();
        }

        @Override
        public <T> T draw(Pen<T> pen) {
            return pen.fan(this);
        }
    }

    /** An observed value; the cell may be a gap. */
    record Past(String period, Cell value) {
        public Past {
            Ids.requireText("period", period);
            Objects.requireNonNull(value, "value");
        }
    }

    /** A forecast with its ranges of 80 percent ({@code likely}) and 95 percent ({@code wide}). */
    record Ahead(String period, Figure mean, Cell.Range likely, Cell.Range wide) {
        public Ahead {
            Ids.requireText("period", period);
            Objects.requireNonNull(mean, "mean");
            Objects.requireNonNull(likely, "likely");
            Objects.requireNonNull(wide, "wide");
        }
    }

    /**
     * Claims against official values. Units differ from row to row, so what is drawn is stated divided by official, on
     * a logarithmic scale where 1 means agreement; rows without a positive official value are only in the table.
     */
    record Dumbbell(String id, String title, String description, List<Pair> pairs) implements Chart {
        public Dumbbell {
            pairs = List.copyOf(pairs);
        }

        @Override
        public Scale scale() {
            return new Scale("", 0, 2);
        }

        @Override
        public Table data(Language language) {
            List<Column> columns = List.of(
                    Column.text(language.text("column.claim")),
                    Column.numbers(language.text("column.stated")),
                    Column.numbers(language.text("column.official")),
                    Column.text(language.text("column.verdict")));
            return new Table(
                    id + "-data",
                    title,
                    columns,
                    pairs.stream()
                            .map(p -> List.of(
                                    Cell.of(p.label()),
                                    p.stated(),
                                    p.official(),
                                    Cell.of(p.verdict().label(language))))
                            .toList());
        }

        @Override
        public <T> T draw(Pen<T> pen) {
            return pen.dumbbell(this);
        }
    }

    /** What was stated and what is official: values or ranges, in one unit. */
    record Pair(String label, Cell stated, Cell official, ClaimCard.Verdict verdict) {
        public Pair {
            Ids.requireText("label", label);
            Stream.of(stated, official, verdict).forEach(Objects::requireNonNull);
        }
    }
}
