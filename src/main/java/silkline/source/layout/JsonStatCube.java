package silkline.source.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dimensions of a JSON-stat dataset: what a position among its values stands for. */
final class JsonStatCube {
    /** Columns behind the dimensions; those of roles stand in for dimensions of other names. */
    private static final List<String> FURTHER =
            List.of(SdmxRows.VALUE, "OBS_STATUS", "unit.label", "unit.symbol", "unit.multiplier");

    private static final Map<String, String> ROLES = Map.of("time", SdmxRows.TIME, "geo", "REF_AREA");

    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> codes = new ArrayList<>();
    private final List<String> columns;
    private final JsonNode head;
    private final JsonNode status;
    private final List<Integer> roles = new ArrayList<>();
    private final List<String> roleColumns = new ArrayList<>();
    private final int metric;
    private long size = 1;

    JsonStatCube(JsonNode head) {
        this.head = head;
        this.status = head.path("status");
        JsonNode dimension = head.path("dimension");
        JsonNode id = head.has("id") ? head.path("id") : dimension.path("id");
        JsonNode sizes = head.has("size") ? head.path("size") : dimension.path("size");
        JsonNode role = head.has("role") ? head.path("role") : dimension.path("role");
        id.forEach(one -> ids.add(one.asText()));
        if (ids.isEmpty() || sizes.size() != ids.size() || Set.copyOf(ids).size() != ids.size()) {
            throw JsonStatRows.notOne("its dimensions have %d ids and %d sizes".formatted(ids.size(), sizes.size()));
        }
        for (int i = 0; i < ids.size(); i++) {
            codes.add(codes(
                    ids.get(i),
                    dimension.path(ids.get(i)).path("category"),
                    sizes.get(i).asInt(-1)));
            size = Math.multiplyExact(size, codes.get(i).size());
        }
        ROLES.keySet().stream().sorted().forEach(name -> {
            int position = ids.indexOf(role.path(name).path(0).asText());
            boolean isNamed = ids.stream().anyMatch(ROLES.get(name)::equalsIgnoreCase);
            if (position >= 0 && !isNamed) {
                roles.add(position);
                roleColumns.add(ROLES.get(name));
            }
        });
        metric = ids.indexOf(role.path("metric").path(0).asText());
        columns = new ArrayList<>(ids);
        columns.addAll(roleColumns);
        columns.addAll(FURTHER);
        if (new LinkedHashSet<>(columns).size() != columns.size()) {
            throw JsonStatRows.notOne("its dimensions are named as its measures are");
        }
    }

    /** The codes of a dimension in their order: from a list, from positions, or the only one that there is. */
    private static List<String> codes(String id, JsonNode category, int size) {
        String[] codes = new String[Math.max(category.path("index").size(), 1)];
        JsonNode index = category.path("index");
        if (index.isArray()) {
            for (int i = 0; i < index.size(); i++) {
                codes[i] = index.get(i).asText();
            }
        } else if (index.isObject()) {
            index.properties().forEach(code -> {
                int position = code.getValue().asInt(-1);
                if (position >= 0 && position < codes.length) {
                    codes[position] = code.getKey();
                }
            });
        } else if (category.path("label").size() == 1) {
            codes[0] = category.path("label").fieldNames().next();
        }
        for (String code : codes) {
            if (code == null || codes.length != size) {
                throw JsonStatRows.notOne("dimension '%s' has not the %d categories that it says".formatted(id, size));
            }
        }
        return List.of(codes);
    }

    List<String> columns() {
        return columns;
    }

    List<String> dimensions() {
        List<String> dimensions = new ArrayList<>(ids);
        roles.forEach(position -> dimensions.remove(ids.get(position)));
        return dimensions;
    }

    /** Eurostat says in an extension what the dataset is. */
    String structure() {
        JsonNode extension = head.path("extension");
        String id = extension.path("id").asText();
        String agency = extension.path("agencyId").asText();
        return agency.isEmpty() || id.isEmpty() ? id : agency + ":" + id;
    }

    /** The positions of statuses that are listed by their positions; none where they are listed in order. */
    Iterator<String> statedAt() {
        return status.isObject() ? status.fieldNames() : Collections.emptyIterator();
    }

    String status(long position) {
        if (status.isTextual()) {
            return status.asText();
        }
        JsonNode one = status.isArray() && position < status.size()
                ? status.get((int) position)
                : status.path(Long.toString(position));
        return one.isNull() ? "" : one.asText();
    }

    NativeRow row(long position, String value) {
        if (position < 0 || position >= size) {
            throw JsonStatRows.notOne("it has a value %d, and %d cells".formatted(position, size));
        }
        String[] cells = new String[columns.size()];
        long rest = position;
        for (int i = ids.size() - 1; i >= 0; i--) {
            cells[i] = codes.get(i).get((int) (rest % codes.get(i).size()));
            rest /= codes.get(i).size();
        }
        int at = ids.size();
        for (int dimension : roles) {
            cells[at++] = cells[dimension];
        }
        cells[at++] = value;
        cells[at++] = status(position);
        if (metric >= 0) {
            JsonNode unit = head.path("dimension")
                    .path(ids.get(metric))
                    .path("category")
                    .path("unit")
                    .path(cells[metric]);
            cells[at++] = unit.path("label").asText();
            cells[at++] = unit.path("symbol").asText();
            cells[at] = unit.path("multiplier").asText();
        }
        return NativeRow.of(position + 1, cells, () -> PulledRows.raw(columns, cells));
    }
}
