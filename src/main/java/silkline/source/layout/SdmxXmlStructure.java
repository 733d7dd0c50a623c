package silkline.source.layout;

/** What the header of an SDMX-ML message says of the data: filled as it is read. */
final class SdmxXmlStructure {
    String agency = "";
    String id = "";
    String version = "";
    String observationDimension = SdmxRows.TIME;

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
