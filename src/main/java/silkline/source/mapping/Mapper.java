package silkline.source.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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
    /** Position of a column that the file does not have. */
    private static final int ABSENT = Integer.MAX_VALUE;

    private final Mapping mapping;
    private final CodeLists codes;
    private final String datasetId;
    private final String file;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Output> outputs = new ArrayList<>();

    /** A row that each row of the file becomes; {@code column} names the wide column that it is of, if any. */
    private record Output(String column, BoundCell value, List<BoundCell> cells) {
        boolean isOfWideColumn() {
            return !column.isEmpty();
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
            outputs.add(output("", mapping.cells(), Map.of(), ABSENT));
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
                outputs.add(output(header.get(i), mapping.cellsOf(wide), named, i));
            }
        }
    }

    private Output output(String column, Map<Cell, CellRule> rules, Map<String, String> named, int valuePosition) {
        List<BoundCell> cells = new ArrayList<>();
        rules.forEach((cell, rule) -> cells.add(new BoundCell(
                cell,
                rule,
                codes,
                name -> Optional.ofNullable(named.get(name)),
                name -> name.equals("value") && valuePosition != ABSENT ? valuePosition : position(name))));
        BoundCell value = cells.stream()
                .filter(cell -> cell.cell() == Cell.OBS_VALUE)
                .findFirst()
                .orElseThrow();
        return new Output(column, value, List.copyOf(cells));
    }

    private int position(String name) {
        return positions.getOrDefault(isOptional(name) ? name.substring(1) : name, ABSENT);
    }

    private void map(NativeRow row, List<RawRow> into) {
        Optional<String> unwanted = row.problem().isEmpty() ? unwanted(row) : Optional.empty();
        if (!row.problem().isEmpty()) {
            into.add(broken(row, "CELLS", row.problem()));
        } else if (unwanted.isPresent()) {
            into.add(broken(row, LEFT_OUT, unwanted.get()));
        } else {
            outputs.forEach(output -> map(row, output, into));
        }
    }

    /** Why the mapping does not want a row; empty where it does. */
    private Optional<String> unwanted(NativeRow row) {
        for (Map.Entry<String, List<String>> kept : mapping.keep().entrySet()) {
            int position = position(kept.getKey());
            if (position != ABSENT
                    && !kept.getValue().contains(row.cell(position).strip())) {
                return Optional.of("%s is '%s'; the mapping keeps %s"
                        .formatted(
                                isOptional(kept.getKey()) ? kept.getKey().substring(1) : kept.getKey(),
                                row.cell(position).strip(),
                                kept.getValue().stream()
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(", "))));
            }
        }
        return Optional.empty();
    }

    private void map(NativeRow row, Output output, List<RawRow> into) {
        boolean isMissing = mapping.isMissing(output.value().text(row));
        if (isMissing && output.isOfWideColumn()) {
            return; // an empty cell of a wide table states nothing
        }
        String[] cells = new String[Cell.all().size()];
        Map<String, String> others = Map.of();
        for (BoundCell bound : output.cells()) {
            BoundCell.Outcome outcome = bound.outcome(row);
            if (!outcome.refusal().isEmpty()) {
                String place = output.isOfWideColumn() ? "column %s: ".formatted(output.column()) : "";
                into.add(broken(row, UNKNOWN_CODE, place + outcome.refusal()));
                return;
            }
            cells[bound.cell().position()] = outcome.text();
            others = outcome.others().isEmpty() ? others : outcome.others();
        }
        others.forEach((name, text) -> Cell.named(name)
                .filter(cell -> !mapping.isStated(cell))
                .ifPresent(cell -> cells[cell.position()] = text));
        if (isMissing) {
            sayMissing(cells);
        }
        into.add(RawRow.of(datasetId, file, row.line(), row.raw(), cells));
    }

    /** A row that states no value says so, unless its status tells more. */
    private static void sayMissing(String[] cells) {
        cells[Cell.OBS_VALUE.position()] = "";
        String status = cells[Cell.OBS_STATUS.position()];
        if (status == null || status.isEmpty() || status.equals(Cell.OBS_STATUS.fallback())) {
            cells[Cell.OBS_STATUS.position()] = MISSING_STATUS;
        }
    }

    private RawRow broken(NativeRow row, String rule, String problem) {
        return RawRow.broken(datasetId, file, row.line(), row.raw(), rule, problem);
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
