package silkline.source.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import silkline.UserError;
import silkline.series.Cell;
import silkline.source.layout.CsvDialect;

/** Reads {@code "mapping"}; refuses what it does not understand, since a word misspelt would be passed over in silence. */
final class MappingReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PARTS = Set.of("cells", "wide", "keep", "missing", "csv");
    private static final Set<String> CELL_PARTS = Set.of("text", "map", "codes", "indicators");
    private static final Set<String> CSV_PARTS = Set.of("delimiter", "skip_lines", "first_column", "encoding");

    private final String place;

    private MappingReader(String place) {
        this.place = place;
    }

    static Mapping parse(String place, String json) {
        try {
            return new MappingReader(place).mapping(JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            throw UserError.contract(place, "mapping is not valid JSON.", "Mend it.");
        }
    }

    private Mapping mapping(JsonNode root) {
        refuseOthers("mapping", root, PARTS);
        return new Mapping(
                cells(root.path("cells")),
                wide(root.path("wide")),
                keep(root.path("keep")),
                new TreeSet<>(texts(root.path("missing"))),
                dialect(root.path("csv")));
    }

    private Map<Cell, CellRule> cells(JsonNode node) {
        Map<Cell, CellRule> cells = new EnumMap<>(Cell.class);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Cell cell = Cell.named(name)
                    .orElseThrow(() -> contract(
                            "mapping has a cell '%s', which an observation does not have.".formatted(name),
                            "Cells are: %s.".formatted(String.join(", ", allCells()))));
            cells.put(cell, rule(name, node.get(name)));
        }
        return cells;
    }

    private static List<String> allCells() {
        return Cell.all().stream().map(Cell::column).toList();
    }

    private CellRule rule(String name, JsonNode node) {
        if (node.isValueNode()) {
            return CellRule.of(node.asText());
        }
        refuseOthers("cell '%s'".formatted(name), node, CELL_PARTS);
        if (!node.hasNonNull("text")) {
            throw contract("cell '%s' has no \"text\".".formatted(name), "Write \"text\": \"{column}\".");
        }
        Map<String, String> map = new TreeMap<>();
        node.path("map")
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return new CellRule(
                Template.parse(node.get("text").asText()),
                map,
                node.path("codes").asText(),
                node.path("indicators").asText());
    }

    private List<WideColumns> wide(JsonNode node) {
        if (node.isTextual()) {
            return List.of(new WideColumns(pattern(node.asText()), Map.of()));
        }
        List<WideColumns> wide = new ArrayList<>();
        for (JsonNode one : node) {
            refuseOthers("wide", one, Set.of("columns", "cells"));
            wide.add(new WideColumns(pattern(one.path("columns").asText()), cells(one.path("cells"))));
        }
        return wide;
    }

    private Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException broken) {
            throw contract(
                    "wide columns '%s' is not a regular expression (%s).".formatted(text, broken.getDescription()),
                    "Write one such as (\\d{4}).");
        }
    }

    private static Map<String, List<String>> keep(JsonNode node) {
        Map<String, List<String>> keep = new TreeMap<>();
        node.properties().forEach(entry -> keep.put(entry.getKey(), texts(entry.getValue())));
        return keep;
    }

    private static List<String> texts(JsonNode node) {
        if (node.isValueNode()) {
            return new ArrayList<>(List.of(node.asText()));
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private CsvDialect dialect(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        refuseOthers("csv", node, CSV_PARTS);
        String delimiter = node.path("delimiter").asText(",");
        String encoding = node.path("encoding").asText("UTF-8");
        if (delimiter.length() != 1 || delimiter.charAt(0) > 127 || delimiter.equals("\"")) {
            throw contract("csv delimiter '%s' is not one character.".formatted(delimiter), "Write , ; | or \\t.");
        }
        if (!isCharset(encoding)) {
            throw contract("csv encoding '%s' is not known.".formatted(encoding), "Write UTF-8, windows-1251, ...");
        }
        return new CsvDialect(
                delimiter.charAt(0),
                node.path("skip_lines").asInt(0),
                node.path("first_column").asText(),
                Charset.forName(encoding).name());
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private void refuseOthers(String what, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw contract(
                        "%s has a part '%s', which is not known.".formatted(what, name),
                        "Parts are: %s.".formatted(String.join(", ", new TreeSet<>(known))));
            }
        });
    }

    private UserError contract(String problem, String remedy) {
        return UserError.contract(place, problem, remedy);
    }
}
