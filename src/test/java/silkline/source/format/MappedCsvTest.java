package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.testing.RawCells;
import silkline.testing.Rows;
import silkline.testing.SampleDataset;
import silkline.testing.SparkTest;

@SparkTest
class MappedCsvTest {
    private static final CodeLists CODES = CodeLists.of(
            Map.of("area", Set.of("KAZ", "UZB")),
            Map.of("area/name", Map.of("Kazakhstan", "KAZ", "Uzbekistan", "UZB")),
            Map.of("WB/BX.GSR", Map.of("indicator", "services_trade", "flow", "X", "unit_measure", "USD")));

    private static final String LONG =
            """
            {"cells": {"indicator": "goods_trade", "ref_area": {"text": "{country}", "codes": "area/name"},
              "flow": {"text": "{flow}", "map": {"export": "X", "import": "M"}}, "product": "HS:{hs}",
              "unit_measure": "USD", "unit_mult": "3", "time_period": "{year}", "obs_value": "{thousands}",
              "obs_status": {"text": "{?flag}", "map": {"": "A", "p": "P"}}},
             "keep": {"mode": "all"}, "missing": [".."]}
            """;
    private static final String LONG_HEADER = "country;flow;hs;year;thousands;mode\n";

    @Test
    void everyKindOfCellIsRead(SparkSession spark, @TempDir Path folder) throws IOException {
        String text = LONG_HEADER.replace(';', ',') + "Kazakhstan,export,27,2024,12.5,all\n";
        assertThat(read(
                        spark,
                        folder,
                        LONG,
                        text,
                        "ref_area",
                        "flow",
                        "product",
                        "unit_mult",
                        "time_period",
                        "obs_value",
                        "obs_status",
                        "freq"))
                .containsExactly("KAZ X HS:27 3 2024 12.5 A -");
    }

    @Test
    void rowsThatCannotBeReadSayWhyAndAreCounted(SparkSession spark, @TempDir Path folder) throws IOException {
        String text = LONG_HEADER.replace(';', ',')
                + "Kazakstan,export,27,2024,1,all\n"
                + "Uzbekistan,transit,27,2024,2,all\n"
                + "Uzbekistan,export,27,2024,3,rail\n"
                + "Uzbekistan,export,27,2024,..,all\n";
        assertThat(read(spark, folder, LONG, text, "line", "rule", "problem", "obs_value", "obs_status"))
                .containsExactly(
                        "2 UNKNOWN_CODE ref_area 'Kazakstan' is not known; the nearest known is 'Kazakhstan' (KAZ) - -",
                        "3 UNKNOWN_CODE flow 'transit' is not in the mapping; it has export, import - -",
                        "4 LEFT_OUT mode is 'rail'; the mapping keeps all - -",
                        "5    O");
    }

    @Test
    void wideColumnsBecomeRowsAndEmptyOnesNone(SparkSession spark, @TempDir Path folder) throws IOException {
        String mapping =
                """
                {"cells": {"indicator": "gdp", "ref_area": "{c}", "unit_measure": "USD",
                  "time_period": "{1}", "obs_value": "{value}", "source_ref": "{column}"},
                 "wide": "(\\\\d{4}) \\\\[YR\\\\d{4}]", "missing": [".."]}
                """;
        String text = "c,2022 [YR2022],2023 [YR2023],2024 [YR2024]\nKAZ,1,..,3\nUZB,,5,\n";
        assertThat(read(spark, folder, mapping, text, "line", "ref_area", "time_period", "obs_value", "source_ref"))
                .containsExactly(
                        "2 KAZ 2022 1 2022 [YR2022]", "2 KAZ 2024 3 2024 [YR2024]", "3 UZB 2023 5 2023 [YR2023]");
    }

    @Test
    void wideColumnsMayBeMeasures(SparkSession spark, @TempDir Path folder) throws IOException {
        String mapping =
                """
                {"cells": {"indicator": "goods_trade", "ref_area": "{c}", "unit_measure": "USD",
                  "time_period": "{y}", "obs_value": "{value}"},
                 "wide": [{"columns": "exports", "cells": {"flow": "X", "valuation": "FOB"}},
                          {"columns": "imports", "cells": {"flow": "M", "valuation": "CIF"}}]}
                """;
        assertThat(read(
                        spark,
                        folder,
                        mapping,
                        "c,y,exports,imports\nKAZ,2024,7,8\n",
                        "flow",
                        "valuation",
                        "obs_value"))
                .containsExactly("M CIF 8", "X FOB 7");
    }

    @Test
    void indicatorsOfAnOfficeBringTheirCellsAndUnknownOnesKeepTheirName(SparkSession spark, @TempDir Path folder)
            throws IOException {
        String mapping =
                """
                {"cells": {"indicator": {"text": "{code}", "indicators": "WB"}, "ref_area": "{c}",
                  "unit_measure": "PURE", "time_period": "{y}", "obs_value": "{v}"}}
                """;
        assertThat(read(
                        spark,
                        folder,
                        mapping,
                        "c,code,y,v\nKAZ,BX.GSR,2024,7\nKAZ,SP.POP,2024,8\n",
                        "indicator",
                        "flow",
                        "unit_measure"))
                .containsExactly("WB:SP_POP - PURE", "services_trade X USD");
    }

    @Test
    void otherDelimitersLeadingLinesAndCharacterSetsAreRead(SparkSession spark, @TempDir Path folder)
            throws IOException {
        String mapping =
                """
                {"cells": {"indicator": "gdp", "ref_area": {"text": "{страна}", "map": {"Казахстан": "KAZ"}},
                  "unit_measure": "USD", "time_period": "{год}", "obs_value": "{млн}"},
                 "csv": {"delimiter": ";", "skip_lines": 2, "encoding": "windows-1251"}}
                """;
        String text = "Отчёт;\n;\nстрана;год;млн\nКазахстан;2024;\"1,5\"\n";
        assertThat(read(
                        spark,
                        folder,
                        mapping,
                        text.getBytes(Charset.forName("windows-1251")),
                        "line",
                        "ref_area",
                        "obs_value"))
                .containsExactly("4 KAZ 1,5");
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedWithPlaceProblemAndRemedy(SparkSession spark, @TempDir Path folder)
            throws IOException {
        assertThat(refusal(spark, folder, LONG, "country,flow\nKazakhstan,export\n"))
                .hasMessageContainingAll("sample/sample.csv", "no column", "Found: country, flow", "Mend \"mapping\"");
        assertThat(refusal(spark, folder, LONG.replace("area/name", "area/nam"), LONG_HEADER.replace(';', ',')))
                .hasMessageContaining("the codes 'area/nam' are not known");
        assertThat(refusal(spark, folder, "{}", "a\n")).hasMessageContaining("says nothing of 'indicator'");
        assertThat(refusal(spark, folder, "{\"cell\": {}}", "a\n")).hasMessageContaining("part 'cell'");
        assertThat(refusal(spark, folder, "{\"cells\": {\"colour\": \"red\"}}", "a\n"))
                .hasMessageContainingAll("cell 'colour'", "Cells are: indicator");
        assertThat(refusal(spark, folder, "{\"wide\": \"(\"}", "a\n")).hasMessageContaining("regular expression");
        assertThat(refusal(spark, folder, "{\"csv\": {\"encoding\": \"klingon\"}}", "a\n"))
                .hasMessageContaining("encoding 'klingon'");
    }

    private static List<String> read(SparkSession spark, Path folder, String mapping, String text, String... columns)
            throws IOException {
        return read(spark, folder, mapping, text.getBytes(StandardCharsets.UTF_8), columns);
    }

    private static List<String> read(SparkSession spark, Path folder, String mapping, byte[] text, String... columns)
            throws IOException {
        DatasetManifest dataset = dataset(folder, mapping, text);
        MappedCsv format = new MappedCsv();
        format.check(spark, dataset, CODES);
        return Rows.lines(RawCells.read(spark, format, dataset, CODES), columns);
    }

    private static UserError refusal(SparkSession spark, Path folder, String mapping, String text) throws IOException {
        return catchThrowableOfType(UserError.class, () -> new MappedCsv()
                .check(spark, dataset(folder, mapping, text.getBytes(StandardCharsets.UTF_8)), CODES));
    }

    private static DatasetManifest dataset(Path folder, String mapping, byte[] text) throws IOException {
        Path file = folder.resolve("sample.csv");
        Files.write(file, text);
        String manifest = SampleDataset.manifest("sample", "csv", "sample.csv", SampleDataset.sha256(file));
        return DatasetManifest.parse(
                folder.toString(),
                manifest.replaceFirst("\\{", "{\"mapping\": " + Matcher.quoteReplacement(mapping) + ","));
    }
}
