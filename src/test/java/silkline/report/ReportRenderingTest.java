package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import silkline.report.json.JsonSummary;
import silkline.report.markdown.MarkdownReport;
import silkline.report.page.HtmlReport;
import silkline.testing.Golden;

class ReportRenderingTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Report report = SampleReport.report();

    @Test
    void theMarkdownIsAsReviewed() {
        Golden.assertMatches("report/report.md", MarkdownReport.render(report));
    }

    @Test
    void theSummaryIsAsReviewed() {
        Golden.assertMatches("report/summary.json", JsonSummary.render(report));
    }

    @Test
    void thePageIsAsReviewed() {
        Golden.assertMatches("report/report.html", HtmlReport.render(report, "/* chart library */"));
    }

    @Test
    void equalReportsGiveEqualBytes() {
        assertThat(HtmlReport.render(SampleReport.report())).isEqualTo(HtmlReport.render(report));
        assertThat(MarkdownReport.render(SampleReport.report())).isEqualTo(MarkdownReport.render(report));
        assertThat(JsonSummary.render(SampleReport.report())).isEqualTo(JsonSummary.render(report));
    }

    @Test
    void everyFigureIsInTheSummaryOnce() throws Exception {
        JsonNode figures = STRICT.readTree(JsonSummary.render(report)).get("figures");
        List<String> keys = new ArrayList<>();
        figures.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyElementsOf(report.figures().keySet()).hasSizeGreaterThan(50);
    }

    @Test
    void everyFigureOfTheSummaryIsOnThePage() {
        String page = HtmlReport.render(report, "");
        assertThat(report.figures().keySet()).allSatisfy(key -> assertThat(page).contains("data-key=\"" + key + "\""));
    }

    @Test
    void valuesReadBackAsTheSameDoubles() throws Exception {
        JsonNode figures = STRICT.readTree(JsonSummary.render(report)).get("figures");
        report.figures().values().stream().filter(Figure::isKnown).forEach(f -> assertThat(
                        figures.get(f.key()).get("value").asDouble())
                .isEqualTo(f.value()));
    }

    @Test
    void anUnboundedEndIsNullInTheSummary() throws Exception {
        JsonNode figure = STRICT.readTree(JsonSummary.render(report)).at("/figures/claim~1004-02~1stated_high");
        assertThat(figure.get("value").isNull()).isTrue();
    }

    @Test
    void oneKeyCannotMeanTwoFigures() {
        List<Report.Finding> findings = List.of(
                new Report.Finding("a", "A.", List.of(Figure.of("k", 1, "USD"))),
                new Report.Finding("b", "B.", List.of(Figure.of("k", 2, "USD"))));
        assertThatThrownBy(() -> new Report("T", report.run(), findings, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("One key, two figures");
    }
}
