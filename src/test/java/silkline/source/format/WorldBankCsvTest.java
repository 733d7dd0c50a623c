package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.testing.FormatSamples.Outcome;

class WorldBankCsvTest {
    private static final WorldBankCsv FORMAT = new WorldBankCsv();
    private static final String API = "API_KAZ_DS2_en_csv_v2_1.csv";
    private static final String METADATA = "Metadata_Country_API_KAZ_DS2_en_csv_v2_1.csv";

    @Test
    void apiFilesHaveLinesAboveTheirHeaderAndACommaBehindEachRow() {
        Outcome outcome = read(FORMAT, own("worldbank-csv/" + API));
        assertThat(outcome.accepted())
                .containsExactly(
                        "gdp.A.KAZ._Z._Z._Z.USD._Z.V.N._Z 2021 100.5 A",
                        "gdp.A.KAZ._Z._Z._Z.USD._Z.V.N._Z 2023 120.0 A",
                        "WB:TG_VAL_TOTL_GD_ZS.A.KAZ._Z._Z._Z.PCT._Z._Z.N._Z 2023 55.5 A",
                        "WB:XX_YY_KN.A.KAZ._Z._Z._Z.XDC._Z.L.N._Z 2021 1.0 A",
                        "WB:XX_YY_KN.A.KAZ._Z._Z._Z.XDC._Z.L.N._Z 2022 2.0 A",
                        "WB:XX_YY_KN.A.KAZ._Z._Z._Z.XDC._Z.L.N._Z 2023 3.0 A",
                        "population.A.ARB._Z._Z._Z.PERS._Z._Z.N._Z 2021 5.0 A",
                        "population.A.ARB._Z._Z._Z.PERS._Z._Z.N._Z 2022 6.0 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("NOT_A_NUMBER", 1, "UNKNOWN_CODE", 1));
    }

    @Test
    void bulkFilesBeginWithTheirHeader() {
        assertThat(read(FORMAT, own("worldbank-csv/wdi.csv")).accepted())
                .containsExactly(
                        "gdp.A.KAZ._Z._Z._Z.USD._Z.V.N._Z 2021 100.5 A",
                        "gdp_growth.A.WLD._Z._Z._Z.PCT._Z.L.N._Z 2022 3.1 A");
    }

    @Test
    void databankWritesDotsForNothingAndNotesBelow() {
        Outcome outcome = read(FORMAT, own("worldbank-csv/databank.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "WB:NY_GDP_PCAP_KD.A.KAZ._Z._Z._Z.USD._Z.L.N._Z 2021 11000.5 A",
                        "WB:SP_DYN_LE00_IN.A.EUU._Z._Z._Z.YEARS._Z._Z.N._Z 2022 80.1 A");
        assertThat(outcome.broken()).isEmpty();
    }

    @Test
    void theZipIsReadAsDownloaded(@TempDir Path folder) throws IOException {
        Path zip = zip(folder, METADATA, API);
        assertThat(read(FORMAT, zip)).isEqualTo(read(FORMAT, own("worldbank-csv/" + API)));
    }

    @Test
    void aZipWithTwoFilesOfDataIsRefused(@TempDir Path folder) throws IOException {
        assertThat(refusal(FORMAT, zip(folder, API, "wdi.csv"), "{}"))
                .contains("holds both '%s' and 'wdi.csv'; unpack it".formatted(API));
    }

    @Test
    void metadataAloneAreNoData() {
        assertThat(refusal(FORMAT, own("worldbank-csv/" + METADATA), "{}")).contains("names no file that holds data");
    }

    private static Path zip(Path folder, String... names) throws IOException {
        Path file = folder.resolve("API_KAZ.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(own("worldbank-csv/" + name)));
            }
        }
        return file;
    }

    /** Cells with a value counted, and values looked up, in the files themselves. */
    @ParameterizedTest
    @CsvSource({
        "api-csv-country/API_KAZ_DS2_en_csv_v2_18751.csv, 33810, gdp.A.KAZ._Z._Z._Z.USD._Z.V, 2023, 2.61840101059923E11",
        "api-csv-country/API_KAZ_DS2_en_csv_v2_18751.csv, 33810, WB:NY_GNP_MKTP_KN.A.KAZ._Z._Z._Z.XDC._Z.L, 2000, 4.54999563357664E12",
        "api-csv-country/API_KAZ_DS2_en_csv_v2_18751.csv, 33810, population.A.KAZ._Z._Z._Z.PERS._Z._Z, 1960, 9429981.0",
        "api-csv-indicator/API_NY.GDP.PCAP.CD_DS2_en_csv_v2_33610.csv, 14745, WB:NY_GDP_PCAP_CD.A.UZB._Z._Z._Z.USD._Z.V, 2023, 3015.97705069457",
        "wdi-bulk-csv/FP.CPI.TOTL.ZG.csv, 11182, consumer_price_growth.A.KAZ._Z._Z._Z.PCT._Z._Z, 2015, 6.67828585615244",
        "databank-export-csv/WDICSV.csv, 59853, WB:NY_GDP_PCAP_KD.A.WLD._Z._Z._Z.USD._Z.L, 1961, 3757.69357007506"
    })
    void officialFilesAreReadWhole(String file, int rows, String series, String period, String value) {
        Outcome outcome = read(FORMAT, official("formats/worldbank-" + file));
        assertThat(outcome.accepted()).hasSize(rows);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.one(series + ".N._Z " + period + " ")).endsWith(" " + value + " A");
        outcome.hasNoKeyTwice();
    }

    @Test
    void tablesAboutCountriesAreRefused() {
        assertThat(refusal(FORMAT, official("formats/worldbank-wdi-bulk-csv/WDICountry.csv"), "{}"))
                .contains("is no file of worldbank-csv");
    }
}
