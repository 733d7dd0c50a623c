package silkline.source.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.RawRow;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;

/** Applies a {@link Mapping} to the rows of one file: each becomes one row of cells, or one for each wide column with a value. */
public final class Mapper {
    /** The rule that rows break which the mapping does not want. */
    public static final String LEFT_OUT = "LEFT_OUT";

    private static final String UNKNOWN_CODE = "UNKNOWN_CODE";
    private static final String MISSING_STATUS = "O";

    private final Mapping mapping;
    private final CodeLists codes;
    private final String datasetId;
    private final String file;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<CellRule, Map<String, Outcome>> known = new HashMap<>();

    /** One output per row: a wide column and what its name says, or the row itself. */
    private record Column(int position, Map<String, String> named, Map<Cell, CellRule> cells) {}

    /** What a text became: a code, or the sentence that refuses it. */
    private record Outcome(String text, String refusal, Map<String, String> others) {
        static Outcome of(String text) {
            return new Outcome(text, "", Map.of());
        }

        static Outcome refused(String sentence) {
            return new Outcome("", sentence, Map.of());
        }
    }

    private Mapper(Mapping mapping, List<String> header, CodeLists codes, String datasetId, String file) {
        this.mapping = mapping;
        this.codes = codes;
        this.datasetId = datasetId;
        this.file = file;
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i), i);
        }
        mapping.wide().forEach(wide -> addWide(wide, header));
        if (mapping.wide().isEmpty()) {
            columns.add(new Column(-1, Map.of(), mapping.cells()));
        }
    }

    /** The rows of a file as the mapping reads them. */
    public static Iterator<RawRow> map(
            Mapping mapping, NativeRows rows, CodeLists codes, String datasetId, String file) {
        Mapper mapper = new Mapper(mapping, rows.columns(), codes, datasetId, file);
        return new Mapped(mapper, rows.rows());
    }

    /** A column that need not be there is named with a question mark. */
    static boolean isOptional(String name) {
        return name.startsWith("?");
    }

    /** Names that a wide column gives. */
    static boolean isOfWideColumn(String name) {
        return name.equals("value") || name.equals("column") || name.matches("\\d");
    }

    private void addWide(WideColumns wide, List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            Matcher name = wide.columns().matcher(header.get(i));
            if (name.matches()) {
                Map<String, String> named = new HashMap<>();
                named.put("column", header.get(i));
                for (int group = 1; group <= name.groupCount(); group++) {
                    named.put(
                            Integer.toString(group),
                            Optional.ofNullable(name.group(group)).orElse(""));
                }
                columns.add(new Column(i, named, mapping.cellsOf(wide)));
            }
        }
    }

    private void map(NativeRow row, List<RawRow> into) {
        if (!row.problem().isEmpty()) {
            into.add(RawRow.broken(datasetId, file, row.line(), row.raw(), "CELLS", row.problem()));
            return;
        }
        for (Map.Entry<String, List<String>> kept : mapping.keep().entrySet()) {
            String found = text(row, kept.getKey()).strip();
            boolean isThere = positions.containsKey(plain(kept.getKey()));
            if (isThere && !kept.getValue().contains(found)) {
                into.add(RawRow.broken(
                        datasetId,
                        file,
                        row.line(),
                        row.raw(),
                        LEFT_OUT,
                        "%s is '%s'; the mapping keeps %s"
                                .formatted(
                                        plain(kept.getKey()),
                                        found,
                                        kept.getValue().stream()
                                                .filter(text -> !text.isEmpty())
                                                .collect(Collectors.joining(", ")))));
                return;
            }
        }
        for (Column column : columns) {
            map(row, column, into);
        }
    }

    private void map(NativeRow row, Column column, List<RawRow> into) {
        UnaryOperator<String> value = name -> named(row, column, name);
        CellRule valueRule = column.cells().get(Cell.OBS_VALUE);
        String number = valueRule.text().fill(value).strip();
        boolean isMissing = mapping.isMissing(number);
        if (isMissing && column.position() >= 0) {
            return; // an empty cell of a wide table states nothing
        }
        String[] cells = new String[Cell.all().size()];
        Map<String, String> others = Map.of();
        for (Map.Entry<Cell, CellRule> entry : column.cells().entrySet()) {
            Outcome outcome = outcome(
                    entry.getKey(),
                    entry.getValue(),
                    entry.getValue().text().fill(value).strip());
            if (!outcome.refusal().isEmpty()) {
                into.add(RawRow.broken(
                        datasetId, file, row.line(), row.raw(), UNKNOWN_CODE, inColumn(column) + outcome.refusal()));
                return;
            }
            cells[entry.getKey().position()] = outcome.text();
            if (!outcome.others().isEmpty()) {
                others = outcome.others();
            }
        }
        others.forEach((name, text) -> Cell.named(name)
                .filter(cell -> !mapping.isStated(cell))
                .ifPresent(cell -> cells[cell.position()] = text));
        if (isMissing) {
            cells[Cell.OBS_VALUE.position()] = "";
            String status = cells[Cell.OBS_STATUS.position()];
            if (status == null || status.isEmpty() || status.equals(Cell.OBS_STATUS.fallback())) {
                cells[Cell.OBS_STATUS.position()] = MISSING_STATUS;
            }
        }
        into.add(RawRow.of(datasetId, file, row.line(), row.raw(), cells));
    }

    private static String inColumn(Column column) {
        return column.position() < 0
                ? ""
                : "column %s: ".formatted(column.named().get("column"));
    }

    /** Texts repeat a million times; what they mean is looked up once. */
    private Outcome outcome(Cell cell, CellRule rule, String text) {
        if (rule.map().isEmpty() && rule.codes().isEmpty() && rule.indicators().isEmpty()) {
            return Outcome.of(text);
        }
        return known.computeIfAbsent(rule, key -> new HashMap<>())
                .computeIfAbsent(text, key -> meaning(cell, rule, text));
    }

    private Outcome meaning(Cell cell, CellRule rule, String text) {
        String meant = rule.map().get(text);
        if (meant != null) {
            return Outcome.of(meant);
        }
        if (!rule.codes().isEmpty()) {
            return translated(cell, rule, text);
        }
        if (!rule.indicators().isEmpty()) {
            return indicator(rule, text);
        }
        String any = rule.map().get(CellRule.ANY);
        return any != null
                ? Outcome.of(any)
                : Outcome.refused("%s '%s' is not in the mapping; it has %s"
                        .formatted(
                                cell.column(),
                                text,
                                String.join(", ", rule.map().keySet())));
    }

    private Outcome translated(Cell cell, CellRule rule, String text) {
        if (text.isEmpty()) {
            return Outcome.of(""); // the parser says what is missing, or takes what an empty cell means
        }
        return codes.translate(rule.codes(), text)
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused(codes.unknown(cell.column(), rule.codes(), text)));
    }

    /** One of our indicators with all that it fixes, or the office's own under its name, where it bears none yet. */
    private Outcome indicator(CellRule rule, String text) {
        return codes.indicator(rule.indicators(), text)
                .map(cells -> new Outcome(cells.getOrDefault("indicator", ""), "", cells))
                .orElseGet(() -> text.isEmpty()
                        ? Outcome.of("")
                        : Outcome.of(
                                text.indexOf(':') >= 0
                                        ? text
                                        : rule.indicators() + ":"
                                                + text.replace('.', '_').replace(' ', '_')));
    }

    private String named(NativeRow row, Column column, String name) {
        if (column.position() >= 0) {
            if (name.equals("value")) {
                return row.cell(column.position());
            }
            String of = column.named().get(name);
            if (of != null) {
                return of;
            }
        }
        return text(row, name);
    }

    private String text(NativeRow row, String name) {
        Integer position = positions.get(plain(name));
        return position == null ? "" : row.cell(position);
    }

    private static String plain(String name) {
        return isOptional(name) ? name.substring(1) : name;
    }

    private static final class Mapped implements Iterator<RawRow> {
        private final Mapper mapper;
        private final Iterator<NativeRow> rows;
        private final List<RawRow> ready = new ArrayList<>();
        private int next;

        Mapped(Mapper mapper, Iterator<NativeRow> rows) {
            this.mapper = mapper;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (next == ready.size() && rows.hasNext()) {
                ready.clear();
                next = 0;
                mapper.map(rows.next(), ready);
            }
            return next < ready.size();
        }

        @Override
        public RawRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.get(next++);
        }
    }
}
