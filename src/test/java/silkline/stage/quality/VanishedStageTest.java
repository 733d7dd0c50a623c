package silkline.stage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.Observed.RUN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.quality.Expectations;
import silkline.quality.Rule;
import silkline.quality.RuleResult;
import silkline.quality.Tally;
import silkline.testing.Observed;
import silkline.testing.SparkTest;

/** What a newer release leaves out although it has the series around it. */
@SparkTest
class VanishedStageTest {
    private static final Map<String, Expectations> EXPECTED = Map.of("sample", Expectations.DEFAULT);

    @Test
    void observationsThatTheNewestReleaseLeavesOutAreTold(SparkSession spark) {
        Observed known = Observed.of(
                spark,
                "KAZ X WLD 2019 1 published=2024-01-01", // before the first period of the release
                "KAZ X WLD 2020 1 published=2024-01-01",
                "KAZ X WLD 2021 2 published=2024-01-01", // left out
                "KAZ X WLD 2022 3 published=2024-01-01", // was withdrawn before
                "KAZ X WLD 2022 - published=2024-06-01 status=deleted",
                "KAZ X WLD 2023 4 published=2024-01-01", // left out
                "KAZ X WLD 2024 5 published=2026-01-01", // known from a later release only
                "KAZ M WLD 2021 6 published=2024-01-01", // as it was
                "KGZ X WLD 2021 7 published=2024-01-01", // a series that the release does not have
                "UZB X WLD 2021 8 published=2024-01-01 dataset=other");
        Dataset<Row> read = Observed.of(
                        spark,
                        "KAZ X WLD 2020 1 published=2025-01-01",
                        "KAZ X WLD 2021 9 published=2023-01-01", // not of the newest release
                        "KAZ X WLD 2025 6 published=2025-01-01",
                        "KAZ M WLD 2021 6 published=2025-01-01")
                .observations()
                .selectExpr("*", "'sample' AS dataset_id", "'unchanged' AS outcome");

        Tally tally = new Tally(EXPECTED);
        VanishedStage.tallies(
                        read,
                        known.observations(),
                        known.series(),
                        Map.of("sample", LocalDate.of(2025, 1, 1)),
                        EXPECTED,
                        RUN)
                .collectAsList()
                .forEach(tally::add);
        List<RuleResult> results = tally.results(LocalDate.of(2026, 1, 1));
        RuleResult vanished = results.stream()
                .filter(r -> r.rule() == Rule.VANISHED)
                .findFirst()
                .orElseThrow();

        assertThat(vanished.checked()).isEqualTo(2);
        assertThat(vanished.broken()).isEqualTo(1);
        assertThat(vanished.examples())
                .extracting(example -> example.text())
                .containsExactly("goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.sample: "
                        + "2 from 2021 to 2023 are not in the release of 2025-01-01");
    }
}
