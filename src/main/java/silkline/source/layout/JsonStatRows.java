package silkline.source.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cells of a JSON-stat dataset, 2.0 or 1.x, one a row: a column for each dimension, the value, its status, and the
 * unit of its metric. A cell without value and status states nothing. A first pass reads all but the values, which is
 * held in memory; a second streams the values.
 */
public final class JsonStatRows {
    private static final String REMEDY = "Ask the office's service for one JSON-stat dataset.";

    /** Columns behind the dimensions; those of roles stand in for dimensions of other names. */
    private static final List<String> FURTHER =
            List.of(SdmxRows.VALUE, "OBS_STATUS", "unit.label", "unit.symbol", "unit.multiplier");

    private static final Map<String, String> ROLES = Map.of("time", SdmxRows.TIME, "geo", "REF_AREA");

    private JsonStatRows() {}

    public static SdmxRows read(InputFile file) {
        return PulledRows.reading(() -> {
            Head head = head(file);
            Cube cube = new Cube(head.dataset());
            return new SdmxRows(
                    new NativeRows(cube.columns, new PulledRows(new Values(file, cube, head.depth()))),
                    cube.dimensions(),
                    cube.structure());
        });
    }

    /** A dataset without its values, and how deep it stands: in 1.x it is the only object of the document. */
    private record Head(JsonNode dataset, int depth) {}

    private static Head head(InputFile file) throws IOException {
        List<JsonNode> datasets = new ArrayList<>();
        try (JsonParser json = JsonRecords.open(file)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notOne("it is no object");
            }
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            SdmxJsonRows.fields(json, name -> {
                if (name.equals("value")) {
                    json.skipChildren();
                } else if (isOfDataset(name) || json.currentToken() != JsonToken.START_OBJECT) {
                    root.set(name, json.readValueAsTree());
                } else {
                    datasets.add(dataset(json));
                }
            });
            JsonRecords.toEnd(json);
            if (root.has("dimension")) {
                return new Head(root, 1);
            }
            String kind = root.path("class").asText();
            if (!kind.isEmpty() && !kind.equals("dataset")) {
                throw new BrokenLayout("is a JSON-stat %s, which holds no values.".formatted(kind), REMEDY);
            }
        }
        if (datasets.size() != 1 || !datasets.get(0).has("dimension")) {
            throw notOne("it has %d objects, and one with dimensions is needed".formatted(datasets.size()));
        }
        return new Head(datasets.get(0), 2);
    }

    private static boolean isOfDataset(String name) {
        return Set.of("dimension", "role", "status", "extension", "link", "note", "error", "category")
                .contains(name);
    }

    private static JsonNode dataset(JsonParser json) throws IOException {
        ObjectNode dataset = JsonNodeFactory.instance.objectNode();
        SdmxJsonRows.fields(json, name -> {
            if (name.equals("value")) {
                json.skipChildren();
            } else {
                dataset.set(name, json.readValueAsTree());
            }
        });
        return dataset;
    }

    private static BrokenLayout notOne(String found) {
        return new BrokenLayout("is not a JSON-stat dataset: %s.".formatted(found), REMEDY);
    }

    /** What a position among the values stands for. */
    private static final class Cube {
        private final List<String> ids = new ArrayList<>();
        private final List<List<String>> codes = new ArrayList<>();
        private final List<String> columns;
        private final JsonNode head;
        private final JsonNode status;
        private final List<Integer> roles = new ArrayList<>();
        private final List<String> roleColumns = new ArrayList<>();
        private final int metric;
        private long size = 1;

        Cube(JsonNode head) {
            this.head = head;
            this.status = head.path("status");
            JsonNode dimension = head.path("dimension");
            JsonNode id = head.has("id") ? head.path("id") : dimension.path("id");
            JsonNode sizes = head.has("size") ? head.path("size") : dimension.path("size");
            JsonNode role = head.has("role") ? head.path("role") : dimension.path("role");
            id.forEach(one -> ids.add(one.asText()));
            if (ids.isEmpty() || sizes.size() != ids.size() || Set.copyOf(ids).size() != ids.size()) {
                throw notOne("its dimensions have %d ids and %d sizes".formatted(ids.size(), sizes.size()));
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
                throw notOne("its dimensions are named as its measures are");
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
                    throw notOne("dimension '%s' has not the %d categories that it says".formatted(id, size));
                }
            }
            return List.of(codes);
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
                throw notOne("it has a value %d, and %d cells".formatted(position, size));
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

    private static final class Values implements PulledRows.Parser {
        private final JsonParser json;
        private final Cube cube;
        private final BitSet seen = new BitSet();
        private final Iterator<Long> stated;
        private final int depthOfValues;
        private boolean isInValues;
        private boolean isBehind;
        private long position = -1;

        Values(InputFile file, Cube cube, int depth) throws IOException {
            this.json = JsonRecords.open(file);
            this.cube = cube;
            this.depthOfValues = depth;
            Map<Long, String> statuses = new TreeMap<>();
            if (cube.status.isObject()) {
                cube.status.fieldNames().forEachRemaining(key -> statuses.put(number(key), key));
            }
            this.stated = statuses.keySet().iterator();
        }

        private static long number(String key) {
            if (!key.matches("\\d{1,9}")) {
                throw notOne("it has a value or status at '%s'".formatted(key));
            }
            return Long.parseLong(key);
        }

        @Override
        public NativeRow next() throws IOException {
            while (!isBehind) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    isBehind = true;
                } else if (!isInValues) {
                    enter(token);
                } else if (token.isStructEnd()) {
                    isInValues = false;
                } else {
                    NativeRow row = read(token);
                    if (row != null) {
                        return row;
                    }
                }
            }
            return statusWithoutValue();
        }

        /** The values are a field of the dataset, which is the document or, in 1.x, a field of it. */
        private void enter(JsonToken token) throws IOException {
            int depth = json.getParsingContext().getNestingDepth();
            if (token != JsonToken.FIELD_NAME) {
                return;
            }
            String name = json.currentName();
            json.nextToken();
            if (name.equals("value") && depth == depthOfValues) {
                if (!json.currentToken().isStructStart()) {
                    throw notOne("its values are no list");
                }
                isInValues = true;
                position = -1;
            } else if (depth == depthOfValues || isOfDataset(name)) {
                json.skipChildren();
            }
        }

        private NativeRow read(JsonToken token) throws IOException {
            if (token == JsonToken.FIELD_NAME) {
                position = number(json.currentName());
                token = json.nextToken();
            } else {
                position++;
            }
            if (token.isStructStart()) {
                throw notOne("its value %d is no number".formatted(position));
            }
            if (token == JsonToken.VALUE_NULL && cube.status(position).isEmpty()) {
                return null;
            }
            seen.set((int) position);
            return cube.row(position, token == JsonToken.VALUE_NULL ? "" : json.getText());
        }

        /** Behind the values: cells of which only the status is stated. */
        private NativeRow statusWithoutValue() {
            while (stated.hasNext()) {
                long next = stated.next();
                if (!seen.get((int) next) && !cube.status(next).isEmpty()) {
                    return cube.row(next, "");
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
