package silkline.source.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import silkline.series.CodeLists;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * What the columns of UN Comtrade mean (https://comtradeapi.un.org/files/v1/app/reference/ListofReferences.json), the same in its
 * files and its API. Only totals over customs procedures, modes of transport or supply and second partners are kept; the
 * rows of a breakdown are left out. The value is {@code primaryValue} in US dollars: exports FOB, imports CIF, but FOB
 * where a reporter states no CIF value and the primary value is its FOB value. That the office added rows up itself is no
 * estimate and stands in the note; {@code legacyEstimationFlag} is about quantities only.
 */
final class Comtrade {
    static final String PRODUCT = "@product";
    static final String VALUATION = "@valuation";

    /** For the columns of 2023 and later: Plus CSV, bulk files, API. */
    static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {
              "indicator": {"text": "{?typeCode}", "map": {"C": "goods_trade", "": "goods_trade", "S": "services_trade"}},
              "freq": "{?freqCode}",
              "time_period": "{period}",
              "ref_area": {"text": "{reporterCode}", "codes": "area/comtrade"},
              "flow": {"text": "{flowCode}", "codes": "flow/comtrade"},
              "counterpart_area": {"text": "{partnerCode}", "codes": "area/comtrade"},
              "product": "{@product}",
              "unit_measure": "USD",
              "valuation": "{@valuation}",
              "prices": "V",
              "basis": {"text": "{?typeCode}", "map": {"C": "customs", "": "customs", "S": "bop"}},
              "obs_value": "{primaryValue}",
              "source_ref": "{classificationCode}",
              "note": {"text": "{?isAggregate}", "map": {"1": "added up by UNSD", "TRUE": "added up by UNSD",
                "true": "added up by UNSD", "True": "added up by UNSD", "*": ""}}},
             "missing": ["NA"],
             "keep": {"flowCode": ["X", "M", "RX", "RM"], "?partner2Code": ["0", "", "NA"],
               "?customsCode": ["C00", "", "NA"], "?motCode": ["0", "", "NA"], "?mosCode": ["0", "", "NA"]}}
            """);

    private Comtrade() {}

    /** The rows with a product and a valuation. */
    static NativeRows rows(NativeRows rows, CodeLists codes) {
        return rows.with(List.of(PRODUCT, VALUATION), row -> {
            UnaryOperator<String> cell = name -> text(rows, row, name);
            String searched = cell.apply("classificationSearchCode");
            String classification = searched.isEmpty() ? cell.apply("classificationCode") : searched;
            return List.of(product(classification, cell.apply("cmdCode"), codes), valuation(cell));
        });
    }

    static String text(NativeRows rows, NativeRow row, String name) {
        int position = rows.columns().indexOf(name);
        return position < 0 ? "" : row.cell(position).strip();
    }

    /** {@code HS:2709} for a classification that is asked for "as reported", {@code HS17:2709} for a given edition. */
    static String product(String classification, String code, CodeLists codes) {
        return code.equals("TOTAL")
                ? "TOTAL"
                : codes.translate("classification", classification).orElse(classification) + ":" + code;
    }

    private static String valuation(UnaryOperator<String> cell) {
        if (cell.apply("typeCode").equals("S")) {
            return "_Z";
        }
        boolean isFob = cell.apply("flowCode").endsWith("X")
                || (isNothing(cell.apply("cifvalue"))
                        && !isNothing(cell.apply("fobvalue"))
                        && cell.apply("fobvalue").equals(cell.apply("primaryValue")));
        return isFob ? "FOB" : "CIF";
    }

    private static boolean isNothing(String value) {
        try {
            return value.isEmpty() || new BigDecimal(value).signum() == 0;
        } catch (NumberFormatException otherText) {
            return true;
        }
    }
}
