package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.RawRow;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapper;
import silkline.source.mapping.Mapping;

class SdmxConceptsTest {
    private static final Mapping NO_MAPPING = Mapping.parse("test", "");
    private static final CodeLists CODES = CodeLists.of(
            Map.of("area", Set.of("KAZ", "WLD")),
            Map.of(
                    "area/any", Map.of("KZ", "KAZ", "W0", "WLD"),
                    "freq", Map.of("A", "A"),
                    "unit", Map.of("USD", "USD"),
                    "obs_status", Map.of("A", "A", "e", "E")),
            Map.of("IMF/TXG_FOB_USD", Map.of("indicator", "goods_trade", "flow", "X", "unit_measure", "USD")));

    @Test
    void knownConceptsBecomeCellsAndAllOthersTheIndicator() {
        assertThat(read(
                        "BIS:XTD(1.0)",
                        "FREQ,REF_AREA,COUNTERPART_AREA,ITEM,SECTOR,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
                        "FREQ,REF_AREA,COUNTERPART_AREA,ITEM,SECTOR,UNIT_MEASURE",
                        "A,KZ,W0,GS,1.2,USD,6,2024,5,e"))
                .containsExactly("SDMX:XTD:GS:1%2E2 A KAZ - WLD - USD 6 2024 5 E");
    }

    @Test
    void seriesThatDifferInACodeWithoutACounterpartStayApart() {
        String columns = "FREQ,REF_AREA,ADJUSTMENT,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE";
        String dimensions = "FREQ,REF_AREA,ADJUSTMENT,UNIT_MEASURE";
        assertThat(read("X:F", columns, dimensions, "A,KZ,N,USD,2024,1", "A,KZ,Y,USD,2024,2", "A,KZ,W,USD,2024,3"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("SDMX:F", "SDMX:F:ADJUSTMENT=Y", "SDMX:F:ADJUSTMENT=W");
    }

    @Test
    void anAgencysIndicatorThatIsOursBecomesItUnlessAnotherDimensionNarrowsIt() {
        String columns = "REF_AREA,INDICATOR,SECTOR,TIME_PERIOD,OBS_VALUE";
        String dimensions = "REF_AREA,INDICATOR,SECTOR";
        assertThat(read(
                        "IMF.STA:IMTS(1.0)",
                        columns,
                        dimensions,
                        "KZ,TXG_FOB_USD,_T,2024,1",
                        "KZ,TXG_FOB_USD,S13,2024,2"))
                .containsExactly(
                        "goods_trade - KAZ X - - USD - 2024 1 -", "SDMX:IMTS:TXG_FOB_USD:S13 - KAZ - - - - - 2024 2 -");
    }

    @Test
    void rowsMayNameTheirOwnStructure() {
        assertThat(read("", "STRUCTURE_ID,REF_AREA,TIME_PERIOD,OBS_VALUE", "REF_AREA", "A:B(1.0): Name,KZ,2024,1"))
                .containsExactly("SDMX:B - KAZ - - - - - 2024 1 -");
    }

    private static List<String> read(String structure, String columns, String dimensions, String... rows) {
        List<String> names = List.of(columns.split(","));
        Iterator<NativeRow> cells = Arrays.stream(rows)
                .map(row -> NativeRow.of(1, row.split(",", -1), () -> row))
                .iterator();
        SdmxConcepts concepts = SdmxConcepts.of(names, List.of(dimensions.split(",")), structure, CODES, NO_MAPPING);
        Iterator<RawRow> read =
                Mapper.map(concepts.mapping(), concepts.rows(new NativeRows(names, cells)), CODES, "d", "f");
        List<String> lines = new ArrayList<>();
        read.forEachRemaining(row -> lines.add(row.isBroken() ? row.problem() : line(row)));
        return lines;
    }

    private static String line(RawRow row) {
        return Arrays.stream(
                        "indicator freq ref_area flow counterpart_area product unit_measure unit_mult time_period obs_value obs_status"
                                .split(" "))
                .map(name -> row.cell(Cell.named(name).orElseThrow()))
                .map(text -> text == null || text.isEmpty() ? "-" : text)
                .reduce((one, two) -> one + " " + two)
                .orElseThrow();
    }
}
