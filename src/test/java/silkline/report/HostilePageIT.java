package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.testing.Browser;
import silkline.testing.Tab;

/** Scripts, quotes, marks that turn the reading direction, 10,000 characters and formulas: all of it is text. */
class HostilePageIT extends PageContract {
    private static final String EVERYTHING = String.join(" ", HostileTextTest.texts());

    @Override
    String name() {
        return "hostile";
    }

    @Override
    Path page() {
        return SamplePageIT.written("hostile.html", HostileTextTest.everywhere(EVERYTHING));
    }

    @Test
    void nothingOfItBecomesAnElement() {
        Tab tab = open(1280, 900, false);
        String count = "Array.from(document.querySelectorAll('img, iframe, object, embed, form, base, script, style, "
                + "[onerror], [onload], [href^=javascript]')).map(e => e.tagName + '#' + e.id)";
        JsonNode hostile = tab.evaluate(count);
        tab.open(SamplePageIT.written("harmless.html", HostileTextTest.everywhere("x"))
                .toAbsolutePath());
        assertThat(hostile).isEqualTo(tab.evaluate(count));
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void allOfItIsThereToRead() {
        Tab tab = open(1280, 900, false);
        String shown = tab.evaluate("document.querySelector('main').innerText").asText();
        assertThat(shown)
                .contains("<script>alert(1)</script>", "<!-- ]]> ${1+1} <#stop> {{x}}", "[U+202E]reversed")
                .contains("name ".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"})
    void aFormulaLeavesAsText(String formula, @TempDir Path folder) throws IOException, InterruptedException {
        Path page = SamplePageIT.written("formula.html", HostileTextTest.everywhere(formula));
        List<CSVRecord> records = downloaded(page, "t", folder);
        assertThat(records).hasSize(2);
        for (CSVRecord row : records) {
            assertThat(row.toList())
                    .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)\\s*[=+@＝].*|\\s*-.*[^0-9.].*"));
        }
        assertThat(records.get(1).get(0)).startsWith("'").contains(formula.strip());
    }

    /** Ranges have two columns, numbers are those of the tables in the base unit, and a mark has its word. */
    @Test
    void theDataOfAChartLeaveAsNumbers(@TempDir Path folder) throws IOException, InterruptedException {
        Path page = SamplePageIT.written("csv.html", SampleReport.report());
        List<CSVRecord> records = downloaded(page, "forecast-uzb-data", folder);
        assertThat(records.get(0).toList())
                .containsExactly(
                        "Period",
                        "Value",
                        "Value unit",
                        "Value status",
                        "80 % interval low",
                        "80 % interval high",
                        "80 % interval unit",
                        "95 % interval low",
                        "95 % interval high",
                        "95 % interval unit");
        List<String> last = records.get(records.size() - 1).toList();
        assertThat(last).startsWith("2028", "5500000000", "USD", "forecast");
    }

    private static List<CSVRecord> downloaded(Path page, String table, Path folder)
            throws IOException, InterruptedException {
        try (Browser browser = Browser.start(PICTURES.resolve("profile-csv"))) {
            browser.download(folder);
            Tab tab = browser.tab().open(page.toAbsolutePath());
            tab.evaluate("document.getElementById('" + table + "').parentNode.previousElementSibling"
                    + ".querySelector('.csv').click()");
            Path file = folder.resolve(table + ".csv");
            for (int i = 0; i < 100 && Files.notExists(file); i++) {
                Thread.sleep(50);
            }
            String text = Files.readString(file);
            assertThat(text).startsWith("\uFEFF");
            try (CSVParser parser = CSVFormat.RFC4180.parse(new java.io.StringReader(text.substring(1)))) {
                return parser.getRecords();
            }
        }
    }
}
