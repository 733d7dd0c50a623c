package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import silkline.UserError;
import silkline.explain.Explanation;
import silkline.explain.Key;
import silkline.table.TableSpec;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/** What one explanation reads of the lake; it keeps book of the tables. */
public final class Evidence {
    private final Background background;
    private final Map<String, Explanation.Table> read = new LinkedHashMap<>();

    public Evidence(Background background) {
        this.background = background;
    }

    Background background() {
        return background;
    }

    List<Row> rows(TableSpec table, Map<String, ?> equal) {
        read.putIfAbsent(
                table.toString(),
                new Explanation.Table(table.toString(), background.tables().version(table), ""));
        return background.tables().rows(table, equal);
    }

    Optional<Row> row(TableSpec table, Map<String, ?> equal) {
        return rows(table, equal).stream().findFirst();
    }

    List<Explanation.Table> tablesRead() {
        return List.copyOf(read.values());
    }

    List<Row> series(Map<String, ?> equal) {
        return rows(SeriesTable.SPEC, equal);
    }

    Optional<Row> series(String seriesId) {
        return row(SeriesTable.SPEC, Map.of(SERIES_ID, seriesId));
    }

    /** The vintages that count, by series and period, the most believed last. */
    Map<Long, NavigableMap<Integer, List<Observed>>> vintages(List<Row> series) {
        Map<Long, Row> byKey = new TreeMap<>();
        series.forEach(row -> byKey.put(row.getAs(SERIES_KEY), row));
        Map<Long, NavigableMap<Integer, List<Observed>>> all = new TreeMap<>();
        if (byKey.isEmpty()) {
            return all;
        }
        for (Row row : rows(ObservationTable.SPEC, Map.of(SERIES_KEY, List.copyOf(byKey.keySet())))) {
            Observed observed = new Observed(byKey.get(row.<Long>getAs(SERIES_KEY)), row);
            all.computeIfAbsent(row.getAs(SERIES_KEY), key -> new TreeMap<>())
                    .computeIfAbsent(observed.periodIndex(), index -> new ArrayList<>())
                    .add(observed);
        }
        all.values()
                .forEach(periods ->
                        periods.replaceAll((index, vintages) -> Believed.vintages(vintages, background.asOf())));
        return all;
    }

    /** What is believed of one series, by period; missing values are NaN, withdrawn ones left out. */
    NavigableMap<Integer, Observed> believed(Row series) {
        NavigableMap<Integer, Observed> believed = new TreeMap<>();
        vintages(List.of(series))
                .values()
                .forEach(periods -> periods.forEach(
                        (index, vintages) -> Believed.last(vintages).ifPresent(one -> believed.put(index, one))));
        return believed;
    }

    /** An explanation of what {@code column} of a row says, as far as the row goes; to be computed again. */
    Explanation about(Key key, TableSpec table, Row row, String column, String unit) {
        double stored = number(row, column);
        if (Double.isNaN(stored)) {
            throw UserError.usage(
                    "%s: there is no number; %s gives as reason: %s.".formatted(key, table, reason(row, column)));
        }
        wroteBy(table, row);
        String meaning = "%s; %s has: %s".formatted(meaning(table, column), table, table.meaning());
        return Explanation.of(key, meaning, unit).storedIn(table + ", column " + column, stored);
    }

    /** Of a number that no table holds: the one that the last report printed is what it is held against. */
    Explanation printed(Explanation explanation) {
        Double printed = background.printed().get(explanation.key());
        return printed == null ? explanation : explanation.storedIn("summary.json of the last report", printed);
    }

    /** Notes which run wrote a row. */
    void wroteBy(TableSpec table, Row row) {
        read.computeIfPresent(
                table.toString(), (name, version) -> new Explanation.Table(name, version.version(), text(row, RUN_ID)));
    }

    private static String reason(Row row, String column) {
        List<String> columns = List.of(row.schema().fieldNames());
        String own = column.startsWith("yoy") ? "yoy_reason" : "reason";
        String reason = columns.contains(own) ? text(row, own) : "";
        return reason.isEmpty() ? "none" : reason;
    }

    /** What the table says of its column. */
    static String meaning(TableSpec table, String column) {
        return table.fields().stream()
                .filter(field -> field.name().equals(column))
                .findFirst()
                .flatMap(Evidence::comment)
                .orElse(column);
    }

    private static Optional<String> comment(StructField field) {
        return field.getComment().isDefined() ? Optional.of(field.getComment().get()) : Optional.empty();
    }
}
