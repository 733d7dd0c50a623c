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

/**
 * Walks through an SDMX-ML data message, from observation to observation and group to group. It goes by the names of the
 * elements alone, so that it reads generic and structure-specific messages of 2.0, 2.1 and 3.0 without their structure.
 */
final class SdmxXmlReader implements Closeable {
    /** Children of a dataset that are neither series nor observations, and no group. */
    private static final Set<String> OTHERS =
            Set.of("Annotations", "DataProvider", "KeyFamilyRef", "Attributes", "Comp");

    private final InputStream bytes;
    private final Xml xml;
    private final boolean isGeneric;
    private final Map<String, SdmxXmlStructure> structures = new LinkedHashMap<>();
    private final Set<String> dimensions = new LinkedHashSet<>();
    private final Map<String, String> dataset = new LinkedHashMap<>();
    private final Map<String, String> series = new LinkedHashMap<>();
    private final Map<String, String> groupKey = new LinkedHashMap<>();
    private final Map<String, String> found = new LinkedHashMap<>();
    private SdmxXmlStructure structure = new SdmxXmlStructure();
    private int datasetDepth;
    private boolean isInSeries;
    private boolean isInGroup;
    private boolean isGroup;
    /** The action that the header states for all datasets. */
    private String ofMessage = "";

    private boolean isDeleting;
    private boolean isWholeSeries;

    SdmxXmlReader(InputFile file) throws IOException, XMLStreamException {
        bytes = file.open();
        xml = Xml.open(bytes);
        isGeneric = SdmxXmlRoot.isGeneric(xml);
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
                    xml.attributes(series);
                    dimensions.addAll(series.keySet());
                }
            }
            case "SeriesKey" -> {
                Map<String, String> key = xml.values("SeriesKey");
                dimensions.addAll(key.keySet());
                series.putAll(key);
            }
            case "Obs" -> {
                observation();
                return true;
            }
            case "Comp" -> (isInSeries ? series : dataset).put(xml.attribute("id"), Xml.joined(xml.values("Comp")));
            case "KeyFamilyRef" -> structure.take(xml.elementText());
            case "GroupKey" -> {
                groupKey.clear();
                groupKey.putAll(xml.values("GroupKey"));
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
                if (!xml.attribute("structureID").isEmpty()) {
                    structure = new SdmxXmlStructure();
                    structures.put(xml.attribute("structureID"), structure);
                    String dimension = xml.attribute("dimensionAtObservation");
                    structure.observationDimension = dimension.isEmpty() ? SdmxRows.TIME : dimension;
                }
            }
            case "Ref" -> {
                structure.agency = xml.attribute("agencyID");
                structure.id = xml.attribute("id");
                structure.version = xml.attribute("version");
            }
            case "DataSetAction" -> ofMessage = xml.elementText();
            case "KeyFamilyRef" -> structure.id = xml.elementText();
            case "KeyFamilyAgency" -> structure.agency = xml.elementText();
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
            xml.attributes(dataset);
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
        Map<String, String> stated = xml.values("Attributes");
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
        xml.attributes(stated);
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
            xml.attributes(own);
            own.keySet().stream()
                    .filter(name -> !isInSeries || name.equals(structure.observationDimension))
                    .forEach(dimensions::add);
            found.putAll(own);
        }
        for (int event = xml.next(); !xml.isEnd(event, "Obs"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                partOfObservation(xml.getLocalName());
            }
        }
    }

    private void partOfObservation(String name) throws XMLStreamException {
        switch (name) {
            case "ObsKey" -> {
                Map<String, String> key = xml.values("ObsKey");
                dimensions.addAll(key.keySet());
                found.putAll(key);
            }
            case "ObsDimension" -> {
                String id = xml.attribute("id").isEmpty() ? structure.observationDimension : xml.attribute("id");
                dimensions.add(id);
                found.put(id, xml.attribute("value"));
            }
            case "Time" -> {
                dimensions.add(SdmxRows.TIME);
                found.put(SdmxRows.TIME, xml.elementText());
            }
            case "ObsValue" -> found.put(SdmxRows.VALUE, xml.attribute("value"));
            case "Attributes" -> found.putAll(xml.values("Attributes"));
            case "Comp" -> found.put(xml.attribute("id"), Xml.joined(xml.values("Comp")));
            default -> {}
        }
    }
}
