package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.testing.Browser;
import silkline.testing.Tab;

/** What every report must be in a real browser. Pictures of it are kept in {@code target/browser}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageContract {
    static final Path PICTURES = Path.of("target/browser");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    /** Text that reaches beyond the page or beyond an element that cuts it off. */
    private static final String CUT =
            """
            Array.from(document.querySelectorAll('body *')).filter(e => {
                if (e.closest('svg, script, style, .skip') || !e.checkVisibility()) return false;
                const box = e.getBoundingClientRect();
                const clips = getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
                return box.width > 0 && (box.right > document.documentElement.clientWidth + 1 || clips);
            }).map(e => e.outerHTML.substring(0, 200))
            """;

    private Browser browser;
    private Path page;

    /** Short, for the names of the pictures. */
    abstract String name();

    /** Where the report to look at lies. */
    abstract Path page();

    @BeforeAll
    void start() {
        browser = Browser.start(PICTURES.resolve("profile-" + name()));
        page = page();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    Tab open(int width, int height, boolean isPhone) {
        return browser.tab().size(width, height, isPhone).open(page.toAbsolutePath());
    }

    private Tab open() {
        return open(1280, 900, false);
    }

    private Path picture(String what) {
        return PICTURES.resolve(name() + "-" + what);
    }

    @Test
    void everyChartIsDrawn() {
        Tab tab = open();
        JsonNode charts = tab.evaluate(
                """
                Array.from(document.querySelectorAll('figure'), f => ({
                    id: f.id,
                    paths: f.querySelectorAll('.plot svg path, .plot svg polyline, .plot svg polygon').length,
                    height: f.querySelector('.plot').clientHeight}))
                """);
        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.get("paths").asInt()).as(chart.toString()).isPositive();
            assertThat(chart.get("height").asInt()).as(chart.toString()).isGreaterThan(80);
        });
        tab.picture(picture("light.png"));
    }

    @Test
    void nothingIsComplainedAboutAndNothingIsAskedFor() {
        Tab tab = open();
        tab.media("screen", "dark");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).containsExactly(page.toAbsolutePath().toUri().toString());
    }

    @Test
    void theContentPolicyHoldsBackWhatIsNotOurs() {
        Tab tab = open();
        tab.evaluate(
                """
                document.body.insertAdjacentHTML('beforeend', '<img src="http://127.0.0.1:9/x.png" onerror="window.ran = 1">');
                document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 2'}));
                fetch('http://127.0.0.1:9/y').catch(() => 0)
                """);
        assertThat(tab.evaluate("window.ran === undefined").asBoolean()).isTrue();
        assertThat(tab.complaints()).as("the policy says what it refused").isNotEmpty();
    }

    /** The keyboard alone: to the button in the heading, and Enter. */
    @Test
    void tablesSortByTheKeyboard() {
        Tab tab = open();
        int tables = tab.evaluate("document.querySelectorAll('table').length").asInt();
        for (int i = 0; i < tables; i++) {
            String table = "document.querySelectorAll('table')[" + i + "]";
            tab.evaluate(
                    "for (let e = " + table + "; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true");
            int columns = tab.evaluate(table + ".tHead.rows[0].cells.length").asInt();
            if (tab.evaluate(table + ".tBodies[0].rows.length").asInt() > 1) {
                for (int column : List.of(0, columns - 1)) {
                    sortsBy(tab, table, column);
                }
            }
        }
        assertThat(tables).isPositive();
    }

    private static void sortsBy(Tab tab, String table, int column) {
        String values = table + ".tBodies[0].rows";
        String heading = table + ".tHead.rows[0].cells[" + column + "]";
        String numbers = "Array.from(" + values + ", r => r.cells[" + column
                + "].querySelector('data[value]:not([value=\"\"])')).map(d => d ? Number(d.value) : null)";
        String before =
                tab.evaluate("Array.from(" + values + ", r => r.textContent)").toString();
        tab.evaluate(heading + ".querySelector('button').focus()");
        tab.press("Enter", "\r");
        assertThat(tab.evaluate(heading + ".getAttribute('aria-sort')").asText())
                .isEqualTo("ascending");
        assertThat(known(tab.evaluate(numbers))).isSorted();
        tab.press("Enter", "\r");
        assertThat(tab.evaluate(heading + ".getAttribute('aria-sort')").asText())
                .isEqualTo("descending");
        assertThat(known(tab.evaluate(numbers))).isSortedAccordingTo(Comparator.reverseOrder());
        tab.press("Enter", "\r");
        assertThat(tab.evaluate(heading + ".hasAttribute('aria-sort')").asBoolean())
                .isFalse();
        assertThat(tab.evaluate("Array.from(" + values + ", r => r.textContent)")
                        .toString())
                .isEqualTo(before);
    }

    private static List<Double> known(JsonNode numbers) {
        List<Double> known = new ArrayList<>();
        numbers.forEach(number -> {
            if (!number.isNull()) {
                known.add(number.asDouble());
            }
        });
        return known;
    }

    @Test
    void aTableShowsTheRowsThatHoldWhatIsTyped() {
        Tab tab = open();
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        assumeTrue(
                tab.evaluate("document.querySelector('main .tools input') !== null")
                        .asBoolean(),
                "Skipped: no table of this report is long enough for a filter.");
        String table =
                "document.querySelector('main .tools input').closest('.tools').nextElementSibling.querySelector('table')";
        String rows = "Array.from(" + table + ".tBodies[0].rows)";
        int all = tab.evaluate(rows + ".length").asInt();
        String words = "rows.flatMap(r => r.textContent.toLowerCase().trim().split(/\\s+/))";
        String isTelling = "w => !rows.every(r => r.textContent.toLowerCase().includes(w))";
        String word = tab.evaluate("(rows => " + words + ".find(" + isTelling + "))(" + rows + ")")
                .asText();
        String holds = "r => r.textContent.toLowerCase().includes(" + quoted(word) + ")";
        int expected = tab.evaluate(rows + ".filter(" + holds + ").length").asInt();
        tab.evaluate("document.querySelector('main .tools input').focus()");
        tab.type(word);
        assertThat(tab.evaluate(rows + ".filter(r => r.checkVisibility()).length")
                        .asInt())
                .isEqualTo(expected)
                .isLessThan(all);
        assertThat(tab.evaluate("document.querySelector('main .tools [role=status]').textContent")
                        .asText())
                .contains(String.valueOf(expected), String.valueOf(all));
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theAccessibilityCheckerFindsNothing(String colours) {
        Tab tab = open().media("screen", colours);
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        tab.evaluate(PageResource.text(AXE));
        JsonNode violations = tab.evaluate(
                "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => "
                        + "({id: v.id, help: v.help, nodes: v.nodes.length, first: v.nodes.slice(0, 3).map(n => n.html + n.failureSummary)})))");
        assertThat(violations).as(violations.toPrettyString()).isEmpty();
        tab.picture(picture(colours + "-open.png"));
    }

    @Test
    void aPhoneScrollsTablesAndNeverThePage() {
        Tab tab = open(360, 740, true);
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        tab.settle();
        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
        tab.picture(picture("phone.png"));
    }

    /** At the width of A4 within its margins. */
    @Test
    void onPaperEverythingIsOpenAndNothingIsCut() {
        Tab tab = open(673, 900, false);
        tab.print(picture("print.pdf"));
        tab.evaluate("window.closedInPrint = -1; addEventListener('beforeprint', "
                + "() => window.closedInPrint = document.querySelectorAll('details:not([open])').length)");
        tab.print(picture("print.pdf"));
        assertThat(tab.evaluate("window.closedInPrint").asInt()).isZero();
        tab.media("print", "light");
        tab.evaluate("dispatchEvent(new Event('beforeprint'))");
        tab.settle();
        tab.picture(picture("print.png"));
        JsonNode cut = tab.evaluate(CUT);
        assertThat(cut).as(cut.toPrettyString()).isEmpty();
    }
}
