package silkline.source.format;

import silkline.series.CodeLists;
import silkline.source.layout.InputFile;
import silkline.source.layout.JsonStatRows;
import silkline.source.mapping.Mapping;

/**
 * One JSON-stat dataset, 2.0 (Eurostat) or 1.x. Its dimensions are understood by their names as concepts of SDMX are, see
 * {@link SdmxConcepts}, and the roles {@code time} and {@code geo} say which are the period and the area. A line is the
 * position of the cell. Values are streamed in one task; dimensions and statuses are held in memory: up to about 100 MB.
 *
 * @see <a href="https://json-stat.org/full/">JSON-stat</a>
 */
public final class JsonStat implements TreeFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "json-stat";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        return SdmxMl.reading(JsonStatRows.read(file), codes, own);
    }
}
