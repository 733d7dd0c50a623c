package silkline.source.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.series.Cell;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * CEPII BACI ({@code t,i,j,k,v,q} in any order; http://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37): exports
 * of {@code i} to {@code j}, reconciled from both sides, in thousands of US dollars FOB. Files of any size. The edition of
 * the Harmonized System is that of the file's name ({@code BACI_HS92_Y2020_V202501.csv}) or of the mapping's product; the
 * tables of codes ({@code country_codes_...}, {@code product_codes_...}) may lie beside and are not read.
 */
public final class BaciCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("BACI_(HS\\d\\d)_.*");

    private static final String CELLS =
            """
            {"cells": {
              "indicator": "goods_trade", "flow": "X", "valuation": "FOB", "prices": "V", "basis": "estimate",
              "unit_measure": "USD", "unit_mult": "3",
              "ref_area": {"text": "{i}", "codes": "area/baci"},
              "counterpart_area": {"text": "{j}", "codes": "area/baci"},
              "time_period": "{t}", "obs_value": "{v}"%s},
             "missing": ["NA"]}
            """;

    @Override
    public String id() {
        return "baci";
    }

    @Override
    public String layouts() {
        return "BACI files (t, i, j, k, v, q) whose name begins with BACI_HS92_ or another edition, or whose edition stands "
                + "in the mapping as \"product\": \"HS92:{@k}\"";
    }

    @Override
    public boolean holdsData(String file) {
        return !file.startsWith("country_codes_") && !file.startsWith("product_codes_");
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        Matcher name = NAME.matcher(source.file());
        boolean isNamed = name.matches();
        if (!Source.has(rows, "t", "i", "j", "k")
                || (!isNamed && !source.dataset().mapping().names(Cell.PRODUCT))) {
            return Optional.empty();
        }
        int product = rows.columns().indexOf("k");
        // Tools that take codes for numbers drop the zero of 010121.
        NativeRows all = rows.with(
                List.of("@k"), row -> List.of(sixDigits(row.cell(product).strip())));
        String cell = isNamed ? ", \"product\": \"%s:{@k}\"".formatted(name.group(1)) : "";
        return Optional.of(new Reading(all, Mapping.of(CELLS.formatted(cell))));
    }

    private static String sixDigits(String code) {
        return "0".repeat(Math.max(0, 6 - code.length())) + code;
    }
}
