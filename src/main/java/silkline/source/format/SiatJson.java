package silkline.source.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.series.CodeLists;
import silkline.source.layout.InputFile;
import silkline.source.layout.JsonRecords;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Tables of the statistics agency of Uzbekistan (SIAT) as JSON: {@code [{metadata, data}]}, a row per class of a
 * classification, a field per year, quarter or month. The unit is that of the metadata. The indicator is the number in the
 * file's name ({@code sdmx_data_582.json}), as with {@code siat-csv}, else the code in the metadata. In trade by partner a
 * class is the partner; elsewhere a class other than the
 * whole country is kept as a product, as in {@code SIAT:1703}, and never takes the name of one of our indicators. A line is
 * the number of the row. Read as a stream in one task: any size.
 *
 * @see <a href="https://siat.stat.uz">SIAT</a>
 */
public final class SiatJson implements TreeFormat {
    private static final long serialVersionUID = 1L;

    private static final Pattern RECORDS = Pattern.compile("/\\d+/data/\\d+");
    private static final Pattern METADATA = Pattern.compile("/\\d+/metadata/\\d+");
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?(?:siat|sdmx)[^/]*?(\\d+)\\.json(?:\\.gz)?");
    private static final Pattern UNIT = Pattern.compile(
            "(?:(thousand|thsd|thous|million|mln|billion|bln|trillion)\\.? (?:of )?)?"
                    + "(us dollars?|u\\.s\\. dollars?|usd|dollars?|uzs|soums?|sums?|percent|per cent|%|persons?|people)",
            Pattern.CASE_INSENSITIVE);

    private static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {
              "indicator": {"text": "{@indicator}", "indicators": "SIAT"}, "ref_area": "UZB",
              "product": "{@product}", "unit_measure": "{@unit}", "unit_mult": "{@unit_mult}",
              "time_period": "{1}", "obs_value": "{value}", "source_ref": "{Klassifikator_en}"},
             "wide": "(\\\\d{4}(?:-?[QM]\\\\d{1,2})?)"}
            """);

    @Override
    public String id() {
        return "siat-json";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        NativeRows rows = JsonRecords.read(file, RECORDS);
        TreeFormat.require(
                rows,
                List.of("Code", "Klassifikator", "Klassifikator_en"),
                "a table of SIAT",
                "Download it from siat.stat.uz as JSON, or read it as CSV with a mapping (format csv).");
        Map<String, String> metadata = metadata(file);
        String indicator = indicator(file, metadata);
        Unit unit = Unit.of(metadata.getOrDefault("unit of measurement", ""));
        boolean isTrade = codes.indicator("SIAT", indicator)
                .map(known -> known.getOrDefault("flow", ""))
                .filter(flow -> flow.matches("[XM]"))
                .isPresent();
        NativeRows all = SiatCsv.named(rows, indicator, isTrade)
                .with(List.of("@unit", "@unit_mult"), row -> List.of(unit.code(), unit.multiplier()));
        return new Reading(all, isTrade ? MAPPING.with(SiatCsv.PARTNERS) : MAPPING);
    }

    /** What the metadata say, by their English names in small letters. */
    private static Map<String, String> metadata(InputFile file) {
        NativeRows entries = JsonRecords.read(file, METADATA);
        int name = entries.columns().indexOf("name_en");
        int value = entries.columns().indexOf("value_en");
        Map<String, String> metadata = new LinkedHashMap<>();
        if (name >= 0 && value >= 0) {
            entries.rows()
                    .forEachRemaining(entry -> metadata.put(
                            entry.cell(name).strip().toLowerCase(Locale.ROOT),
                            entry.cell(value).strip()));
        }
        return metadata;
    }

    private static String indicator(InputFile file, Map<String, String> metadata) {
        Matcher name = NUMBER.matcher(file.location());
        return name.matches()
                ? name.group(1)
                : metadata.getOrDefault("indicator identification number (code)", "NO_CODE");
    }

    /** The unit that the metadata name in words; {@code _U} where it is none that we have. */
    private record Unit(String code, String multiplier) {
        private static final Map<String, String> MULTIPLIERS =
                Map.of("th", "3", "mi", "6", "ml", "6", "bi", "9", "bl", "9", "tr", "12");

        static Unit of(String text) {
            if (text.startsWith("as a percentage of the corresponding period")) {
                return new Unit("IX", "0"); // the same period of the year before is 100
            }
            Matcher parts = UNIT.matcher(text);
            if (!parts.matches()) {
                return new Unit("_U", "0");
            }
            String scale = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
            return new Unit(
                    code(parts.group(2).toLowerCase(Locale.ROOT)),
                    scale.isEmpty() ? "0" : MULTIPLIERS.get(scale.substring(0, 2)));
        }

        private static String code(String words) {
            return switch (words) {
                case "percent", "per cent", "%" -> "PCT";
                case "person", "persons", "people" -> "PERS";
                case "uzs", "soum", "soums", "sum", "sums" -> "UZS";
                default -> "USD";
            };
        }
    }
}
