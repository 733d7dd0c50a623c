package silkline.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Downloads of the IMF's data portal (data.imf.org since 2025), long ({@code TIME_PERIOD}, {@code OBS_VALUE}) or wide (a column
 * per period), with the ids of codes ({@code COUNTRY.ID}, {@code INDICATOR.ID} ...). Files of any size. {@code SCALE.ID} is the
 * power of ten; where it is not downloaded, known indicators have the one that the IMF publishes them in (millions).
 */
public final class ImfPortalCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> SCALES =
            Map.of("", "0", "UNITS", "0", "THOUSANDS", "3", "MILLIONS", "6", "BILLIONS", "9", "TRILLIONS", "12");

    private static final Mapping COMMON = Mapping.of(
            """
            {"cells": {
              "indicator": {"text": "{INDICATOR.ID}", "indicators": "IMF"},
              "ref_area": {"text": "{COUNTRY.ID}", "codes": "area/imf"},
              "counterpart_area": {"text": "{?COUNTERPART_COUNTRY.ID}", "codes": "area/imf"},
              "freq": {"text": "{?FREQUENCY.ID}", "codes": "freq"},
              "unit_measure": {"text": "{@unit}", "codes": "unit"},
              "obs_status": {"text": "{?STATUS.ID}", "codes": "obs_status"},
              "source_ref": "{INDICATOR.ID}"}}
            """);
    private static final Mapping LONG =
            Mapping.of("{\"cells\": {\"time_period\": \"{TIME_PERIOD}\", \"obs_value\": \"{OBS_VALUE}\"}}");
    private static final Mapping WIDE = Mapping.of(
            """
            {"cells": {"time_period": "{1}", "obs_value": "{value}"}, "wide": "(\\\\d{4}(?:-?[QM]\\\\d{1,2}|-\\\\d{2})?)"}
            """);
    private static final Mapping SCALED = Mapping.of("{\"cells\": {\"unit_mult\": \"{@unit_mult}\"}}");

    @Override
    public String id() {
        return "imf-portal-csv";
    }

    @Override
    public String layouts() {
        return "data portal downloads with ids, long (COUNTRY.ID, INDICATOR.ID, TIME_PERIOD, OBS_VALUE) or wide (COUNTRY.ID, "
                + "INDICATOR.ID, periods)";
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        if (!Source.has(rows, "COUNTRY.ID", "INDICATOR.ID")) {
            return Optional.empty();
        }
        boolean isScaled = rows.columns().contains("SCALE.ID");
        NativeRows all = rows.with(List.of("@unit", "@unit_mult"), row -> {
            List<String> cells = new ArrayList<>();
            cells.add(unit(Comtrade.text(rows, row, "UNIT.ID"), Comtrade.text(rows, row, "INDICATOR.ID")));
            String scale = Comtrade.text(rows, row, "SCALE.ID");
            cells.add(SCALES.getOrDefault(scale.toUpperCase(Locale.ROOT), scale));
            return cells;
        });
        Mapping mapping = (rows.columns().contains("OBS_VALUE") ? LONG : WIDE).with(COMMON);
        // Where the file states the scale it goes before what is known of the indicator.
        return Optional.of(new Reading(all, isScaled ? mapping.with(SCALED) : mapping));
    }

    /** Where no unit is downloaded, indicators in dollars still say so at their end. */
    private static String unit(String unit, String indicator) {
        if (!unit.isEmpty()) {
            return unit;
        }
        return indicator.endsWith("_USD") ? "USD" : "_U";
    }
}
