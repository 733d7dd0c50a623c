package silkline.source.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Indicators of the Sustainable Development Goals as the statistics bureau of Kazakhstan and other users of Open SDG publish
 * them ({@code indicator_8-1-1.csv}: {@code Year}, {@code UNIT_MEASURE}, {@code REF_AREA}, {@code Value} and any others that
 * break the figure down). Files of any size. The indicator is that of the file's name, with every breakdown behind it, as in
 * {@code SDG:8-1-1:SEX=F}; an empty area is Kazakhstan, and its regions, which have no code here, go to the quarantine.
 */
public final class BnsCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("indicator_(.+?)\\.csv(?:\\.gz)?");
    private static final Set<String> KNOWN =
            Set.of("Year", "UNIT_MEASURE", "REF_AREA", "Value", "OBS_STATUS", "UNIT_MULT");
    private static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {
              "indicator": "{@indicator}",
              "ref_area": {"text": "{?REF_AREA}", "map": {"": "KAZ"}, "codes": "area/any"},
              "unit_measure": {"text": "{?UNIT_MEASURE}", "map": {"": "_U"}, "codes": "unit"},
              "unit_mult": "{?UNIT_MULT}",
              "obs_status": {"text": "{?OBS_STATUS}", "codes": "obs_status"},
              "time_period": "{Year}", "obs_value": "{Value}"}}
            """);

    @Override
    public String id() {
        return "bns-csv";
    }

    @Override
    public String layouts() {
        return "files indicator_<number>.csv with the columns Year and Value";
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        Matcher name = NAME.matcher(source.file());
        if (!Source.has(rows, "Year", "Value") || !name.matches()) {
            return Optional.empty();
        }
        List<String> columns = rows.columns();
        int[] breakdowns = IntStream.range(0, columns.size())
                .filter(i -> !KNOWN.contains(columns.get(i)) && !columns.get(i).isEmpty())
                .toArray();
        String indicator = "SDG:" + SdmxConcepts.plain(name.group(1));
        NativeRows all = rows.with(
                List.of("@indicator"),
                row -> List.of(indicator
                        + IntStream.of(breakdowns)
                                .filter(i -> !row.cell(i).isBlank())
                                .mapToObj(i -> ":%s=%s"
                                        .formatted(
                                                SdmxConcepts.plain(columns.get(i)),
                                                SdmxConcepts.plain(row.cell(i).strip())))
                                .collect(Collectors.joining())));
        return Optional.of(new Reading(all, MAPPING));
    }
}
