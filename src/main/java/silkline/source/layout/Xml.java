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
final class Xml {
    private Xml() {}

    /** A reader of a document; it throws where the document has a document type. */
    static XMLStreamReader open(InputStream bytes) throws XMLStreamException {
        // The JDK's own, whichever others lie on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return new StreamReaderDelegate(factory.createXMLStreamReader(bytes)) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new BrokenLayout(
                            "has a document type (<!DOCTYPE ...>), which can reach other files and is not read.",
                            "Take it out; the offices' files have none.");
                }
                return event;
            }
        };
    }
}
