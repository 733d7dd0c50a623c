package silkline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.CodeLists;
import silkline.testing.SparkTest;

/** Every area that occurs in files of the offices is known; runs only where the files lie beside the checkout. */
@SparkTest
class OfficialAreasTest {
    private static final Path SHARED = Path.of("../shared/data");

    private CodeLists codes;

    @BeforeAll
    void load(SparkSession spark) {
        codes = ReferenceData.load(spark, "datasets").codes();
    }

    @ParameterizedTest
    @CsvSource({
        "official/imf-dots/dots_annual_world_matrix_1990_2020.csv.gz, area/imf, reporter_name",
        "official/imf-dots/dots_annual_world_matrix_1990_2020.csv.gz, area/imf, partner_name",
        "official/imf-dots/dots_annual_core_reporters_all_partners.csv.gz, area/imf, partner_name",
        "official/imf-dots/dots_annual_core_bilateral.csv, area/imf, reporter_iso3",
        "official/kaz-bns/kaz_goods_trade_by_country_bns_2018_2023.csv, area/bns, partner_name_ru",
        "official/uzstat/siat_sdmx_data_1105.csv, area/siat, Code",
        "official/uzstat/siat_sdmx_data_1105.csv, area/siat, Klassifikator",
        "official/uzstat/siat_sdmx_data_1176.csv, area/siat, Klassifikator_ru",
        "official/uzstat/siat_sdmx_data_1176.csv, area/siat, Klassifikator_en",
        "official/uzstat/uz_trade_by_partner_goods_and_services_siat_2010_2023.csv, area/siat, partner_name",
        "official/un-comtrade/eu27_imports_from_speca_hs4_2018_2022.csv, area/comtrade, reporter_iso",
        "official/un-comtrade/eu27_imports_from_speca_hs4_2018_2022.csv, area/name, partner_desc",
        "official/un-comtrade/hs2_by_partner_subregion_afg_aze.csv.gz, area/name, partner_subregion",
        "official/wits/DataJobID-3075788_3075788_chinaWorldImports.csv, area/wits, ReporterISO3",
        "official/cepii-baci/baci_afg_exports_hs6_2020.csv, area/baci, j",
        "official/classifications/comtrade-partners.csv, area/comtrade, PartnerCode",
        "official/classifications/comtrade-partners.csv, area/name, PartnerDesc",
        "official/classifications/comtrade-reporters.csv, area/comtrade, reporterCode",
        "official/classifications/country-codes.csv, area/iso2, ISO3166-1-Alpha-2",
        "official/classifications/unsd-m49-en.csv, area/m49, M49 Code",
        "official/classifications/unsd-m49-en.csv, area/name, Country or Area",
        "official/classifications/iso-3166_all.csv, area/any, name",
        "official/atlas/world_exports_country_hs4_2016_countries.csv, area/any, iso3",
        "formats/cepii-baci/country_codes_V202501.csv, area/baci, country_code",
        "formats/cepii-baci/country_codes_V202501.csv, area/name, country_name",
        "formats/cepii-baci/baci_85_only.csv, area/baci, i",
        "formats/imf-dataportal-imts-csv/imf_trade_dots_excerpt.csv, area/imf, COUNTRY.ID",
        "formats/imf-dataportal-imts-csv/imf_trade_dots_excerpt.csv, area/imf, COUNTERPART_COUNTRY.ID",
        "formats/un-comtrade-legacy-bulk-csv/h3_china_india.csv, area/comtrade, Partner Code",
        "formats/un-comtrade-plus-csv/comtradr_vignette_data_10_bulk.csv, area/comtrade, partnerCode",
        "formats/un-comtrade-plus-csv/comtradr_vignette_data_3.csv, area/comtrade, partnerISO",
        "formats/wits-datajob-csv/DataJobID-3082405_3082405_tii.csv, area/wits, ReporterISO3",
        "formats/wits-datajob-csv/DataJobID-3082405_3082405_tii.csv, area/wits, PartnerISO3",
        "formats/worldbank-databank-export-csv/WDICSV.csv, area/worldbank, Country Code",
        "formats/worldbank-wdi-bulk-csv/FP.CPI.TOTL.ZG.csv, area/worldbank, Country Code",
        "formats/worldbank-wdi-bulk-csv/WDICountry.csv, area/worldbank, Country Code",
        "formats/worldbank-wdi-bulk-csv/WDICountry.csv, area/worldbank, WB-2 code",
        "formats/worldbank-wdi-bulk-csv/FP.CPI.TOTL.ZG.csv, area/worldbank, Country Name",
    })
    void everyAreaIsKnown(String file, String system, String column) throws IOException {
        Path path = SHARED.resolve(file);
        assumeTrue(path.toFile().exists(), () -> path + " is not beside this checkout");
        Set<String> unknown = new TreeSet<>();
        int rows = 0;
        try (InputStream bytes = java.nio.file.Files.newInputStream(path);
                Reader text = Files.text(file, bytes);
                CSVParser parser = Csv.FORMAT
                        .builder()
                        .setAllowMissingColumnNames(true)
                        .get()
                        .parse(text)) {
            for (CSVRecord row : parser) {
                rows++;
                if (row.isSet(column)
                        && !row.get(column).isBlank()
                        && codes.translate(system, row.get(column).strip()).isEmpty()) {
                    unknown.add(row.get(column));
                }
            }
        }
        assertThat(rows).isPositive();
        assertThat(unknown).isEmpty();
    }
}
