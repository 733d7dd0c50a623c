package silkline.source.format;

import silkline.series.CodeLists;
import silkline.source.layout.InputFile;
import silkline.source.layout.SdmxJsonRows;
import silkline.source.mapping.Mapping;

/**
 * SDMX-JSON data messages, 1.0 and 2.0: by series or flat, one dataset or several, with attributes of all levels. What
 * concepts become is said in {@link SdmxConcepts}. A line is the number of the observation. Read as a stream in one task,
 * twice, since codes may be listed behind the data: any size; the code lists and one series at a time are held in memory.
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-json">SDMX-JSON</a>
 */
public final class SdmxJson implements TreeFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "sdmx-json";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        return SdmxMl.reading(SdmxJsonRows.read(file), codes, own);
    }
}
