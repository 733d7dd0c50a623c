package silkline.source.format;

import java.util.List;
import java.util.Optional;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Results of a WITS data job ({@code DataJobID-....csv}, https://wits.worldbank.org), in thousands of US dollars. Files of any
 * size. Of the two totals over partners the reported one ({@code WLD}) is kept; the sum that WITS makes ({@code All}) is left
 * out. Product codes that are not digits are WITS's own groups.
 */
public final class WitsCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {
              "indicator": "goods_trade", "unit_measure": "USD", "unit_mult": "3", "prices": "V", "basis": "customs",
              "ref_area": {"text": "{ReporterISO3}", "codes": "area/wits"},
              "counterpart_area": {"text": "{PartnerISO3}", "codes": "area/wits"},
              "flow": {"text": "{TradeFlowCode}", "codes": "flow/wits"},
              "valuation": {"text": "{TradeFlowCode}", "map": {"5": "CIF", "6": "FOB", "*": ""}},
              "product": "{@product}",
              "time_period": "{Year}", "obs_value": "{TradeValue in 1000 USD}", "source_ref": "{Nomenclature}"},
             "keep": {"@total": ["reported"]}}
            """);

    @Override
    public String id() {
        return "wits-csv";
    }

    @Override
    public String layouts() {
        return "DataJob results (Nomenclature, ReporterISO3, ProductCode, PartnerISO3, Year, TradeFlowCode, TradeValue in 1000 "
                + "USD)";
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        if (!Source.has(
                rows,
                "Nomenclature",
                "ReporterISO3",
                "ProductCode",
                "PartnerISO3",
                "Year",
                "TradeFlowCode",
                "TradeValue in 1000 USD")) {
            return Optional.empty();
        }
        NativeRows all = rows.with(
                List.of("@product", "@total"),
                row -> List.of(
                        product(
                                Comtrade.text(rows, row, "Nomenclature"),
                                Comtrade.text(rows, row, "ProductCode"),
                                source),
                        Comtrade.text(rows, row, "PartnerISO3").equals("All") ? "summed by WITS" : "reported"));
        return Optional.of(new Reading(all, MAPPING));
    }

    private static String product(String nomenclature, String code, Source source) {
        if (code.equals("Total")) {
            return "TOTAL";
        }
        return code.matches("\\d+")
                ? Comtrade.product(nomenclature, code, source.codes())
                : "WITS:" + code.replace('.', '_');
    }
}
