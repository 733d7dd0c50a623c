package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.gold.ClaimCheckTable;
import silkline.table.gold.ClaimVerdictTable;
import silkline.table.gold.ConversionTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.ShareTable;
import silkline.table.gold.TargetTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.QuarantineTable;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** The figures that the datasets of the repository must lead to; each was looked up in its source. */
@SparkTest
class ShippedDatasetsTest {
    private static final String ICT_OF_KAZAKHSTAN = "ict_services_exports.A.KAZ.X.WLD.EBOPS:SI.USD._Z.V.N.bop.wdi";
    /** As printed with one digit after the point. */
    private static final Offset<Double> TENTH_OF_A_PERCENT = Offset.offset(0.0005);

    private static final Percentage ROUNDED = withPercentage(0.5);

    private Lake lake;
    private JsonNode summary;
    private Cli.Result result;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path folder) throws IOException {
        Path reports = folder.resolve("reports");
        result = Cli.execute("run", "--datasets", "datasets", "--lake", folder.resolve("lake"), "--out", reports);
        assertThat(result.exitCode()).as(result.err()).isZero();
        lake = Lake.at(spark, folder.resolve("lake").toString(), "", Lake.Writing.DRY_RUN);
        summary = new ObjectMapper().readTree(reports.resolve("summary.json").toFile());
    }

    private List<Row> rows(TableSpec table, String condition) {
        return lake.read(table).where(condition).collectAsList();
    }

    private double only(TableSpec table, String condition, String column) {
        List<Row> rows = rows(table, condition);
        assertThat(rows).as("%s where %s", table, condition).hasSize(1);
        return rows.get(0).<Double>getAs(column);
    }

    private double figure(String key) {
        JsonNode figure = summary.get("figures").get(key);
        assertThat(figure).as(key).isNotNull();
        return figure.get("value").asDouble();
    }

    private String verdict(String claim) {
        return rows(ClaimVerdictTable.SPEC, "claim_id = '%s'".formatted(claim))
                .get(0)
                .getAs("verdict");
    }

    @Test
    void noRowIsRefused() {
        assertThat(rows(QuarantineTable.SPEC, "true")).isEmpty();
        assertThat(result.facts().get("rows_quarantined").asLong()).isZero();
    }

    @Test
    void exportsOfIctServicesOfKazakhstanGrewBy18Point5PercentInTheDatedVintage() {
        String year = "series_id = '%s' AND time_period = '2024'".formatted(ICT_OF_KAZAKHSTAN);
        assertThat(only(GrowthTable.SPEC, year, GrowthTable.POP_RATIO)).isCloseTo(0.185, TENTH_OF_A_PERCENT);
        assertThat(only(GrowthTable.SPEC, year, ObservationTable.OBS_VALUE)).isCloseTo(855.3e6, Offset.offset(0.05e6));
        assertThat(only(GrowthTable.SPEC, year, GrowthTable.PREVIOUS_VALUE)).isCloseTo(722.0e6, Offset.offset(0.05e6));
    }

    @Test
    void theTengeOfAYearAreDividedByItsAverageRate() {
        String year = "series_id LIKE 'gdp.A.KAZ.%.wdi' AND time_period = '2023'";
        assertThat(only(ConversionTable.SPEC, year, ConversionTable.RATE)).isCloseTo(456.165, Offset.offset(1e-9));
        // 119,442,289.7 million tenge; the World Bank itself publishes 261.8 billion dollars
        assertThat(only(ConversionTable.SPEC, year, ConversionTable.USD_VALUE))
                .isCloseTo(261.84e9, Offset.offset(0.01e9));
        assertThat(rows(ConversionTable.SPEC, "reason = 'RATE_MISSING' AND time_period LIKE '%/P%'"))
                .isNotEmpty();
    }

    @Test
    void theOtherVintageSays20Point3PercentAndBothAreShown() {
        Dataset<Row> targets = lake.read(TargetTable.SPEC).where("claim_id = '003-13'");
        assertThat(Rows.<Double>values(targets.where("vintage = '2026-04-08'"), TargetTable.LAST_GROWTH_RATIO))
                .singleElement()
                .satisfies(ratio -> assertThat(ratio).isCloseTo(0.185, TENTH_OF_A_PERCENT));
        assertThat(Rows.<Double>values(targets.where("vintage <> '2026-04-08'"), TargetTable.LAST_GROWTH_RATIO))
                .singleElement()
                .satisfies(ratio -> assertThat(ratio).isCloseTo(0.203, TENTH_OF_A_PERCENT));
        assertThat(figure("claim/003-13/target/1/last_growth_ratio")).isCloseTo(0.185, TENTH_OF_A_PERCENT);
        assertThat(figure("claim/003-13/target/2/last_growth_ratio")).isCloseTo(0.203, TENTH_OF_A_PERCENT);
    }

    @Test
    void oneBillionBy2026NeedsAbout8Point1PercentAYear() {
        assertThat(only(
                        TargetTable.SPEC,
                        "claim_id = '003-13' AND vintage = '2026-04-08'",
                        TargetTable.REQUIRED_CAGR_RATIO))
                .isCloseTo(0.081, TENTH_OF_A_PERCENT);
        assertThat(figure("claim/003-13/target/1/required_cagr_ratio")).isCloseTo(0.081, TENTH_OF_A_PERCENT);
        assertThat(verdict("003-13")).isEqualTo("open");
    }

    @Test
    void theUnitedStatesShareOfKyrgyzExportsIsImplied() {
        assertThat(figure("claim/000-4/implied_part")).isCloseTo(52e6, ROUNDED);
        assertThat(figure("claim/000-1/implied_base")).isCloseTo(1.16e6, ROUNDED);
    }

    @Test
    void twiceTheHalfYearIsLessThanOverOneBillion() {
        assertThat(figure("claim/004-3/implied_year")).isCloseTo(928e6, ROUNDED);
        assertThat(figure("claim/004-3/implied_year")).isLessThan(1e9);
        assertThat(rows(ClaimVerdictTable.SPEC, "claim_id = '004-3'").get(0).<String>getAs("explanation"))
                .contains("928.0 million USD", "falls outside");
    }

    @Test
    void growthOfUzbekistanAboveSixPercentIsSupported() {
        assertThat(verdict("001-3")).isEqualTo("supported");
        assertThat(figure("claim/001-3/check/1/official")).isCloseTo(0.067, TENTH_OF_A_PERCENT);
    }

    @Test
    void turnoverOfKazakhstanWithSpecaIsThatOfItsTwoSources() {
        String speca =
                "ref_area = 'KAZ' AND flow = 'T' AND member = 'SPECA' AND indicator = 'goods_trade' AND freq = 'A'";
        assertThat(only(ShareTable.SPEC, speca + " AND dataset_id = 'imf-dots' AND time_period = '2020'", "value"))
                .isCloseTo(5.36e9, ROUNDED);
        assertThat(only(ShareTable.SPEC, speca + " AND dataset_id = 'kaz-bns' AND time_period = '2022'", "value"))
                .isCloseTo(9.44e9, ROUNDED);
        assertThat(figure("share/imf-dots/goods_trade/KAZ/T/SPECA/2020/value")).isCloseTo(5.36e9, ROUNDED);
        assertThat(figure("share/kaz-bns/goods_trade/KAZ/T/SPECA/2022/value")).isCloseTo(9.44e9, ROUNDED);
    }

    @Test
    void turnoverOfKazakhstanAndTajikistanAboveOneBillionIsSupportedByBothSides() {
        List<Row> checks =
                rows(ClaimCheckTable.SPEC, "claim_id = '004-2' AND time_period = '2023' AND verdict = 'supported'");
        assertThat(checks)
                .extracting(row -> row.<String>getAs(ClaimCheckTable.READING))
                .contains("as reported by KAZ", "as seen by its partner TJK");
        assertThat(checks)
                .extracting(row -> Math.round(row.<Double>getAs(ClaimCheckTable.OFFICIAL) / 1e6))
                .contains(1130L, 1149L);
        assertThat(verdict("004-2")).isEqualTo("supported");
    }

    @Test
    void doublingIsNotComparedWithAValueInDollars() {
        assertThat(rows(ClaimCheckTable.SPEC, "claim_id = '003-5' AND gap_ratio IS NOT NULL"))
                .allSatisfy(row ->
                        assertThat(row.<Double>getAs(ClaimCheckTable.GAP_RATIO)).isBetween(-1.0, 100.0));
        assertThat(figure("claim/003-5/implied_target")).isCloseTo(20e9, ROUNDED);
    }

    @Test
    void theArticleWithoutAFigureHasItsOwnVerdict() {
        assertThat(rows(ClaimVerdictTable.SPEC, "verdict = 'no_claim'"))
                .extracting(row -> row.<String>getAs("article_id"))
                .containsExactly("article-002");
    }

    @Test
    void everyClaimHasAVerdictAndASentence() {
        assertThat(rows(ClaimVerdictTable.SPEC, "true"))
                .hasSize(32)
                .allSatisfy(row -> assertThat(row.<String>getAs("explanation")).isNotBlank());
    }

    @Test
    void noFigureIsAnExcuseForNone() {
        summary.get("findings")
                .forEach(finding ->
                        assertThat(finding.get("sentence").asText()).doesNotContain("NaN", "null", "Infinity"));
    }
}
