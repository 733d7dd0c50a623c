package silkline.source.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import silkline.source.DatasetManifest;
import silkline.source.Files;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * The World Bank's wide tables, packed as downloaded or not: API CSV (https://datahelpdesk.worldbank.org, one country or one
 * indicator), the bulk file of World Development Indicators, and DataBank exports. Files of any size. Indicators that are
 * ours become ours; the others keep their code, as in {@code WB:TG_VAL_TOTL_GD_ZS}, with the unit that their name has in
 * brackets, see {@link WorldBankUnit}.
 */
public final class WorldBankCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    /** The first cell of the lines above the header of an API CSV. */
    private static final String PREAMBLE = "Data Source";

    private static final String CELLS =
            """
            {"cells": {
              "indicator": {"text": "{%s}", "indicators": "WB"},
              "ref_area": {"text": "{Country Code}", "codes": "area/worldbank"},
              "unit_measure": "{@unit}", "unit_mult": "{@unit_mult}", "prices": "{@prices}",
              "time_period": "{1}", "obs_value": "{value}", "source_ref": "{%s}"},
             "wide": "(\\\\d{4}(?:[QM]\\\\d{1,2})?)(?: \\\\[.*])?", "missing": [".."]}
            """;

    @Override
    public String id() {
        return "worldbank-csv";
    }

    @Override
    public String layouts() {
        return "API CSV and WDI bulk files (Country Code, Indicator Name, Indicator Code, years) and DataBank exports "
                + "(Country Code, Series Name, Series Code, years)";
    }

    @Override
    public boolean holdsData(String file) {
        return !file.startsWith("Metadata_");
    }

    @Override
    public CsvDialect dialect(DatasetManifest dataset, String location, Configuration hadoop) {
        return dataset.mapping()
                .dialect()
                .orElseGet(() ->
                        hasPreamble(location, hadoop) ? CsvDialect.withHeaderMark("Country Name") : CsvDialect.PLAIN);
    }

    private static boolean hasPreamble(String location, Configuration hadoop) {
        try (BufferedReader text =
                new BufferedReader(Files.text(Files.plain(location, hadoop), CsvDialect.PLAIN.charset()))) {
            char[] start = new char[PREAMBLE.length() + 1];
            int read = text.read(start);
            return read > 0 && new String(start, 0, read).contains(PREAMBLE);
        } catch (IOException unreadable) {
            return false; // the contract says what is wrong with the file
        } catch (UncheckedIOException unreadable) {
            return false;
        }
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        String kind = rows.columns().contains("Series Code") ? "Series" : "Indicator";
        if (!Source.has(rows, "Country Code", kind + " Name", kind + " Code")) {
            return Optional.empty();
        }
        int name = rows.columns().indexOf(kind + " Name");
        NativeRows all = rows.where(row -> !isNote(row)).with(List.of("@unit", "@unit_mult", "@prices"), row -> {
            WorldBankUnit unit = WorldBankUnit.of(row.cell(name));
            return List.of(unit.unit(), unit.unitMult(), unit.prices());
        });
        return Optional.of(new Reading(all, Mapping.of(CELLS.formatted(kind + " Code", kind + " Code"))));
    }

    /** What DataBank writes below its tables. */
    private static boolean isNote(NativeRow row) {
        String text = row.raw().get().replace("\"", "");
        return text.startsWith("Data from database:") || text.startsWith("Last Updated:");
    }
}
