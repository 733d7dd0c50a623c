package silkline.report.since;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import silkline.report.Report;
import silkline.report.SampleReport;
import silkline.report.json.JsonSummary;
import silkline.report.since.Comparison.FigureChange;
import silkline.report.since.Comparison.VerdictChange;

class ComparisonTest {
    private static final Report.Run RUN = new Report.Run("r", "2026-01-01T00:00:00Z", "1", "", "lake");

    private static PrintedReport printed(Map<String, Double> values, Map<String, String> verdicts) {
        Map<String, String> units = new TreeMap<>();
        values.keySet().forEach(key -> units.put(key, "RATIO"));
        return new PrintedReport(RUN, values, units, verdicts);
    }

    private static Comparison of(Map<String, Double> before, Map<String, Double> now) {
        return Comparison.of(printed(before, Map.of()), printed(now, Map.of()));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Report report = SampleReport.report();
        assertThat(PrintedReport.parse(JsonSummary.render(report))).contains(PrintedReport.of(report));
        assertThat(PrintedReport.of(report).verdicts()).isNotEmpty();
        assertThat(PrintedReport.parse("")).isEmpty();
        assertThat(PrintedReport.parse("{\"schema_version\": 1, ")).isEmpty();
        assertThat(PrintedReport.parse("{\"schema_version\": 0}")).isEmpty();
        assertThat(PrintedReport.parse("{\"schema_version\": 1, \"run\": {\"finished_at\": \"yesterday\"}}"))
                .isEmpty();
    }

    @Test
    void aReportDoesNotDifferFromItself() {
        Map<String, Double> values = Map.of("growth/s/2024/yoy_ratio", 0.1, "claim/1/stated/high", Double.NaN);
        assertThat(of(values, values).isEmpty()).isTrue();
        assertThat(of(Map.of("growth/s/2024/yoy_ratio", 0.1), Map.of("growth/s/2024/yoy_ratio", 0.1 + 1e-8))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void figuresThatCountRowsAreNotCompared() {
        assertThat(of(Map.of("dataset/a/b/rows_read", 1.0), Map.of("dataset/a/b/rows_read", 2.0))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theLargestChangeComesFirstAndClaimsBeforeAll() {
        Comparison comparison = of(
                Map.of(
                        "growth/s/2023/yoy_ratio", 0.1,
                        "growth/s/2024/yoy_ratio", 0.1,
                        "claim/1/implied_base", 10.0),
                Map.of(
                        "growth/s/2023/yoy_ratio", 0.11,
                        "growth/s/2024/yoy_ratio", 0.2,
                        "claim/1/implied_base", 10.1));
        assertThat(comparison.figures())
                .extracting(FigureChange::key)
                .containsExactly("claim/1/implied_base", "growth/s/2024/yoy_ratio", "growth/s/2023/yoy_ratio");
        assertThat(comparison.changed()).isEqualTo(3);
        assertThat(comparison.added()).isZero();
    }

    @Test
    void aFigureOfALaterPeriodFollowsTheOneThatItReplaces() {
        Comparison comparison = of(
                Map.of("growth_window/s/2013/2023/cagr_ratio", 0.1, "share/d/i/KAZ/X/CHN/2024-01/P5M/value", 1.0),
                Map.of("growth_window/s/2014/2024/cagr_ratio", 0.1, "share/d/i/KAZ/X/CHN/2025-01/P5M/value", 2.0));
        assertThat(comparison.figures())
                .containsExactly(
                        new FigureChange(
                                "growth_window/s/2014/2024/cagr_ratio", "growth_window/s/2013/2023/cagr_ratio"),
                        new FigureChange(
                                "share/d/i/KAZ/X/CHN/2025-01/P5M/value", "share/d/i/KAZ/X/CHN/2024-01/P5M/value"));
        assertThat(comparison.gone()).isZero();
    }

    @Test
    void amongSeveralPeriodsNoneFollowsAnother() {
        Comparison comparison = of(
                Map.of("growth/s/2021/yoy_ratio", 0.1, "growth/s/2022/yoy_ratio", 0.1),
                Map.of("growth/s/2023/yoy_ratio", 0.1, "growth/s/2022/yoy_ratio", 0.1, "growth/s/2024/yoy_ratio", 0.2));
        assertThat(comparison.figures()).allMatch(FigureChange::isNew).hasSize(2);
        assertThat(comparison.added()).isEqualTo(2);
        assertThat(comparison.gone()).isEqualTo(1);
    }

    @Test
    void aNumberThatIsMissingNowHasChanged() {
        Comparison comparison = of(Map.of("forecast/s/2025/hi80", 5.0), Map.of("forecast/s/2025/hi80", Double.NaN));
        assertThat(comparison.figures())
                .containsExactly(new FigureChange("forecast/s/2025/hi80", "forecast/s/2025/hi80"));
    }

    @Test
    void verdictsOfClaimsThatBothReportsHave() {
        Comparison comparison = Comparison.of(
                printed(Map.of(), Map.of("1", "open", "2", "supported", "4", "open")),
                printed(Map.of(), Map.of("1", "supported", "2", "supported", "3", "open")));
        assertThat(comparison.verdicts()).containsExactly(new VerdictChange("1", "open", "supported"));
    }
}
