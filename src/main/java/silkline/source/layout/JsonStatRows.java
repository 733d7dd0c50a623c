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

    private JsonStatRows() {}

    public static SdmxRows read(InputFile file) {
        return PulledRows.reading(() -> {
            Head head = head(file);
            JsonStatCube cube = new JsonStatCube(head.dataset());
            return new SdmxRows(
                    new NativeRows(cube.columns(), new PulledRows(new Values(file, cube, head.depth()))),
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

    static BrokenLayout notOne(String found) {
        return new BrokenLayout("is not a JSON-stat dataset: %s.".formatted(found), REMEDY);
    }

    private static final class Values implements PulledRows.Parser {
        private final JsonParser json;
        private final JsonStatCube cube;
        private final BitSet seen = new BitSet();
        private final Iterator<Long> stated;
        private final int depthOfValues;
        private boolean isInValues;
        private boolean isBehind;
        private long position = -1;

        Values(InputFile file, JsonStatCube cube, int depth) throws IOException {
            this.json = JsonRecords.open(file);
            this.cube = cube;
            this.depthOfValues = depth;
            Map<Long, String> statuses = new TreeMap<>();
            cube.statedAt().forEachRemaining(key -> statuses.put(number(key), key));
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
