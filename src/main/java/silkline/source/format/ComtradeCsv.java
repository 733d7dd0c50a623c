package silkline.source.format;

import java.util.List;
import java.util.Optional;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * UN Comtrade as separated text: Plus CSV and bulk "final" files (47 and 34 columns, data items at
 * https://comtradeapi.un.org/files/v1/app/reference/dataitem.json), and the legacy bulk files ({@code Year,Reporter
 * Code,...}). Files of any size. See {@link Comtrade} for what is kept.
 */
public final class ComtradeCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Mapping LEGACY = Mapping.of(
            """
            {"cells": {
              "indicator": "goods_trade", "unit_measure": "USD", "prices": "V", "basis": "customs",
              "time_period": "{Year}",
              "ref_area": {"text": "{Reporter Code}", "codes": "area/comtrade"},
              "flow": {"text": "{Trade Flow Code}", "codes": "flow/comtrade"},
              "counterpart_area": {"text": "{Partner Code}", "codes": "area/comtrade"},
              "product": "{@product}",
              "valuation": {"text": "{Trade Flow Code}", "map": {"1": "CIF", "2": "FOB", "3": "FOB", "4": "CIF", "*": ""}},
              "obs_value": "{Value}",
              "source_ref": "{Classification}"}}
            """);

    @Override
    public String id() {
        return "comtrade-csv";
    }

    @Override
    public String layouts() {
        return "Plus CSV, bulk files (period, reporterCode, flowCode, partnerCode, classificationCode, cmdCode, "
                + "primaryValue) and legacy bulk files (Year, Reporter Code, Trade Flow Code, Value)";
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        if (Source.has(
                rows,
                "period",
                "reporterCode",
                "flowCode",
                "partnerCode",
                "classificationCode",
                "cmdCode",
                "primaryValue")) {
            return Optional.of(new Reading(Comtrade.rows(rows, source.codes()), Comtrade.MAPPING));
        }
        if (Source.has(
                rows,
                "Year",
                "Reporter Code",
                "Trade Flow Code",
                "Partner Code",
                "Classification",
                "Commodity Code",
                "Value")) {
            NativeRows all = rows.with(
                    List.of(Comtrade.PRODUCT),
                    row -> List.of(Comtrade.product(
                            Comtrade.text(rows, row, "Classification"),
                            Comtrade.text(rows, row, "Commodity Code"),
                            source.codes())));
            return Optional.of(new Reading(all, LEGACY));
        }
        return Optional.empty();
    }
}
