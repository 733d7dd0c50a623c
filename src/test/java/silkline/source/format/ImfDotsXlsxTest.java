package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class ImfDotsXlsxTest {
    private static final ImfDotsXlsx FORMAT = new ImfDotsXlsx();
    private static final String SHEET = "xl/worksheets/sheet2.xml";
    private static final String DATA = "<sheetData>";

    @Test
    void bothSheetsAreReadWithTheirUnitAndEstimates() {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("imf-dots-xlsx/small.xlsx"));
        assertThat(found.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2019 400000.0 A",
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2020 4.694869E10 A",
                        "goods_trade.A.KAZ.X.BEL.TOTAL.USD.FOB.V.N.customs 2019 1.328E7 E",
                        "goods_trade.A.KAZ.M.WLD.TOTAL.USD.CIF.V.N.customs 2020 1.2345E9 E",
                        "goods_trade.A.KAZ.M.UZB.TOTAL.USD.CIF.V.N.customs 2020 7.729E8 A");
    }

    @Test
    void cellsThatMakeNoSenseAreCountedWithTheRowOfTheirSheet() {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("imf-dots-xlsx/small.xlsx"));
        assertThat(found.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 2, "CELLS", 1));
        assertThat(found.problems().get(0)).startsWith("10 UNKNOWN_CODE counterpart_area 'Atlantis'");
        assertThat(found.problems().get(1)).isEqualTo("9 CELLS a value without partner or year");
        assertThat(found.problems().get(2)).startsWith("10 UNKNOWN_CODE obs_status 'q'");
    }

    @ParameterizedTest
    @CsvSource({
        "DOTS_1.xlsx, 6133, AFG.X.WLD, 2020 7.76722236E8 A",
        "DOTS_1.xlsx, 6133, AFG.X.BEL, 1997 1.328E7 E",
        "DOTS_103.xlsx, 7966, KAZ.X.AUS, 1995 100000.0 A",
        "DOTS_109.xlsx, 5225, KGZ.X.AUS, 2001 6999.0 A",
        "DOTS_13.xlsx, 6793, AZE.X.AUS, 1992 2994100.0 A",
        "DOTS_192.xlsx, 4897, TJK.X.AUS, 1993 9600.0 A",
        "DOTS_201.xlsx, 4829, TKM.M.WLD, 2020 3.241931381E9 A",
        "DOTS_210.xlsx, 5133, UZB.X.AUS, 1993 10000.0 E",
    })
    void everyCellOfTheOfficialFilesIsAcceptedButThoseOfAustraliaThatStandTwice(
            String file, int cells, String areas, String observation) {
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample("imf-dots-xlsx/" + file));
        assertThat(found.problems()).allMatch(problem -> problem.startsWith("32 LEFT_OUT repeats is 'row 8'"));
        assertThat(found.accepted()).doesNotHaveDuplicates();
        assertThat(found.accepted().size() + found.problems().size()).isEqualTo(cells);
        assertThat(found.one(areas + ".", observation)).endsWith(observation);
    }

    @Test
    void anotherWorkbookIsRefused() throws IOException {
        assertThat(refusal(spoilt("xl/sharedStrings.xml", "Exports, FOB to", "Turnover, FOB to")))
                .contains("is not the IMF's workbook of trade by country", "'Turnover, FOB to Partner Countries'")
                .contains("save the sheet as CSV with a mapping");
        assertThat(refusal(spoilt("xl/sharedStrings.xml", "<t>2019", "<t>first")))
                .contains("is headed 'first', which is no period");
        assertThat(refusal(TreeFiles.sample("cbu-uz-policy-rate-xlsx/cbu-policy-rate-dynamics-asosiy_stavka.xlsx")))
                .contains("is not the IMF's workbook");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .contains("is not an .xlsx workbook that can be read", "save it as .xlsx");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .contains("workbook of Excel 97 (.xls)", "save it as .xlsx, or as CSV with a mapping");
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItWouldReach() throws IOException {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        assertThat(refusal(spoilt(SHEET, declaration, declaration + external))).contains("has a document type");
    }

    @Test
    void aWorkbookThatUnpacksToAHugeOneIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/media/image.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(3 << 20);
        assertThat(refusal(bytes.toByteArray())).contains("too large for a workbook: more than 256 MB once unpacked");
    }

    @Test
    void aCellThatExcelCannotHaveIsRefused() throws IOException {
        assertThat(refusal(spoilt(SHEET, DATA, DATA + "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")))
                .contains("has a cell 'ZZZZZZ1'");
    }

    @Test
    void aWorkbookThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(FormatSamples.own("imf-dots-xlsx/small.xlsx"));
        for (int length = 1; length < whole.length; length += 97) {
            assertThat(refusal(Arrays.copyOf(whole, length))).contains("sample/");
        }
    }

    private static String refusal(byte[] content) {
        return TreeFiles.refusal(FORMAT, "small.xlsx", content);
    }

    private static String refusal(Path file) {
        return TreeFiles.refusal(FORMAT, file);
    }

    /** The small workbook with one text of one part replaced. */
    private static byte[] spoilt(String part, String text, String by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(
                        FormatSamples.own("imf-dots-xlsx/small.xlsx").toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : from.stream().toList()) {
                String content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals(part)) {
                    assertThat(content).contains(text);
                    content = content.replace(text, by);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
