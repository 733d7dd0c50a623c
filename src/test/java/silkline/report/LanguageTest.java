package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.UserError;
import silkline.report.markdown.MarkdownReport;
import silkline.report.page.HtmlReport;
import silkline.source.ReferenceData;

class LanguageTest {
    private static final String INDICATOR = "indicator.";

    @ParameterizedTest
    @ValueSource(strings = {"de", "tr"})
    void everyTextIsThereWithTheSamePlaces(String code) {
        Map<String, Set<String>> there = new TreeMap<>();
        Language.messages(code).forEach((key, text) -> {
            if (!key.startsWith(INDICATOR)) {
                there.put(key, new TreeSet<>(PseudoLanguage.places(text)));
            }
        });
        Map<String, Set<String>> wanted = new TreeMap<>();
        Language.messages("en").forEach((key, text) -> wanted.put(key, new TreeSet<>(PseudoLanguage.places(text))));
        assertThat(there).isEqualTo(wanted);
    }

    /** The list of indicators has its titles in English only. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "tr"})
    void everyIndicatorHasATitle(String code) {
        Set<String> titles = new TreeSet<>();
        Language.messages(code).keySet().stream()
                .filter(key -> key.startsWith(INDICATOR))
                .forEach(key -> titles.add(key.substring(INDICATOR.length())));
        assertThat(titles)
                .containsExactlyInAnyOrderElementsOf(ReferenceData.shipped().indicators());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    855300000  | USD    | 855.3 million USD | 855,3 Mio. USD       | 855,3 milyon USD
                    5360000000 | USD    | 5.36 billion USD  | 5,36 Mrd. USD        | 5,36 milyar USD
                    464000     | USD    | 464,000 USD       | 464.000 USD          | 464.000 USD
                    -0.285     | RATIO  | −28.5 %           | −28,5 %              | −%28,5
                    1.2        | PP     | 1.2 pp            | 1,2 Prozentpunkte    | 1,2 yüzde puan
                    11.4       | FACTOR | 11.40 times       | 11,40-mal            | 11,40 kat
                    1630       | HEAD   | 1,630 head        | 1.630 Stück          | 1.630 baş
                    18237      | COUNT  | 18,237            | 18.237               | 18.237
                    NaN        | USD    | –                 | –                    | –
                    """)
    void numbersAreWrittenAsInTheLanguage(double value, String unit, String english, String german, String turkish) {
        assertThat(Language.ENGLISH.number(value, unit)).isEqualTo(english);
        assertThat(Language.of("de").number(value, unit)).isEqualTo(german);
        assertThat(Language.of("tr").number(value, unit)).isEqualTo(turkish);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    as reported by KAZ, against 2019                     | laut Meldung von KAZ, gegenüber 2019
                    as reported by KAZ, of a.b:c at most: all partners together | laut Meldung von KAZ, höchstens, von a.b:c: alle Partner zusammen
                    against 2010 or 2016                                 | gegenüber 2010 oder 2016
                    if it means "to" and by wdi; or by imf-dots          | wenn „auf“ gemeint ist und nach wdi; oder nach imf-dots
                    from the stated "etwa 1.630, und mehr", as an increase by that much | vom genannten Wert „etwa 1.630, und mehr“ aus, als Zunahme um so viel
                    over 1.5 billion USD by 2025 (claim 005-1)           | über 1,5 Mrd. USD bis 2025 (Behauptung 005-1)
                    These cannot all be true: a-1 "4,5 Mrd." (over 4.5 billion USD), a-2 "1.5" (between 1.5 and 2.5 %). | Das kann nicht alles stimmen: a-1 "4,5 Mrd." (über 4,5 Mrd. USD), a-2 "1.5" (1,5 bis 2,5 %).
                    """)
    void whatClaimsSayAboutThemselvesIsSaidInTheLanguage(String english, String german) {
        assertThat(Language.of("de").phrase(english)).isEqualTo(german);
        assertThat(Language.ENGLISH.phrase(english)).isEqualTo(english);
    }

    /** The order of words turns round in Turkish; a hedge stays a hedge. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    over 1 billion USD less 4.5 million USD | 1 milyar USD üzeri − 4,5 milyon USD
                    (40 % of 130 million USD) / (45 + 1)    | (%40 × 130 milyon USD) / (45 + 1)
                    45^(1/5) - 1                            | 45^(1/5) - 1
                    no other partner has more than the first, about 40 % | hiçbir ortağın payı birinciden büyük olamaz, yaklaşık %40
                    about 14 % x 2024/2024-S1 of kaz-bns    | yaklaşık %14 × 2024/2024-S1 × kaz-bns
                    """)
    void aFormulaKeepsItsNumbersAndItsHedges(String english, String turkish) {
        assertThat(Language.of("tr").phrase(english)).isEqualTo(turkish);
    }

    @Test
    void germanAndTurkishKnowOneFromMany() {
        assertThat(Language.of("de").text("growth.chart", "BIP", 1, "2010", "2024"))
                .contains("eine Reihe");
        assertThat(Language.of("de").text("growth.chart", "BIP", 12, "2010", "2024"))
                .contains("12 Reihen");
        assertThat(Language.of("tr").text("sentence.readings", 4, 1, "x")).contains("biri tutuyor");
    }

    @Test
    void theSameReportHasTheSameFiguresInEveryLanguage() {
        Report english = SampleReport.report();
        for (String code : List.of("de", "tr")) {
            Report other = in(Language.of(code));
            String page = HtmlReport.render(other, "");
            assertThat(page).contains("<html lang=\"" + code + "\">");
            assertThat(other.figures()).isEqualTo(english.figures());
            assertThat(page).contains(">53,1<").doesNotContain(">53.1<");
        }
    }

    /** Whatever page, Markdown and summary add to a report is in the files of texts. */
    @Test
    void nothingOfThePageIsWrittenAnywhereElse() {
        Report wordless = new Report(
                "1",
                new Report.Run("1", "1", "1", "1", "1"),
                List.of(),
                List.of(new Report.Section("s", "1", "1", blocks())),
                List.of(new Report.Source("1", "1", "1", "", "1", "1")),
                PseudoLanguage.language());
        String page = HtmlReport.render(wordless, "")
                .replaceAll("(?s)<style>.*?</style>|<script(?! type).*?</script>", "")
                .replaceAll("<script type=\"application/json\" id=\"[a-z]+-options\">.*?</script>", "")
                .replaceAll("(?s)<script type=\"application/json\" id=\"texts\">.*?</script>", "")
                .replaceAll("aria-label=\"([^\"]*)\"|title=\"([^\"]*)\"", ">$1 $2<")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("data-key|silkline explain KEY", "");
        assertThat(words(page)).isEmpty();
        assertThat(words(MarkdownReport.render(wordless).replaceAll("</?(details|summary)>|`[^`]*`", "")))
                .isEmpty();
    }

    private static List<Block> blocks() {
        Figure one = Figure.of("1", 1, "1");
        Figure many = Figure.of("2", Double.POSITIVE_INFINITY, "1");
        Cell range = Cell.range(one, many);
        ClaimCard.Verdict verdict = ClaimCard.Verdict.SUPPORTED;
        return List.of(
                new Chart.Fan(
                        "f",
                        "1",
                        new Scale("1", 0, 1),
                        "1",
                        List.of(new Chart.Past("1", Cell.of(one, Status.ESTIMATED))),
                        List.of(new Chart.Ahead("2", one, new Cell.Range(one, one), new Cell.Range(one, many)))),
                new Chart.Bars("b", "1", new Scale("1", 0, 1), "1", List.of(new Chart.Bar("1", Cell.missing("")))),
                new Chart.Dumbbell("d", "1", "1", List.of(new Chart.Pair("1", range, Cell.of(one), verdict))),
                new ClaimCard(
                        "1",
                        new ClaimCard.Statement("1", "", "1", "1"),
                        "1",
                        verdict,
                        "1",
                        List.of(new ClaimCard.Check("1", "1", "1", range, range, range, verdict)),
                        List.of(new ClaimCard.Implied("1", one))));
    }

    private static List<String> words(String text) {
        return Pattern.compile("\\p{L}{2,}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList();
    }

    static Report in(Language language) {
        Report report = SampleReport.report();
        return new Report(
                report.title(), report.run(), report.findings(), report.sections(), report.sources(), language);
    }

    @Test
    void anUnknownLanguageIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Language.of("fr"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'fr'")
                .hasMessageContaining("en, de, tr");
    }
}
