package silkline.source.layout;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first element of an SDMX-ML message, which tells what it is. */
final class SdmxXmlRoot {
    private static final Set<String> GENERIC = Set.of("GenericData", "GenericTimeSeriesData");
    private static final Set<String> SPECIFIC =
            Set.of("StructureSpecificData", "StructureSpecificTimeSeriesData", "CompactData");

    private SdmxXmlRoot() {}

    /** Goes to the root; whether it is that of generic data, rather than structure-specific. Others are refused. */
    static boolean isGeneric(Xml xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // comments before the document
        }
        String root = xml.getLocalName();
        if (!GENERIC.contains(root) && !SPECIFIC.contains(root)) {
            throw refusal(root, xml);
        }
        return GENERIC.contains(root);
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
}
