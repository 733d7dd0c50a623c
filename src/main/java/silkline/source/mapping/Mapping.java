package silkline.source.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.layout.CsvDialect;

/**
 * How the columns of a source become the cells of an observation. Formats bring their own; {@code "mapping"} in
 * {@code dataset.json} adds to it, cell by cell, or is all there is. The language is described in {@code src/docs/sources.md}.
 */
public final class Mapping implements Serializable {
    private static final long serialVersionUID = 1L;

    static final Mapping EMPTY = new Mapping(Map.of(), List.of(), Map.of(), Set.of(), null);

    private final Map<Cell, CellRule> cells = new EnumMap<>(Cell.class);
    private final List<WideColumns> wide;
    private final Map<String, List<String>> keep;
    private final Set<String> missing;
    private final CsvDialect dialect;
    private final Set<Cell> stated = EnumSet.noneOf(Cell.class);

    Mapping(
            Map<Cell, CellRule> cells,
            List<WideColumns> wide,
            Map<String, List<String>> keep,
            Set<String> missing,
            CsvDialect dialect) {
        this.cells.putAll(cells);
        this.wide = new ArrayList<>(wide);
        this.keep = new TreeMap<>(keep);
        this.missing = new TreeSet<>(missing);
        this.dialect = dialect;
    }

    /** A format's own mapping, in the language of {@code dataset.json}. */
    public static Mapping of(String json) {
        return MappingReader.parse("built-in mapping", json);
    }

    /** What {@code dataset.json} says in {@code "mapping"}; {@code place} is how messages name it. */
    public static Mapping parse(String place, String json) {
        return json.isEmpty() ? EMPTY : MappingReader.parse(place, json);
    }

    /** This mapping, with whatever {@code other} says instead. */
    public Mapping with(Mapping other) {
        Map<Cell, CellRule> both = new EnumMap<>(Cell.class);
        both.putAll(cells);
        both.putAll(other.cells);
        Map<String, List<String>> kept = new TreeMap<>(keep);
        kept.putAll(other.keep);
        Set<String> absent = new TreeSet<>(missing);
        absent.addAll(other.missing);
        Mapping all = new Mapping(
                both,
                other.wide.isEmpty() ? wide : other.wide,
                kept,
                absent,
                other.dialect == null ? dialect : other.dialect);
        all.stated.addAll(stated);
        all.stated.addAll(other.cells.keySet());
        return all;
    }

    /** Whether a mapping on top of another says what stands in a cell, so that a known indicator does not. */
    public boolean isStated(Cell cell) {
        return stated.contains(cell);
    }

    /** Whether it says what stands in a cell. */
    public boolean names(Cell cell) {
        return cells.containsKey(cell);
    }

    /** How the file is written, where the mapping says so. */
    public Optional<CsvDialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    /** What is wrong with this mapping for a file of these columns, in words; empty where nothing is. */
    public Optional<String> problem(List<String> columns, CodeLists codes) {
        for (String required : Cell.required()) {
            Cell cell = Cell.named(required).orElseThrow();
            boolean isOfAll = cells.containsKey(cell);
            if (!isOfAll
                    && (wide.isEmpty()
                            || !wide.stream().allMatch(one -> one.cells().containsKey(cell)))) {
                return Optional.of("the mapping says nothing of '%s'".formatted(required));
            }
        }
        for (String column : neededColumns()) {
            if (!columns.contains(column)) {
                return Optional.of("no column '%s'. Found: %s".formatted(column, String.join(", ", columns)));
            }
        }
        for (WideColumns one : wide) {
            if (columns.stream()
                    .noneMatch(column -> one.columns().matcher(column).matches())) {
                return Optional.of(
                        "no column matches '%s'. Found: %s".formatted(one.columns(), String.join(", ", columns)));
            }
        }
        return rules().filter(rule -> !rule.codes().isEmpty() && !codes.hasSystem(rule.codes()))
                .findFirst()
                .map(rule -> "the codes '%s' are not known".formatted(rule.codes()));
    }

    /** The columns that it names. */
    public Set<String> columns() {
        return Stream.concat(rules().flatMap(rule -> rule.text().names().stream()), keep.keySet().stream())
                .map(name -> Mapper.isOptional(name) ? name.substring(1) : name)
                .collect(Collectors.toSet());
    }

    Map<Cell, CellRule> cells() {
        return cells;
    }

    List<WideColumns> wide() {
        return wide;
    }

    /** By column, the values of the rows that are wanted. */
    Map<String, List<String>> keep() {
        return keep;
    }

    boolean isMissing(String value) {
        return value.isEmpty() || missing.contains(value);
    }

    private Stream<CellRule> rules() {
        return Stream.concat(cells.values().stream(), wide.stream().flatMap(one -> one.cells().values().stream()));
    }

    /** Every column that is named without a question mark and is no part of a wide column's name. */
    private Set<String> neededColumns() {
        Set<String> needed = rules().flatMap(rule -> rule.text().names().stream())
                .filter(name -> !Mapper.isOptional(name) && !(isWide() && Mapper.isOfWideColumn(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        keep.keySet().stream().filter(name -> !Mapper.isOptional(name)).forEach(needed::add);
        return needed;
    }

    private boolean isWide() {
        return !wide.isEmpty();
    }

    /** The cells of a wide column: those of all, and its own instead. */
    Map<Cell, CellRule> cellsOf(WideColumns column) {
        Map<Cell, CellRule> both = new LinkedHashMap<>(cells);
        both.putAll(column.cells());
        return both;
    }
}
