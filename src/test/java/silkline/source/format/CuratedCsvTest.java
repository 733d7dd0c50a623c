package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.source.SourceFormat;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class CuratedCsvTest implements SourceFormatContract {
    private static final String HEADER = "indicator,freq,ref_area,unit_measure,time_period,obs_value";
    private static final String[] PLACE = {"line", "ref_area", "obs_value", "problem"};

    @Override
    public SourceFormat format() {
        return new CuratedCsv();
    }

    @Override
    public String fileName() {
        return "sample.csv";
    }

    @Override
    public long firstLine() {
        return 2;
    }

    @Override
    public void write(SparkSession spark, Path file, List<String> columns, List<List<String>> rows) throws IOException {
        Files.writeString(file, text(columns, rows));
    }

    static String text(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }

    private List<String> read(SparkSession spark, Path folder, String text) throws IOException {
        Files.writeString(folder.resolve(fileName()), text);
        return Rows.lines(read(spark, folder), PLACE);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn(SparkSession spark, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(fileName()), "\uFEFF" + HEADER + "\ngdp,A,KAZ,USD,2023,1\n");
        assertThat(Rows.lines(read(spark, folder), "indicator", "ref_area")).containsExactly("gdp KAZ");
    }

    @Test
    void linesMayEndAsOnWindowsAndTheLastWithoutAnEnd(SparkSession spark, @TempDir Path folder) throws IOException {
        assertThat(read(spark, folder, HEADER + "\r\ngdp,A,KAZ,USD,2023,1\r\ngdp,A,UZB,USD,2023,2"))
                .containsExactly("2 KAZ 1 ", "3 UZB 2 ");
    }

    @Test
    void quotedCellsMayHoldCommasAndLineEnds(SparkSession spark, @TempDir Path folder) throws IOException {
        String text = HEADER + ",note\ngdp,A,KAZ,USD,2023,1,\"one,\ntwo\"\ngdp,A,UZB,USD,2023,2,three\n";
        Files.writeString(folder.resolve(fileName()), text);
        assertThat(Rows.lines(read(spark, folder), "ref_area", "note")).containsExactly("KAZ one,\ntwo", "UZB three");
    }

    @Test
    void emptyLinesAreSkippedAndStillCounted(SparkSession spark, @TempDir Path folder) throws IOException {
        assertThat(read(spark, folder, HEADER + "\n\ngdp,A,KAZ,USD,2023,1\n\n")).containsExactly("3 KAZ 1 ");
    }

    @Test
    void rowsOfTooManyOrTooFewCellsAreReportedWithTheirLine(SparkSession spark, @TempDir Path folder)
            throws IOException {
        assertThat(read(spark, folder, HEADER + "\ngdp,A,KAZ,USD\ngdp,A,UZB,USD,2023,2\ngdp,A,KGZ,USD,2023,3,extra\n"))
                .containsExactly("2 - - has 4 cells, the header 6", "3 UZB 2 ", "4 - - has 7 cells, the header 6");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOnlyItsOwnLine(SparkSession spark, @TempDir Path folder) throws IOException {
        assertThat(read(
                        spark,
                        folder,
                        HEADER + "\ngdp,A,KAZ,USD,2023,1\n\"gdp,A,UZB,USD,2023,2\ngdp,A,KGZ,USD,2023,3\n"))
                .containsExactly("2 KAZ 1 ", "3 - - a quoted cell is not closed", "4 KGZ 3 ");
    }

    @Test
    void textAfterAClosingQuoteCostsOnlyItsOwnLine(SparkSession spark, @TempDir Path folder) throws IOException {
        assertThat(read(
                        spark,
                        folder,
                        HEADER + "\ngdp,A,KAZ,USD,2023,1\n\"gdp\"x,A,UZB,USD,2023,2\ngdp,A,KGZ,USD,2023,3\n"))
                .containsExactly("2 KAZ 1 ", "3 - - has text after a closing quote", "4 KGZ 3 ");
    }

    @Test
    void textThatIsNotUtf8IsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        byte[] text = (HEADER + ",note\ngdp,A,KAZ,USD,2023,1,Türkei\n").getBytes(Charset.forName("windows-1254"));
        Files.write(folder.resolve(fileName()), text);
        assertRefused(spark, folder, "is not UTF-8 text", "Save it as UTF-8");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(fileName()), HEADER + ",freq\n");
        assertRefused(spark, folder, "names the column 'freq' twice", "Rename one of them");
    }
}
