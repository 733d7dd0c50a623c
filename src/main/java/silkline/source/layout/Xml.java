package silkline.source.layout;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * XML as a stream, with nothing that reaches outside of it: a document type is refused (so there are no entities to
 * expand and no files or addresses to fetch), and names without a meaning stay as they are.
 */
final class Xml extends StreamReaderDelegate {
    private int depth;

    private Xml(XMLStreamReader reader) {
        super(reader);
    }

    /** A reader of a document; it throws where the document has a document type. */
    static Xml open(InputStream bytes) throws XMLStreamException {
        // The JDK's own, whichever others lie on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return new Xml(factory.createXMLStreamReader(bytes));
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new BrokenLayout(
                        "has a document type (<!DOCTYPE ...>), which can reach other files and is not read.",
                        "Take it out; the offices' files have none.");
            default -> {}
        }
        return event;
    }

    /** How many elements are open; that which begins here is one of them, that which ends here is not. */
    int depth() {
        return depth;
    }

    /** The values within an element, by concept; those without one are numbered. */
    Map<String, String> values(String element) throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        int inner = 0;
        for (int event = next(); inner > 0 || !isEnd(event, element); event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (getLocalName().equals("Value")) {
                    String concept = attribute("id") + attribute("concept");
                    boolean isNamed = !concept.isEmpty();
                    values.put(
                            isNamed ? concept : Integer.toString(values.size()),
                            isNamed && getAttributeCount() > 1 ? attribute("value") : elementText());
                } else {
                    inner++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && !getLocalName().equals("Value")) {
                inner--;
            }
        }
        return values;
    }

    static String joined(Map<String, String> values) {
        return String.join("; ", values.values());
    }

    boolean isEnd(int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && getLocalName().equals(element);
    }

    /** The element's attributes that belong to no namespace: the data; others belong to SDMX or to XML. */
    void attributes(Map<String, String> into) {
        for (int i = 0; i < getAttributeCount(); i++) {
            String namespace = getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                into.put(getAttributeLocalName(i), getAttributeValue(i));
            }
        }
    }

    String attribute(String name) {
        String value = getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    String elementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inner = 0;
        for (int event = next(); inner > 0 || event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> inner++;
                case XMLStreamConstants.END_ELEMENT -> inner--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(getText());
                default -> {}
            }
        }
        return text.toString().strip();
    }
}
