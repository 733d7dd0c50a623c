package silkline.source.layout;

import java.io.InputStream;
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
}
