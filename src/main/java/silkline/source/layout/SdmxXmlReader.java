package silkline.source.layout;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an SDMX-ML data message, from observation to observation and group to group. It goes by the names of the
 * elements alone, so that it reads generic and structure-specific messages of 2.0, 2.1 and 3.0 without their structure.
 */
final class SdmxXmlReader implements Closeable {
    private static final Set<String> GENERIC = Set.of("GenericData", "GenericTimeSeriesData");
    private static final Set<String> SPECIFIC =
            Set.of("StructureSpecificData", "StructureSpecificTimeSeriesData", "CompactData");

    /** Children of a dataset that are neither series nor observations, and no group. */
    private static final Set<String> OTHERS =
            Set.of("Annotations", "DataProvider", "KeyFamilyRef", "Attributes", "Comp");

    private final InputStream bytes;
    private final Xml xml;
    private final boolean isGeneric;
    private final Map<String, Structure> structures = new LinkedHashMap<>();
    private final Set<String> dimensions = new LinkedHashSet<>();
    private final Map<String, String> dataset = new LinkedHashMap<>();
    private final Map<String, String> series = new LinkedHashMap<>();
    private final Map<String, String> groupKey = new LinkedHashMap<>();
    private final Map<String, String> found = new LinkedHashMap<>();
    private Structure structure = new Structure();
    private int datasetDepth;
    private boolean isInSeries;
    private boolean isInGroup;
    private boolean isGroup;
    /** The action that the header states for all datasets. */
    private String ofMessage = "";

    private boolean isDeleting;
    private boolean isWholeSeries;

    /** What the header says of the data. */
    private static final class Structure {
        private String agency = "";
        private String id = "";
        private String version = "";
        private String observationDimension = SdmxRows.TIME;

        /** Takes {@code ECB:EXR(1.0)} from the end of a URN. */
        void take(String urn) {
            String reference = urn.substring(urn.lastIndexOf('=') + 1).strip();
            agency = "";
            version = "";
            id = reference;
        }

        @Override
        public String toString() {
            return (agency.isEmpty() ? "" : agency + ":") + id + (version.isEmpty() ? "" : "(" + version + ")");
        }
    }

    SdmxXmlReader(InputFile file) throws IOException, XMLStreamException {
        bytes = file.open();
        xml = Xml.open(bytes);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // comments before the document
        }
        String root = xml.getLocalName();
        isGeneric = GENERIC.contains(root);
        if (!isGeneric && !SPECIFIC.contains(root)) {
            throw refusal(root, xml);
        }
    }

    private static BrokenLayout refusal(String root, XMLStreamReader xml) throws XMLStreamException {
        return switch (root) {
            case "Structure" ->
                new BrokenLayout(
                        "is an SDMX-ML structure message: it describes data and holds none.",
                        "Fetch the data of this structure; they are read without it.");
            case "Error" ->
                new BrokenLayout(
                        "is an SDMX-ML error message: %s.".formatted(text(xml)), "Ask the office's service again.");
            case "CrossSectionalData", "UtilityData", "MessageGroup", "GenericMetadata", "StructureSpecificMetadata" ->
                new BrokenLayout(
                        "is an SDMX-ML message of the kind %s, which is not read.".formatted(root),
                        "Ask the office's service for generic or structure-specific data.");
            default ->
                new BrokenLayout(
                        "is not an SDMX-ML data message: its root is <%s>.".formatted(root),
                        "Ask the office's service for SDMX-ML 2.1 data, or choose the format that the file has.");
        };
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    /** Goes to the next observation or group; false at the end of the document. */
    boolean next() throws XMLStreamException {
        isGroup = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (begin(xml.getLocalName())) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (datasetDepth == 0 && xml.getText().contains("urn:sdmx:")) {
                        structure.take(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether it came to a group and not to an observation. */
    boolean isGroup() {
        return isGroup;
    }

    /** The key of a group; empty where the message does not tell it from its attributes. */
    Map<String, String> groupKey() {
        return Map.copyOf(groupKey);
    }

    /** What an observation says, with its series, or the attributes of a group. */
    Map<String, String> found() {
        return found;
    }

    /** The attributes of the current dataset. */
    Map<String, String> dataset() {
        return dataset;
    }

    /** The dimensions met so far. */
    Set<String> dimensions() {
        return dimensions;
    }

    /** What the current dataset belongs to. */
    String structure() {
        return structure.toString();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private boolean begin(String name) throws XMLStreamException {
        if (datasetDepth == 0) {
            beginOfHeader(name);
            return false;
        }
        switch (name) {
            case "Series" -> {
                isInSeries = true;
                isWholeSeries = true;
                series.clear();
                if (!isGeneric) {
                    attributes(series);
                    dimensions.addAll(series.keySet());
                }
            }
            case "SeriesKey" -> {
                Map<String, String> key = values("SeriesKey");
                dimensions.addAll(key.keySet());
                series.putAll(key);
            }
            case "Obs" -> {
                observation();
                return true;
            }
            case "Comp" -> (isInSeries ? series : dataset).put(attribute("id"), joined(values("Comp")));
            case "KeyFamilyRef" -> structure.take(elementText());
            case "GroupKey" -> {
                groupKey.clear();
                groupKey.putAll(values("GroupKey"));
            }
            case "Attributes" -> {
                return attributesElement();
            }
            default -> {
                return group(name);
            }
        }
        return false;
    }

    private void beginOfHeader(String name) throws XMLStreamException {
        switch (name) {
            case "DataSet" -> beginDataset();
            case "Structure" -> {
                if (!attribute("structureID").isEmpty()) {
                    structure = new Structure();
                    structures.put(attribute("structureID"), structure);
                    String dimension = attribute("dimensionAtObservation");
                    structure.observationDimension = dimension.isEmpty() ? SdmxRows.TIME : dimension;
                }
            }
            case "Ref" -> {
                structure.agency = attribute("agencyID");
                structure.id = attribute("id");
                structure.version = attribute("version");
            }
            case "DataSetAction" -> ofMessage = elementText();
            case "KeyFamilyRef" -> structure.id = elementText();
            case "KeyFamilyAgency" -> structure.agency = elementText();
            default -> {}
        }
    }

    private void beginDataset() {
        datasetDepth = xml.depth();
        dataset.clear();
        String action = ofMessage;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "structureRef" -> structure = structures.getOrDefault(xml.getAttributeValue(i), structure);
                case "action" -> action = xml.getAttributeValue(i);
                default -> {}
            }
        }
        if (!isGeneric) {
            attributes(dataset);
        }
        dataset.remove("action");
        isDeleting = action.equals("Delete");
        if (isDeleting) {
            dataset.put(SdmxRows.ACTION, action);
        }
    }

    private void end(String name) {
        switch (name) {
            case "Series" -> {
                if (isDeleting && isWholeSeries) {
                    throw new BrokenLayout(
                            "deletes a series without naming its observations: %s.".formatted(series),
                            "Name each observation, or ingest what is left as a release that is complete.");
                }
                isInSeries = false;
                series.clear();
            }
            case "Group" -> isInGroup = false;
            default -> {
                if (xml.depth() < datasetDepth) {
                    datasetDepth = 0;
                }
            }
        }
    }

    /** Attributes of a series, of a group, or of the dataset, in a generic message. */
    private boolean attributesElement() throws XMLStreamException {
        Map<String, String> stated = values("Attributes");
        if (isInSeries) {
            series.putAll(stated);
        } else if (isInGroup) {
            return foundGroup(stated);
        } else {
            dataset.putAll(stated);
        }
        return false;
    }

    /** A group of its own name in 2.0, {@code Group} in 2.1 and 3.0, {@code Atts} in 3.0. */
    private boolean group(String name) {
        if (isGeneric) {
            isInGroup = isInGroup || name.equals("Group");
            return false;
        }
        if (isInSeries || xml.depth() != datasetDepth + 1 || OTHERS.contains(name) || xml.getAttributeCount() == 0) {
            return false;
        }
        groupKey.clear();
        Map<String, String> stated = new LinkedHashMap<>();
        attributes(stated);
        return foundGroup(stated);
    }

    private boolean foundGroup(Map<String, String> attributes) {
        isGroup = true;
        found.clear();
        found.putAll(attributes);
        return true;
    }

    /** Reads up to the end of the observation that begins here. */
    private void observation() throws XMLStreamException {
        isWholeSeries = false;
        found.clear();
        found.putAll(series);
        if (!isGeneric) {
            Map<String, String> own = new LinkedHashMap<>();
            attributes(own);
            own.keySet().stream()
                    .filter(name -> !isInSeries || name.equals(structure.observationDimension))
                    .forEach(dimensions::add);
            found.putAll(own);
        }
        for (int event = xml.next(); !isEnd(event, "Obs"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                partOfObservation(xml.getLocalName());
            }
        }
    }

    private void partOfObservation(String name) throws XMLStreamException {
        switch (name) {
            case "ObsKey" -> {
                Map<String, String> key = values("ObsKey");
                dimensions.addAll(key.keySet());
                found.putAll(key);
            }
            case "ObsDimension" -> {
                String id = attribute("id").isEmpty() ? structure.observationDimension : attribute("id");
                dimensions.add(id);
                found.put(id, attribute("value"));
            }
            case "Time" -> {
                dimensions.add(SdmxRows.TIME);
                found.put(SdmxRows.TIME, elementText());
            }
            case "ObsValue" -> found.put(SdmxRows.VALUE, attribute("value"));
            case "Attributes" -> found.putAll(values("Attributes"));
            case "Comp" -> found.put(attribute("id"), joined(values("Comp")));
            default -> {}
        }
    }

    /** The values within an element, by concept; those without one are numbered. */
    private Map<String, String> values(String element) throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        int inner = 0;
        for (int event = xml.next(); inner > 0 || !isEnd(event, element); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("Value")) {
                    String concept = attribute("id") + attribute("concept");
                    boolean isNamed = !concept.isEmpty();
                    values.put(
                            isNamed ? concept : Integer.toString(values.size()),
                            isNamed && xml.getAttributeCount() > 1 ? attribute("value") : elementText());
                } else {
                    inner++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && !xml.getLocalName().equals("Value")) {
                inner--;
            }
        }
        return values;
    }

    private static String joined(Map<String, String> values) {
        return String.join("; ", values.values());
    }

    private boolean isEnd(int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    /** The element's attributes that belong to no namespace: the data; others belong to SDMX or to XML. */
    private void attributes(Map<String, String> into) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                into.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private String elementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inner = 0;
        for (int event = xml.next(); inner > 0 || event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> inner++;
                case XMLStreamConstants.END_ELEMENT -> inner--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString().strip();
    }
}
