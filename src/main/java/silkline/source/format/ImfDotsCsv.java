package silkline.source.format;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import silkline.UserError;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Bulk files of the IMF's Direction of Trade Statistics: "timeSeries" (a column per period, rows of {@code Value} and of
 * {@code Status}) and "panel" (a column for exports and one for imports). Files of any size. Neither states the power of
 * ten of its values, so that {@code dataset.json} must: {@code "unit_mult": "0"} or {@code "6"}. Rows of {@code Status} are
 * left out: their flags are in the quarantine, the values keep status {@code A}.
 */
public final class ImfDotsCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final String AREAS =
            """
            "ref_area": {"text": "{Country Code}", "codes": "area/imf"},
            "counterpart_area": {"text": "{Counterpart Country Code}", "codes": "area/imf"},
            "obs_value": "{value}", "prices": "V", "basis": "customs", "product": "TOTAL",
            "source_ref": "{%s}"
            """;

    private static final Mapping TIME_SERIES = Mapping.of(
            """
            {"cells": {%s, "indicator": {"text": "{Indicator Code}", "indicators": "IMF"}, "time_period": "{1}",
              "unit_measure": {"text": "{Indicator Code}", "map": {"*": "USD"}}},
             "wide": "(\\\\d{4}(?:[QM]\\\\d{1,2})?)", "keep": {"Attribute": ["Value"]}}
            """
                    .formatted(AREAS.formatted("Indicator Code")));

    private static final Mapping PANEL = Mapping.of(
            """
            {"cells": {%s, "indicator": "goods_trade", "unit_measure": "USD", "time_period": "{Time Period}"},
             "wide": [{"columns": ".*\\\\(TXG_FOB_USD\\\\)", "cells": {"flow": "X", "valuation": "FOB"}},
                      {"columns": ".*\\\\(TMG_CIF_USD\\\\)", "cells": {"flow": "M", "valuation": "CIF"}}]}
            """
                    .formatted(AREAS.formatted("column")));

    @Override
    public String id() {
        return "imf-dots-csv";
    }

    @Override
    public String layouts() {
        return "DOTS timeSeries files (Country Code, Indicator Code, Counterpart Country Code, Attribute, periods) and panel "
                + "files (Country Code, Counterpart Country Code, Time Period, ... (TXG_FOB_USD), ... (TMG_CIF_USD))";
    }

    @Override
    public void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes) {
        if (!dataset.mapping().names(Cell.UNIT_MULT)) {
            throw UserError.contract(
                    dataset.id() + "/" + DatasetManifest.FILE_NAME,
                    "the files of imf-dots-csv do not state the power of ten of their values.",
                    "Compare one value with a known one and write \"mapping\": {\"cells\": {\"unit_mult\": \"0\"}} for "
                            + "dollars, \"6\" for millions.");
        }
        OfficialCsv.super.check(hadoop, dataset, codes);
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        if (Source.has(rows, "Country Code", "Indicator Code", "Counterpart Country Code", "Attribute")) {
            return Optional.of(new Reading(rows, TIME_SERIES));
        }
        if (Source.has(rows, "Country Code", "Counterpart Country Code", "Time Period")) {
            return Optional.of(new Reading(rows, PANEL));
        }
        return Optional.empty();
    }
}
