package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.report.json.JsonSummary;
import silkline.report.markdown.MarkdownReport;
import silkline.report.page.HtmlReport;

/** Text from data stays text, wherever it stands. */
class HostileTextTest {
    static List<String> texts() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><img src=x onerror=alert(1)>",
                "</style>\"'><svg onload=alert(1)>",
                "<!-- ]]> ${1+1} <#stop> {{x}}",
                "a | b `c` **d** [e](javascript:alert(1)) \\| # f",
                "\u202Ereversed\u202C \u2067and isolated\u2069 \u200Fmark",
                "line\nbreak\r\n# not a heading\u0000",
                "=HYPERLINK(\"http://x\")",
                "name ".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void thePageHasNoMoreElementsThanWithHarmlessText(String text) {
        String page = HtmlReport.render(everywhere(text), "");
        String harmless = HtmlReport.render(everywhere("x"), "");
        for (String tag : List.of("<script", "</script", "<img", "<svg", "</style", "<!--", "<a ")) {
            assertThat(page.split(tag, -1)).as(tag).hasSameSizeAs(harmless.split(tag, -1));
        }
        assertThat(page).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u0000]");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theMarkdownHasNoMoreLinesCellsOrMarkup(String text) {
        String markdown = MarkdownReport.render(everywhere(text));
        String harmless = MarkdownReport.render(everywhere("x"));
        assertThat(markdown.lines()).hasSameSizeAs(harmless.lines().toList());
        assertThat(unescaped(markdown, '|')).isEqualTo(unescaped(harmless, '|'));
        assertThat(unescaped(markdown, '`')).isEqualTo(unescaped(harmless, '`'));
        assertThat(unescaped(markdown, '[')).isEqualTo(unescaped(harmless, '['));
        assertThat(unescaped(markdown, '<')).isEqualTo(unescaped(harmless, '<'));
        assertThat(markdown).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u0000]");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theSummaryKeepsItAsItIs(String text) throws Exception {
        String json = JsonSummary.render(everywhere(text));
        assertThat(new ObjectMapper().readTree(json).at("/findings/0/sentence").asText())
                .isEqualTo(text);
        assertThat(json).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u0000]");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        Report.Source source = new Report.Source("s", "t", "p", "javascript:alert(1)", "l", "");
        assertThat(source.isWeb()).isFalse();
    }

    private static int unescaped(String text, char mark) {
        return text.split("(?<!\\\\)\\Q" + mark + "\\E", -1).length;
    }

    static Report everywhere(String text) {
        Figure figure = new Figure("key " + text, 1, text, text);
        Cell value = Cell.of(figure);
        Table table = new Table(
                "t", text, List.of(Column.text(text), Column.numbers(text)), List.of(List.of(Cell.of(text), value)));
        Scale scale = new Scale(text, 0, 1);
        Chart lines = new Chart.Lines(
                "lines", text, scale, text, List.of(text), List.of(new Chart.Series(text, List.of(value))));
        Chart bars = new Chart.Bars("bars", text, scale, text, List.of(new Chart.Bar(text, Cell.missing(text))));
        Chart pairs = new Chart.Dumbbell(
                "pairs", text, text, List.of(new Chart.Pair(text, value, value, ClaimCard.Verdict.OPEN)));
        Chart fan = new Chart.Fan(
                "fan",
                text,
                scale,
                text,
                List.of(new Chart.Past(text, value)),
                List.of(new Chart.Ahead(text, figure, new Cell.Range(figure, figure), new Cell.Range(figure, figure))));
        ClaimCard claim = new ClaimCard(
                "c",
                new ClaimCard.Statement(text, text, text, text),
                text,
                ClaimCard.Verdict.DEPENDS,
                text,
                List.of(new ClaimCard.Check(text, text, text, value, value, value, ClaimCard.Verdict.DEPENDS)),
                List.of(new ClaimCard.Implied(text, figure)));
        return new Report(
                text,
                new Report.Run(text, text, text, text, text),
                List.of(new Report.Finding("key " + text, text, List.of(figure))),
                List.of(new Report.Section(
                        "s", text, text, List.of(new Note(text), table, lines, bars, pairs, fan, claim))),
                List.of(new Report.Source(text, text, text, text, text, text)));
    }
}
