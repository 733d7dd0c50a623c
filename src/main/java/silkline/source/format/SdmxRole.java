package silkline.source.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A cell of an observation that concepts of SDMX fill.
 *
 * @param cell its column
 * @param rule how a mapping reads it
 * @param known the codes that it has; all where empty
 * @param concepts those that fill it, the first first
 */
record SdmxRole(String cell, String rule, Map<String, String> known, List<String> concepts) {
    /** Attributes that are often there; in a structure that is not at hand they are told from dimensions by their ids. */
    static final Set<String> ATTRIBUTES = Set.of(
            "ACCESS_SHARING_LEVEL",
            "COLL_METHOD",
            "CONF_STATUS_OBS",
            "COUNTRY_UPDATE_DATE",
            "DECIMALS_DISPLAYED",
            "DERIVATION_TYPE",
            "IFS_FLAG",
            "METHODOLOGY",
            "OVERLAP",
            "PRECISION",
            "SECURITY_CLASSIFICATION",
            "ACTION",
            "AVAILABILITY",
            "BASE_PER",
            "COLLECTION",
            "COMMENT",
            "COMMENT_OBS",
            "COMMENT_TS",
            "COMPILATION",
            "CONF_STATUS",
            "DATA_SOURCE",
            "DECIMALS",
            "DISS_ORG",
            "EMBARGO_DATE",
            "EMBARGO_TIME",
            "KEY",
            "LAST UPDATE",
            "LAST_UPDATE",
            "OBS_COM",
            "OBS_CONF",
            "OBS_FLAG",
            "OBS_KEY",
            "OBS_PRE_BREAK",
            "OBS_STATUS",
            "PUBL_ECB",
            "PUBL_MU",
            "PUBL_PUBLIC",
            "SERIES_KEY",
            "SOURCE_AGENCY",
            "STRUCTURE",
            "STRUCTURE_NAME",
            "TIME_FORMAT",
            "TIME_PER_COLLECT",
            "TITLE",
            "TITLE_COMPL",
            "UNIT_INDEX_BASE",
            "UPDATED",
            "VALID_FROM",
            "VALID_TO");

    private static final Map<String, String> MULTIPLIERS = Map.of(
            "",
            "0",
            "UNITS",
            "0",
            "HUNDREDS",
            "2",
            "THOUSANDS",
            "3",
            "MILLIONS",
            "6",
            "BILLIONS",
            "9",
            "TRILLIONS",
            "12");

    static final List<SdmxRole> ALL = List.of(
            new SdmxRole(
                    "ref_area",
                    "\"codes\": \"area/any\"",
                    Map.of(),
                    List.of(
                            "REF_AREA",
                            "REPORTER",
                            "REPORTING_AREA",
                            "REPORTING_COUNTRY",
                            "COUNTRY",
                            "GEO",
                            "LOCATION")),
            new SdmxRole(
                    "counterpart_area",
                    "\"map\": {\"_Z\": \"_Z\"}, \"codes\": \"area/any\"",
                    Map.of(),
                    List.of(
                            "COUNTERPART_AREA",
                            "COUNTERPART_COUNTRY",
                            "COUNTERPART",
                            "PARTNER",
                            "PARTNER_AREA",
                            "VIS_AREA")),
            new SdmxRole(
                    "freq", "\"map\": {\"H\": \"S\"}, \"codes\": \"freq\"", Map.of(), List.of("FREQ", "FREQUENCY")),
            new SdmxRole("time_period", "", Map.of(), List.of("TIME_PERIOD", "TIME")),
            new SdmxRole("obs_value", "", Map.of(), List.of("OBS_VALUE")),
            new SdmxRole("unit_measure", "\"codes\": \"unit\"", Map.of(), List.of("UNIT_MEASURE", "UNIT")),
            new SdmxRole("unit_mult", "", Map.of(), List.of("UNIT_MULT", "UNIT_MULTIPLIER", "SCALE", "POWERCODE")),
            new SdmxRole("obs_status", "\"codes\": \"obs_status\"", Map.of(), List.of("OBS_STATUS", "OBS_FLAG")),
            new SdmxRole(
                    "adjustment",
                    "",
                    Map.of("", "N", "_Z", "N", "N", "N", "NSA", "N", "S", "S", "SA", "S"),
                    List.of("ADJUSTMENT", "SEASONAL_ADJUST", "S_ADJ")),
            new SdmxRole(
                    "prices", "", Map.of("", "_Z", "_Z", "_Z", "V", "V", "L", "L"), List.of("PRICES", "PRICE_BASE")),
            new SdmxRole(
                    "flow",
                    "",
                    Map.of("", "_Z", "_Z", "_Z", "X", "X", "M", "M", "RX", "RX", "RM", "RM"),
                    List.of("FLOW", "TRADE_FLOW")),
            new SdmxRole(
                    "valuation", "", Map.of("", "_Z", "_Z", "_Z", "FOB", "FOB", "CIF", "CIF"), List.of("VALUATION")),
            new SdmxRole("product", "", Map.of(), List.of("PRODUCT", "COMMODITY")));

    String column() {
        return "@" + cell;
    }

    boolean knows(String code) {
        return known.isEmpty() || known.containsKey(code);
    }

    /** What a code of its concept becomes; empty where there is none for it. */
    String text(String code) {
        return switch (cell) {
            case "unit_mult" -> MULTIPLIERS.getOrDefault(code.toUpperCase(Locale.ROOT), code);
            case "product" -> product(code);
            default -> known.isEmpty() ? code : known.getOrDefault(code, "");
        };
    }

    private static String product(String code) {
        if (code.isEmpty() || code.equals("_Z")) {
            return "_Z";
        }
        return code.equals("TOTAL") || code.equals("_T") ? "TOTAL" : "SDMX:" + SdmxConcepts.plain(code);
    }
}
