package silkline.source.format;

import java.util.List;
import java.util.function.Predicate;
import silkline.series.CodeLists;
import silkline.source.layout.InputFile;
import silkline.source.layout.SdmxRows;
import silkline.source.layout.SdmxXmlRows;
import silkline.source.mapping.Mapping;

/**
 * SDMX-ML data messages, of 2.0 (generic, compact), 2.1 (generic, structure-specific) and 3.0: by series, flat or by
 * section, without their structure at hand. What concepts become is said in {@link SdmxConcepts}; attributes of dataset,
 * group and series reach every observation. A line is the number of the observation. Read as a stream in one task, twice:
 * any size, since only attributes of groups are held in memory (3.6 million observations, 238 MB, were read with 192 MB).
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-ml">SDMX-ML</a>
 */
public final class SdmxMl implements TreeFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "sdmx-ml";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        return reading(SdmxXmlRows.read(file), codes, own);
    }

    /** The observations of any SDMX message, read by their concepts. */
    static Reading reading(SdmxRows message, CodeLists codes, Mapping own) {
        List<String> dimensions = message.dimensions().stream()
                .filter(Predicate.not(SdmxConcepts::isAttribute))
                .toList();
        SdmxConcepts concepts = SdmxConcepts.of(message.rows().columns(), dimensions, message.structure(), codes, own);
        return new Reading(concepts.rows(message.rows()), concepts.mapping());
    }
}
