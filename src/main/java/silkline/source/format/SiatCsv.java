package silkline.source.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Tables of the statistics agency of Uzbekistan (SIAT, https://siat.stat.uz) as it offers them for download:
 * {@code siat_sdmx_data_1105.csv} with {@code Code}, {@code Klassifikator} in three languages and a column per year or quarter.
 * Files of any size. The number in the file's name tells the indicator. Where it is trade by partner, which the reference data
 * know, {@code Code} is the partner; elsewhere only the row of the whole country can be one of our indicators, and regions and
 * classes stay the agency's own, with their code as a product, as in {@code SIAT:1703}.
 */
public final class SiatCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("siat_sdmx_data_(\\d+)\\.csv(?:\\.gz)?");

    private static final String CELLS =
            """
            {"cells": {
              "indicator": {"text": "{@indicator}", "indicators": "SIAT"}, "ref_area": "UZB", "product": "{@product}",
              "unit_measure": "%s", "unit_mult": "%s", "time_period": "{1}", "obs_value": "{value}", "source_ref": "{Klassifikator_en}"},
             "wide": "(\\\\d{4}(?:-?[QM]\\\\d{1,2})?)"}
            """;
    static final Mapping PARTNERS = Mapping.of(
            """
            {"cells": {"counterpart_area": {"text": "{Code}", "codes": "area/siat"}}}
            """);

    /** What the agency's tables of a whole country call it. */
    private static final String COUNTRY = "1700";

    @Override
    public String id() {
        return "siat-csv";
    }

    @Override
    public String layouts() {
        return "files siat_sdmx_data_<number>.csv with the columns Code, Klassifikator, Klassifikator_en and years";
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        Matcher name = NAME.matcher(source.file());
        if (!Source.has(rows, "Code", "Klassifikator", "Klassifikator_en") || !name.matches()) {
            return Optional.empty();
        }
        String number = name.group(1);
        Map<String, String> known = source.codes().indicator("SIAT", number).orElse(Map.of());
        boolean isTrade = known.getOrDefault("flow", "_Z").matches("[XM]");
        Mapping cells = Mapping.of(
                CELLS.formatted(known.getOrDefault("unit_measure", "_U"), known.getOrDefault("unit_mult", "0")));
        return Optional.of(new Reading(named(rows, number, isTrade), isTrade ? cells.with(PARTNERS) : cells));
    }

    /** The rows with {@code @indicator} and {@code @product}: only the country's own row may take one of our names. */
    static NativeRows named(NativeRows rows, String number, boolean isTrade) {
        int column = rows.columns().indexOf("Code");
        return rows.with(List.of("@indicator", "@product"), row -> {
            String code = row.cell(column).strip();
            boolean isCountry = code.equals(COUNTRY);
            return List.of(
                    isTrade || isCountry ? number : "SIAT:" + number.replace('.', '_'),
                    isCountry ? "_Z" : "SIAT:" + code.replace('.', '_'));
        });
    }
}
