package silkline.source.format;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.series.CodeLists;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * What the concepts of SDMX are here, for every way of writing SDMX: known concepts become cells by their ids, and all
 * other dimensions become the indicator, {@code SDMX:<dataflow>:<code>:<code>...} in the order of the structure, so that
 * two series never become one. A code of a known concept that we have no code for ({@code ADJUSTMENT} = {@code Y}) is
 * written there too, as {@code ADJUSTMENT=Y}. Signs other than letters, digits, {@code _}, {@code -}, {@code @} and
 * {@code $} are written {@code %XX}. Dimensions that the dataset's own mapping names are its business and left out.
 *
 * <p>Where the agency's own indicator ({@code INDICATOR}, {@code SERIES} or {@code MEASURE}) is one of ours and all other
 * dimensions are totals ({@code _T}, {@code _Z}, empty), it becomes ours; the reference data list them by agency.
 */
public final class SdmxConcepts {
    /** The column that names the structure of a row, as in {@code ECB:EXR(1.0)}; it need not be there. */
    public static final String STRUCTURE = "STRUCTURE_ID";

    private static final Pattern STRUCTURE_TEXT = Pattern.compile("(?:([^:(=]*)[:=])?([^:(]+).*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@$-]*");
    private static final Set<String> TOTALS = Set.of("", "_T", "_Z");
    private static final Set<String> INDICATORS = Set.of("INDICATOR", "SERIES", "MEASURE");
    private static final Set<String> OF_OBSERVATION = Set.of("obs_value", "obs_status");
    private static final String DERIVED_INDICATOR = "@indicator";

    private static final String INDICATOR_CELL =
            """
            {"cells": {"indicator": {"text": "{%s}", "indicators": "%s"}}, "missing": ["NaN", ":", "-"]}
            """;

    private final List<String> columns;
    private final Map<SdmxRole, Integer> filled = new LinkedHashMap<>();
    private final List<Integer> folded = new ArrayList<>();
    private final int structureColumn;
    private final String structure;
    private final int ownIndicator;
    private final String office;
    private final CodeLists codes;
    private final Optional<SdmxAction> action;

    private SdmxConcepts(
            List<String> columns, List<String> dimensions, String structure, CodeLists codes, Set<String> named) {
        this.columns = columns;
        this.structureColumn = columns.indexOf(STRUCTURE);
        this.structure = structure;
        this.office = office(structure);
        this.codes = codes;
        List<String> ids =
                columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
        SdmxRole.ALL.forEach(role -> role.concepts().stream()
                .map(ids::indexOf)
                .filter(position -> position >= 0)
                .findFirst()
                .ifPresent(position -> filled.put(role, position)));
        dimensions.stream()
                .filter(name -> !named.contains(name))
                .map(columns::indexOf)
                .filter(position -> position >= 0 && !filled.containsValue(position))
                .forEach(folded::add);
        this.ownIndicator = folded.stream()
                .filter(position -> INDICATORS.contains(ids.get(position)))
                .findFirst()
                .orElse(-1);
        this.action = Optional.of(columns.indexOf(SdmxAction.COLUMN))
                .filter(position -> position >= 0)
                .map(position -> new SdmxAction(position, key(ids, dimensions)));
    }

    /** The dimensions, time included. */
    private List<Integer> key(List<String> ids, List<String> dimensions) {
        Stream<Integer> time = Stream.of("TIME_PERIOD", "TIME")
                .map(ids::indexOf)
                .filter(position -> position >= 0)
                .limit(1);
        return Stream.concat(dimensions.stream().map(columns::indexOf), time)
                .distinct()
                .toList();
    }

    /**
     * The concepts of one structure.
     *
     * @param columns all columns of the rows: the ids of dimensions, attributes and measure, and {@link #STRUCTURE} where
     *     rows name their structure
     * @param dimensions those of them that are dimensions, in the order of the structure
     * @param structure what the rows belong to, as in {@code ECB:EXR(1.0)}; empty where nothing says it
     * @param own the dataset's mapping
     */
    public static SdmxConcepts of(
            List<String> columns, List<String> dimensions, String structure, CodeLists codes, Mapping own) {
        return new SdmxConcepts(List.copyOf(columns), dimensions, structure, codes, own.columns());
    }

    /** Whether an id is that of a common attribute and not of a dimension. */
    public static boolean isAttribute(String id) {
        return SdmxRole.ATTRIBUTES.contains(id.toUpperCase(Locale.ROOT));
    }

    /** How the rows of {@link #rows} are read; the dataset's mapping goes on top of it. */
    public Mapping mapping() {
        String cells = filled.keySet().stream()
                .map(role -> "\"%s\": {\"text\": \"{%s}\"%s}"
                        .formatted(role.cell(), role.column(), role.rule().isEmpty() ? "" : ", " + role.rule()))
                .collect(Collectors.joining(", "));
        // What a file says of unit, scale or flow goes before what is known of its indicator.
        Mapping concepts = Mapping.of(INDICATOR_CELL.formatted(DERIVED_INDICATOR, office.isEmpty() ? "SDMX" : office))
                .with(Mapping.of("{\"cells\": {%s}}".formatted(cells)));
        return action.isPresent() ? concepts.with(SdmxAction.MAPPING) : concepts;
    }

    /** The rows with what the mapping needs in columns of its own. */
    public NativeRows rows(NativeRows rows) {
        List<String> names = new ArrayList<>(List.of(DERIVED_INDICATOR));
        filled.keySet().forEach(role -> names.add(role.column()));
        action.ifPresent(stated -> names.add(SdmxAction.DERIVED));
        return rows.with(names, this::derived);
    }

    private List<String> derived(NativeRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(indicator(row));
        // What stands beside the key of a deletion marks what is deleted.
        boolean isDeletion = action.isPresent() && action.get().isDeletion(row);
        filled.forEach((role, position) -> cells.add(
                (isDeletion && OF_OBSERVATION.contains(role.cell())) || isForDisplay(position)
                        ? ""
                        : role.text(row.cell(position).strip())));
        action.ifPresent(stated -> cells.add(stated.of(row)));
        return cells;
    }

    /** The IMF writes values in units into SDMX; SCALE says in what its portal shows them. */
    private boolean isForDisplay(int column) {
        return office.equals("IMF") && columns.get(column).equals("SCALE");
    }

    private String indicator(NativeRow row) {
        String stated =
                structureColumn < 0 ? structure : row.cell(structureColumn).strip();
        boolean areTotals = folded.stream()
                        .allMatch(position -> position == ownIndicator
                                || TOTALS.contains(row.cell(position).strip()))
                && unknown(row).isEmpty();
        if (ownIndicator >= 0 && areTotals && office(stated).equals(office)) {
            String code = row.cell(ownIndicator).strip();
            if (codes.indicator(office, code).isPresent()) {
                return code;
            }
        }
        StringBuilder text = new StringBuilder("SDMX");
        String flow = flow(stated);
        if (!flow.isEmpty()) {
            text.append(':').append(plain(flow));
        }
        folded.forEach(
                position -> text.append(':').append(plain(row.cell(position).strip())));
        return text.append(unknown(row)).toString();
    }

    /** Codes of known concepts that we have none for. */
    private String unknown(NativeRow row) {
        StringBuilder text = new StringBuilder();
        filled.forEach((role, position) -> {
            String code = row.cell(position).strip();
            if (!role.knows(code)) {
                text.append(':').append(columns.get(position)).append('=').append(plain(code));
            }
        });
        return text.toString();
    }

    /** A code with every sign but letters, digits, _, -, @ and $ written %XX. */
    static String plain(String code) {
        return PLAIN.matcher(code).matches()
                ? code
                : URLEncoder.encode(code, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace(".", "%2E")
                        .replace("*", "%2A");
    }

    /** {@code EXR} of {@code ECB:EXR(1.0)}. */
    private static String flow(String structure) {
        Matcher parts = STRUCTURE_TEXT.matcher(structure);
        return parts.matches() ? parts.group(2).strip() : "";
    }

    /** {@code IMF} of {@code IMF.STA:DIP(12.0)}: whose indicators these are. */
    private static String office(String structure) {
        Matcher parts = STRUCTURE_TEXT.matcher(structure);
        String agency =
                parts.matches() && parts.group(1) != null ? parts.group(1).strip() : "";
        return agency.replaceFirst("\\..*", "");
    }
}
