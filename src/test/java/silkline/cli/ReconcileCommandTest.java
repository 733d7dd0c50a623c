package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.explain.Explanation;
import silkline.job.Explained;
import silkline.table.Lake;
import silkline.table.gold.ForecastTable;
import silkline.testing.SparkTest;

/** Months by partner, forecast so that they add up along three dimensions at once, as the report and explanations show them. */
@SparkTest
class ReconcileCommandTest {
    private static final String SERIES = "goods_trade.M.KAZ.X.%s.TOTAL.USD._Z.V.N.customs.months";

    private static final String MANIFEST =
            """
            {"id": "months", "title": "Exports by month", "producer": "Silkline tests", "citation": "Made up for the tests.",
             "url": "", "licence": "none: the figures are made up", "accessed": "2026-01-01", "published_at": "2025-01-31",
             "format": "curated-csv", "locale": "en", "note": "Every figure is made up.", "files": [{"path": "months.csv", "sha256": "%s"}]}
            """;

    private Lake lake;
    private Explained explained;
    private String report;
    private List<String> keys;

    @BeforeAll
    void load(SparkSession spark, @TempDir Path folder) throws IOException, GeneralSecurityException {
        Path dataset = Files.createDirectories(folder.resolve("datasets/months"));
        Files.writeString(dataset.resolve("dataset.json"), MANIFEST.formatted(sha256(months())));
        Files.writeString(dataset.resolve("months.csv"), months());
        Path datasets = folder.resolve("datasets");
        Path out = folder.resolve("out");
        run(
                "run",
                "--reconcile",
                "TIME,PARTNER,GROUP",
                "--model",
                "theta",
                "--datasets",
                datasets,
                "--lake",
                folder.resolve("lake"),
                "--out",
                out);
        run("report", "--lake", folder.resolve("lake"), "--datasets", datasets, "--out", out, "--profile", "SPECA");
        Path profile = out.resolve("profiles/SPECA");
        report = Files.readString(profile.resolve("report.md"));
        JsonNode figures = new ObjectMapper()
                .readTree(Files.readString(profile.resolve("summary.json")))
                .get("figures");
        keys = new ArrayList<>();
        figures.fieldNames().forEachRemaining(keys::add);
        lake = Lake.at(spark, folder.resolve("lake").toString(), "", Lake.Writing.DRY_RUN);
        explained = new Explained(spark, datasets, folder.resolve("lake"), out);
    }

    private static String months() {
        StringBuilder csv = new StringBuilder(
                "indicator,freq,ref_area,flow,counterpart_area,product,unit_measure,prices,basis,time_period,obs_value\n");
        String line = "goods_trade,M,KAZ,X,%s,TOTAL,USD,V,customs,%d-%02d,%d%n";
        for (int month = 0; month < 56; month++) {
            int total = 0;
            for (String partner : List.of("CHN", "KGZ", "UZB", "WLD")) {
                int value = partner.equals("WLD")
                        ? total
                        : 1000 * partner.charAt(0) + 300 * (month % 12) + 997 * month * partner.charAt(1) % 5000;
                total += value;
                csv.append(line.formatted(partner, 2020 + month / 12, 1 + month % 12, value));
            }
        }
        return csv.toString();
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void run(Object... words) {
        Cli.Result result = Cli.execute(words);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void theReportShowsQuartersYearsAndGroupsAndSaysAlongWhatTheyAddUp() {
        assertThat(report)
                .contains("Made to add up with other forecasts: partners and the world, months, quarters and years.")
                .contains("Quarters and years that the forecasts add up to")
                .contains("2025-Q4")
                .contains("Groups of partners: the sum of the forecasts of their members")
                .contains("Kazakhstan: Trade in goods, exports to SPECA | 2024-09");
        assertThat(keys)
                .contains("forecast/" + SERIES.formatted("WLD") + "/2025/mean")
                .contains("forecast/" + SERIES.formatted("SPECA") + "/2024-09/mean");
    }

    /**
     * What was moved together with other series is looked up, and says so; a group is added up again, and the year under
     * way, which its own first months tell, is worked out again.
     */
    @Test
    void everyForecastOfTheReportIsExplained() {
        List<String> forecasts =
                keys.stream().filter(key -> key.startsWith("forecast/")).toList();
        List<Explanation> explanations = explained.of(forecasts);
        assertThat(explanations).hasSameSizeAs(forecasts).allSatisfy(explanation -> {
            String key = explanation.key();
            boolean isAgain = (key.contains(".SPECA.") && key.endsWith("/mean")) || key.contains("/2024/");
            assertThat(explanation.method())
                    .as(key)
                    .isEqualTo(isAgain ? Explanation.Method.RECOMPUTED : Explanation.Method.LOOKED_UP);
            assertThat(explanation.agrees()).isTrue();
        });
    }

    @Test
    void aGroupIsTheSumOfItsMembersInTheLake() {
        double members =
                sum("(series_id LIKE '%.X.KGZ.%' OR series_id LIKE '%.X.UZB.%') AND model_requested = 'years'");
        assertThat(sum("series_id LIKE '%.X.SPECA.%' AND model_requested = 'years'"))
                .isCloseTo(members, within(1e-12 * members));
    }

    private double sum(String condition) {
        return lake.read(ForecastTable.SPEC)
                .where(condition)
                .agg(Map.of("mean", "sum"))
                .first()
                .getDouble(0);
    }
}
