package silkline.source.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The observations of an SDMX-JSON data message, 1.0 or 2.0, by series or flat, with attributes of all levels. The
 * structure may stand behind the data, so a first pass finds it, and all of each dataset but its series and observations;
 * a second gives the rows. Held in memory are the structure and one series at a time.
 */
public final class SdmxJsonRows {
    private static final String REMEDY =
            "Ask the office's service for SDMX-JSON data, or choose the format that the file has.";

    private SdmxJsonRows() {}

    public static SdmxRows read(InputFile file) {
        return PulledRows.reading(() -> {
            Message message = message(file);
            Set<String> columns = new LinkedHashSet<>(List.of(SdmxRows.STRUCTURE));
            Set<String> dimensions = new LinkedHashSet<>();
            message.structures.forEach(structure -> {
                columns.addAll(structure.columns());
                dimensions.addAll(structure.dimensions());
            });
            if (message.datasets().stream().anyMatch(SdmxJsonRows::isDeleting)) {
                columns.add(SdmxRows.ACTION);
            }
            List<String> names = List.copyOf(columns);
            return new SdmxRows(
                    new NativeRows(names, new PulledRows(new Observations(file, names, message))),
                    List.copyOf(dimensions),
                    message.structureOf(0).name());
        });
    }

    /** The structures, and each dataset without its data. */
    private record Message(List<SdmxJsonStructure> structures, List<JsonNode> datasets) {
        SdmxJsonStructure structureOf(int dataset) {
            int position = datasets.get(dataset).path("structure").asInt(0);
            if (position < 0 || position >= structures.size()) {
                throw new BrokenLayout(
                        "has a dataset of structure %d, and %d structures.".formatted(position, structures.size()),
                        BrokenLayout.FETCH_AGAIN);
            }
            return structures.get(position);
        }
    }

    private static Message message(InputFile file) throws IOException {
        List<SdmxJsonStructure> structures = new ArrayList<>();
        List<JsonNode> datasets = new ArrayList<>();
        try (JsonParser json = JsonRecords.open(file)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notOne("it is no object");
            }
            fields(json, name -> {
                switch (name) {
                    case "data" -> {
                        if (json.currentToken() == JsonToken.START_OBJECT) {
                            fields(json, inner -> part(json, inner, structures, datasets));
                        } else {
                            json.skipChildren();
                        }
                    }
                    case "errors" -> {
                        JsonNode errors = json.readValueAsTree();
                        if (!errors.isEmpty()) {
                            throw new BrokenLayout(
                                    "is an error message of a service: %s.".formatted(errors), "Ask it again.");
                        }
                    }
                    default -> part(json, name, structures, datasets);
                }
            });
            JsonRecords.toEnd(json);
        }
        if (structures.isEmpty() || datasets.isEmpty()) {
            throw notOne("it has %s".formatted(structures.isEmpty() ? "no structure" : "no data sets"));
        }
        return new Message(List.copyOf(structures), List.copyOf(datasets));
    }

    private static boolean isDeleting(JsonNode dataset) {
        return dataset.path("action").asText().equals("Delete");
    }

    private static BrokenLayout notOne(String found) {
        return new BrokenLayout("is not an SDMX-JSON data message: %s.".formatted(found), REMEDY);
    }

    private static void part(JsonParser json, String name, List<SdmxJsonStructure> structures, List<JsonNode> datasets)
            throws IOException {
        switch (name) {
            case "structure" -> structures.add(new SdmxJsonStructure(json.readValueAsTree()));
            case "structures" -> {
                JsonNode all = json.readValueAsTree();
                all.forEach(one -> structures.add(new SdmxJsonStructure(one)));
            }
            case "dataSets" -> {
                if (json.currentToken() != JsonToken.START_ARRAY) {
                    throw notOne("its data sets are no list");
                }
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() != JsonToken.START_OBJECT) {
                        throw notOne("a data set is no object");
                    }
                    datasets.add(withoutData(json));
                }
            }
            default -> json.skipChildren();
        }
    }

    /** Something done at the value of a field. */
    interface AtField {
        void read(String name) throws IOException;
    }

    /** Stops at the value of each field of the object that begins here; what is done there leaves its last token. */
    static void fields(JsonParser json, AtField use) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            use.read(name);
        }
    }

    private static JsonNode withoutData(JsonParser json) throws IOException {
        ObjectNode dataset = JsonNodeFactory.instance.objectNode();
        fields(json, name -> {
            if (name.equals("series") || name.equals("observations")) {
                if (json.currentToken() == JsonToken.START_ARRAY
                        || json.currentToken().isNumeric()) {
                    throw notOne("its %s are no object".formatted(name));
                }
                json.skipChildren();
            } else {
                dataset.set(name, json.readValueAsTree());
            }
        });
        return dataset;
    }

    private static final class Observations implements PulledRows.Parser {
        private final JsonParser json;
        private final Message message;
        private final List<String> columns;
        private final Map<String, Integer> positions = new HashMap<>();
        private final Deque<Map<String, String>> ready = new ArrayDeque<>();
        private final Map<String, String> keyOfDataset = new LinkedHashMap<>();
        private final Map<String, String> ofDataset = new LinkedHashMap<>();
        private SdmxJsonStructure structure;
        private SdmxGroups groups = new SdmxGroups();
        private int dataset = -1;
        private int depthOfDatasets = -1;
        private boolean isInObservations;
        private boolean isInSeries;
        private long count;

        Observations(InputFile file, List<String> columns, Message message) throws IOException {
            this.json = JsonRecords.open(file);
            this.message = message;
            this.columns = columns;
            this.structure = message.structureOf(0);
            columns.forEach(column -> positions.put(column, positions.size()));
        }

        @Override
        public NativeRow next() throws IOException {
            while (ready.isEmpty()) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    return null;
                }
                read(token);
            }
            count++;
            Map<String, String> observation = ready.remove();
            groups.complete(observation);
            ofDataset.forEach(observation::putIfAbsent);
            String[] cells = new String[columns.size()];
            cells[0] = structure.name();
            observation.forEach((name, text) -> cells[positions.get(name)] = text);
            return NativeRow.of(count, cells, () -> PulledRows.raw(columns, cells));
        }

        /** The data are in {@code dataSets}, of the document or of {@code data} in it. */
        private void read(JsonToken token) throws IOException {
            int depth = json.getParsingContext().getNestingDepth();
            if (isInObservations || isInSeries) {
                if (token == JsonToken.END_OBJECT) {
                    isInObservations = false;
                    isInSeries = false;
                } else if (isInObservations) {
                    readObservation(json.currentName(), keyOfDataset);
                } else {
                    readSeries(json.currentName());
                }
            } else if (depthOfDatasets < 0) {
                if (token == JsonToken.FIELD_NAME) {
                    enter(json.currentName(), depth);
                }
            } else if (token == JsonToken.START_OBJECT) {
                beginDataset();
            } else if (token == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                isInSeries = name.equals("series") && json.currentToken() == JsonToken.START_OBJECT;
                isInObservations = name.equals("observations") && json.currentToken() == JsonToken.START_OBJECT;
                if (!isInSeries && !isInObservations) {
                    json.skipChildren();
                }
            } else if (token == JsonToken.END_ARRAY) {
                depthOfDatasets = -1;
            }
        }

        private void enter(String name, int depth) throws IOException {
            json.nextToken();
            if (name.equals("dataSets") && json.currentToken() == JsonToken.START_ARRAY) {
                depthOfDatasets = depth;
            } else if (!name.equals("data") || depth != 1) {
                json.skipChildren();
            }
        }

        private void beginDataset() {
            dataset++;
            JsonNode head = message.datasets.get(dataset);
            structure = message.structureOf(dataset);
            keyOfDataset.clear();
            structure.readDatasetKey(keyOfDataset);
            ofDataset.clear();
            structure.readDatasetAttributes(head.path("attributes"), ofDataset);
            if (isDeleting(head)) {
                ofDataset.put(SdmxRows.ACTION, "Delete");
            }
            groups = structure.groups(head.path("dimensionGroupAttributes"));
        }

        private void readSeries(String key) throws IOException {
            json.nextToken();
            JsonNode series = json.readValueAsTree();
            Map<String, String> ofSeries = new LinkedHashMap<>(keyOfDataset);
            structure.readSeriesKey(key, ofSeries);
            structure.readSeriesAttributes(series.path("attributes"), ofSeries);
            series.path("observations")
                    .properties()
                    .forEach(observation -> add(observation.getKey(), observation.getValue(), ofSeries));
        }

        private void readObservation(String key, Map<String, String> about) throws IOException {
            json.nextToken();
            add(key, json.readValueAsTree(), about);
        }

        private void add(String key, JsonNode written, Map<String, String> about) {
            Map<String, String> observation = new LinkedHashMap<>(about);
            structure.readObservationKey(key, observation);
            structure.readObservation(written, observation);
            ready.add(observation);
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
