package silkline.source.format;

import java.util.List;
import java.util.regex.Pattern;
import silkline.series.CodeLists;
import silkline.source.layout.BrokenLayout;
import silkline.source.layout.InputFile;
import silkline.source.layout.JsonRecords;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Answers of the World Bank's API: {@code [page, rows]}, alone or several wrapped in other JSON. A {@code null} is an
 * observation that is missing. Indicators and units are those of {@code worldbank-csv}, see {@link WorldBankUnit}. A line
 * is the number of the row. Read as a stream in one task: any size.
 *
 * @see <a href="https://datahelpdesk.worldbank.org/knowledgebase/articles/898581">API basic call structures</a>
 */
public final class WorldBankJson implements TreeFormat {
    private static final long serialVersionUID = 1L;

    /** The second part of an answer, wherever the answer stands. */
    private static final Pattern RECORDS = Pattern.compile("(?:/.*)?/1/\\d+");

    private static final Pattern MESSAGES = Pattern.compile("(?:/.*)?/message/\\d+");
    private static final List<String> NEEDED =
            List.of("indicator.id", "indicator.value", "country.id", "countryiso3code", "date", "value");

    private static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {
              "indicator": {"text": "{indicator.id}", "indicators": "WB"},
              "ref_area": {"text": "{@area}", "codes": "area/worldbank"},
              "unit_measure": "{@unit}", "unit_mult": "{@unit_mult}", "prices": "{@prices}",
              "time_period": "{date}", "obs_value": "{value}",
              "obs_status": {"text": "{?obs_status}", "codes": "obs_status"}, "source_ref": "{indicator.id}"}}
            """);

    @Override
    public String id() {
        return "worldbank-json";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        NativeRows rows = JsonRecords.read(file, RECORDS);
        if (rows.columns().isEmpty()) {
            refuseMessage(file);
        }
        TreeFormat.require(
                rows,
                NEEDED,
                "an answer of the World Bank's API",
                "Ask api.worldbank.org/v2/country/.../indicator/... with format=json.");
        int name = rows.columns().indexOf("indicator.value");
        int country = rows.columns().indexOf("country.id");
        int iso3 = rows.columns().indexOf("countryiso3code");
        NativeRows all = rows.with(List.of("@area", "@unit", "@unit_mult", "@prices"), row -> {
            WorldBankUnit unit = WorldBankUnit.of(row.cell(name));
            return List.of(area(row, iso3, country), unit.unit(), unit.unitMult(), unit.prices());
        });
        return new Reading(all, MAPPING);
    }

    /** Some groups of countries have no code of three letters. */
    private static String area(NativeRow row, int iso3, int country) {
        return row.cell(iso3).isEmpty() ? row.cell(country) : row.cell(iso3);
    }

    /** What the API answers to a request that it does not understand. */
    private static void refuseMessage(InputFile file) {
        NativeRows messages = JsonRecords.read(file, MESSAGES);
        if (messages.rows().hasNext()) {
            throw new BrokenLayout(
                    "is an error message of the World Bank's API: %s."
                            .formatted(messages.rows().next().raw().get()),
                    "Ask it again.");
        }
    }
}
