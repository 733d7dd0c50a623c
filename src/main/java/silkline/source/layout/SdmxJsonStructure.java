package silkline.source.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What positions in the data of an SDMX-JSON message stand for: the components of one structure, by level. */
final class SdmxJsonStructure {
    private final List<Component> datasetDimensions;
    private final List<Component> seriesDimensions;
    private final List<Component> observationDimensions;
    private final List<Component> measures;
    private final List<Component> datasetAttributes;
    private final List<Component> groupAttributes;
    private final List<Component> seriesAttributes;
    private final List<Component> observationAttributes;
    private final String name;

    /** A dimension, attribute or measure with its codes; none where the data write them out. */
    private record Component(String id, List<String> codes) {
        /** What stands for this component at a place of the data; empty where nothing does. */
        String text(JsonNode written) {
            if (written.isMissingNode() || written.isNull()) {
                return "";
            }
            if (codes.isEmpty() || !written.isIntegralNumber()) {
                return written.isValueNode() ? written.asText() : written.toString();
            }
            return code(written.asLong());
        }

        String code(long position) {
            if (position < 0 || position >= codes.size()) {
                throw new BrokenLayout(
                        "has a position %d of %s, which has %d codes.".formatted(position, id, codes.size()),
                        BrokenLayout.FETCH_AGAIN);
            }
            return codes.get((int) position);
        }
    }

    SdmxJsonStructure(JsonNode structure) {
        JsonNode dimensions = structure.path("dimensions");
        JsonNode attributes = structure.path("attributes");
        this.datasetDimensions = components(dimensions.path("dataSet"));
        this.seriesDimensions = components(dimensions.path("series"));
        this.observationDimensions = components(dimensions.path("observation"));
        this.datasetAttributes = components(attributes.path("dataSet"));
        this.groupAttributes = components(attributes.path("dimensionGroup"));
        this.seriesAttributes = components(attributes.path("series"));
        this.observationAttributes = components(attributes.path("observation"));
        List<Component> stated = components(structure.path("measures").path("observation"));
        this.measures = stated.isEmpty() ? List.of(new Component(SdmxRows.VALUE, List.of())) : stated;
        this.name = name(structure.path("links"));
        if (observationDimensions.isEmpty() && seriesDimensions.isEmpty() && datasetDimensions.isEmpty()) {
            throw new BrokenLayout(
                    "is not an SDMX-JSON data message: its structure has no dimensions.",
                    "Ask the office's service for SDMX-JSON data, or choose the format that the file has.");
        }
    }

    private static List<Component> components(JsonNode level) {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : level) {
            List<String> codes = new ArrayList<>();
            component.path("values").forEach(value -> codes.add(code(value)));
            components.add(new Component(component.path("id").asText(), codes));
        }
        return components;
    }

    /** Codes have an id; texts have a value or, in 1.0, a name alone. */
    private static String code(JsonNode value) {
        for (String field : List.of("id", "value", "name")) {
            if (value.hasNonNull(field)) {
                return value.get(field).isValueNode()
                        ? value.get(field).asText()
                        : value.get(field).toString();
            }
        }
        return value.isValueNode() ? value.asText() : "";
    }

    /** {@code ECB:EXR(1.0)} from the links to the dataflow or structure: by URN, else by address. */
    private static String name(JsonNode links) {
        for (String relation : List.of("dataflow", "datastructure")) {
            for (JsonNode link : links) {
                String urn = link.path("urn").asText();
                String[] address = link.path("href").asText().split("/" + relation + "/", 2);
                if (link.path("rel").asText().equals(relation)) {
                    if (!urn.isEmpty()) {
                        return urn.substring(urn.lastIndexOf('=') + 1);
                    }
                    String[] parts = address.length == 2 ? address[1].split("[/?]") : new String[0];
                    if (parts.length >= 2) {
                        return parts[0] + ":" + parts[1] + (parts.length > 2 ? "(" + parts[2] + ")" : "");
                    }
                }
            }
        }
        return "";
    }

    String name() {
        return name;
    }

    Set<String> dimensions() {
        Set<String> ids = new LinkedHashSet<>();
        allDimensions().forEach(dimension -> ids.add(dimension.id()));
        return ids;
    }

    /** The ids of all components. */
    Set<String> columns() {
        Set<String> ids = dimensions();
        for (List<Component> level :
                List.of(measures, datasetAttributes, groupAttributes, seriesAttributes, observationAttributes)) {
            level.forEach(component -> ids.add(component.id()));
        }
        return ids;
    }

    private List<Component> allDimensions() {
        List<Component> all = new ArrayList<>(datasetDimensions);
        all.addAll(seriesDimensions);
        all.addAll(observationDimensions);
        return all;
    }

    /** The dimensions that have one code in a whole dataset. */
    void readDatasetKey(Map<String, String> into) {
        datasetDimensions.forEach(dimension -> into.put(dimension.id(), dimension.code(0)));
    }

    void readDatasetAttributes(JsonNode attributes, Map<String, String> into) {
        read(datasetAttributes, attributes, 0, into);
    }

    /** Keys such as {@code 0::3}, by position in all dimensions, with their attributes. */
    SdmxGroups groups(JsonNode byKey) {
        SdmxGroups groups = new SdmxGroups();
        List<Component> all = allDimensions();
        byKey.properties().forEach(group -> {
            Map<String, String> key = new LinkedHashMap<>();
            readKey(all, group.getKey(), key);
            Map<String, String> attributes = new LinkedHashMap<>();
            read(groupAttributes, group.getValue(), 0, attributes);
            groups.add(key, attributes);
        });
        return groups;
    }

    void readSeriesKey(String key, Map<String, String> into) {
        readKey(seriesDimensions, key, into);
    }

    void readSeriesAttributes(JsonNode attributes, Map<String, String> into) {
        read(seriesAttributes, attributes, 0, into);
    }

    void readObservationKey(String key, Map<String, String> into) {
        readKey(observationDimensions, key, into);
    }

    /** Measures, then attributes. */
    void readObservation(JsonNode written, Map<String, String> into) {
        read(measures, written, 0, into);
        read(observationAttributes, written, measures.size(), into);
    }

    private static void readKey(List<Component> dimensions, String key, Map<String, String> into) {
        String[] positions = key.split(":", -1);
        if (positions.length != dimensions.size()) {
            throw new BrokenLayout(
                    "has the key '%s' where there are %d dimensions.".formatted(key, dimensions.size()),
                    BrokenLayout.FETCH_AGAIN);
        }
        for (int i = 0; i < positions.length; i++) {
            if (!positions[i].isEmpty()) {
                into.put(dimensions.get(i).id(), dimensions.get(i).code(number(positions[i])));
            }
        }
    }

    private static long number(String position) {
        return position.matches("\\d{1,9}") ? Long.parseLong(position) : -1;
    }

    private static void read(List<Component> components, JsonNode written, int from, Map<String, String> into) {
        for (int i = 0; i < components.size(); i++) {
            String text = components.get(i).text(written.path(from + i));
            if (!text.isEmpty()) {
                into.put(components.get(i).id(), text);
            }
        }
    }
}
