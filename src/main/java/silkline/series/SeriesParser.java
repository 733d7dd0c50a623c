package silkline.series;

import static silkline.series.CellTexts.optional;
import static silkline.series.CellTexts.required;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the dimensions of a series. Keeps what it understood last, so each thread needs its own. */
final class SeriesParser implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Set<String> NOT_CLASSIFIED = Set.of("TOTAL", SeriesId.NOT_APPLICABLE);

    private static final List<Cell> SERIES_CELLS = List.of(
            Cell.INDICATOR,
            Cell.REF_AREA,
            Cell.FLOW,
            Cell.COUNTERPART_AREA,
            Cell.PRODUCT,
            Cell.UNIT_MEASURE,
            Cell.VALUATION,
            Cell.PRICES,
            Cell.ADJUSTMENT,
            Cell.BASIS);

    private final CodeLists codes;
    private final String datasetId;
    private transient String[] lastTexts;
    private transient SeriesId lastSeries;
    private transient String lastId;

    SeriesParser(CodeLists codes, String datasetId) {
        this.codes = codes;
        this.datasetId = datasetId;
    }

    /** Rows of one series mostly follow each other: what was understood last is kept. */
    SeriesId series(Function<Cell, String> cells, String freq) throws Refusal {
        String[] texts = new String[SERIES_CELLS.size() + 1];
        for (int i = 0; i < SERIES_CELLS.size(); i++) {
            texts[i] = cells.apply(SERIES_CELLS.get(i));
        }
        texts[SERIES_CELLS.size()] = freq;
        if (!Arrays.equals(texts, lastTexts)) {
            lastSeries = seriesId(cells, freq);
            lastId = lastSeries.toString();
            lastTexts = texts;
        }
        return lastSeries;
    }

    /** The text of the series that was read last. */
    String lastId() {
        return lastId;
    }

    private SeriesId seriesId(Function<Cell, String> cells, String freq) throws Refusal {
        return new SeriesId(
                indicator(required(cells, Cell.INDICATOR)),
                freq,
                known(CodeLists.AREA, Cell.REF_AREA, required(cells, Cell.REF_AREA)),
                coded(cells, Cell.FLOW),
                area(cells),
                product(optional(cells, Cell.PRODUCT)),
                known(CodeLists.UNIT, Cell.UNIT_MEASURE, required(cells, Cell.UNIT_MEASURE)),
                coded(cells, Cell.VALUATION),
                coded(cells, Cell.PRICES),
                coded(cells, Cell.ADJUSTMENT),
                coded(cells, Cell.BASIS),
                datasetId);
    }

    /** One of ours, or one that keeps its owner's code, as in {@code WB:NY_GDP_MKTP_CD}. */
    private String indicator(String code) throws Refusal {
        int colon = code.indexOf(':');
        if (colon < 0) {
            return known(CodeLists.INDICATOR, "indicator", code);
        }
        known(CodeLists.INDICATOR_SCHEME, "the scheme of indicator", code.substring(0, colon));
        if (colon == code.length() - 1) {
            throw new Refusal("DIMENSION", "indicator '%s' has no code after its scheme".formatted(code));
        }
        return dimension("indicator", code);
    }

    private String area(Function<Cell, String> cells) throws Refusal {
        String code = optional(cells, Cell.COUNTERPART_AREA);
        return code.equals(SeriesId.NOT_APPLICABLE) ? code : known(CodeLists.AREA, Cell.COUNTERPART_AREA, code);
    }

    /** {@code TOTAL}, {@code _Z}, or a classification and its code; a classification without a list refuses nothing. */
    private String product(String text) throws Refusal {
        dimension("product", text);
        int colon = text.indexOf(':');
        if (NOT_CLASSIFIED.contains(text) || (colon < 0 && !codes.hasList(CodeLists.CLASSIFICATION))) {
            return text;
        }
        if (colon <= 0 || colon == text.length() - 1) {
            throw new Refusal(
                    "UNKNOWN_CODE",
                    "product '%s' is none of TOTAL, _Z, CLASSIFICATION:CODE such as HS:2709".formatted(text));
        }
        String classification = text.substring(0, colon);
        known(CodeLists.CLASSIFICATION, "the classification of product", classification);
        String code = text.substring(colon + 1);
        Optional<String> refusal = ProductEditions.refusal(codes, classification, code);
        if (refusal.isPresent()) {
            throw new Refusal("UNKNOWN_CODE", refusal.get());
        }
        known(CodeLists.PRODUCT + classification, classification + " code of product", code);
        return text;
    }

    /** A dimension whose code list has its own name. */
    String coded(Function<Cell, String> cells, Cell cell) throws Refusal {
        return known(cell.column(), cell, optional(cells, cell));
    }

    private String known(String list, Cell cell, String code) throws Refusal {
        return known(list, cell.column(), code);
    }

    private String known(String list, String column, String code) throws Refusal {
        if (!codes.knows(list, code)) {
            throw new Refusal("UNKNOWN_CODE", codes.unknown(column, list, code));
        }
        return dimension(column, code);
    }

    private static String dimension(String column, String code) throws Refusal {
        if (code.indexOf('.') >= 0) {
            throw new Refusal("DIMENSION", "%s '%s' may not contain a dot".formatted(column, code));
        }
        return code;
    }
}
