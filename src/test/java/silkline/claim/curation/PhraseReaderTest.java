package silkline.claim.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.Period;
import silkline.series.PublicationDate;

/** Phrases of our own in four languages, labelled by hand. */
class PhraseReaderTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/claim/phrases.csv", numLinesToSkip = 1)
    void aPhraseStatesOneFigure(
            String language,
            String phrase,
            BigDecimal value,
            BigDecimal high,
            int unitMult,
            String unit,
            String hedge,
            String change) {
        assertThat(read(language, phrase))
                .as("%s", read(language, phrase))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value().setScale(value.scale(), RoundingMode.HALF_UP))
                            .isEqualTo(value);
                    assertThat(figure.high().setScale(value.scale(), RoundingMode.HALF_UP))
                            .isEqualTo(high == null ? value : high);
                    assertThat(figure.unitMult()).isEqualTo(unitMult);
                    assertThat(figure.unit()).isEqualTo(unit == null ? "" : unit);
                    assertThat(figure.hedge().code()).isEqualTo(hedge);
                    assertThat(figure.change().code()).isEqualTo(change);
                });
    }

    @Test
    void thereAreSixtyPhrasesAndMoreInFourLanguages() {
        List<Map<String, String>> rows = ShippedClaims.rows(Path.of("src/test/resources/claim/phrases.csv"));
        Map<String, Long> byLanguage =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("language"), Collectors.counting()));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        assertThat(byLanguage).containsOnlyKeys("de", "tr", "en", "ru");
        assertThat(byLanguage.values()).allMatch(count -> count >= 15);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/claim/periods.csv", numLinesToSkip = 1)
    void wordsOfTimeAreReadAsOfTheArticle(
            String language, String published, String phrase, String periods, int windowYears, String bases) {
        PeriodReader reader = new PeriodReader(
                Language.of(language).orElseThrow(),
                PublicationDate.parse(published).orElseThrow());
        assertThat(reader.read(phrase)).singleElement().satisfies(when -> {
            assertThat(texts(when.periods())).isEqualTo(periods);
            assertThat(when.windowYears()).isEqualTo(windowYears);
        });
        assertThat(texts(reader.bases(phrase))).isEqualTo(bases == null ? "" : bases);
    }

    /** The same digits are another number in another language. */
    @ParameterizedTest
    @CsvSource({
        "de, 1.630 Tiere, 1630", "en, '1,630 head', 1630", "tr, 1.630 baş, 1630", "ru, 1 630 голов, 1630",
        "de, '5,4 %', 5.4", "en, 5.4 %, 5.4", "tr, '%5,4', 5.4", "ru, '5,4 %', 5.4",
    })
    void groupsAndDecimalsAreThoseOfTheLanguage(String language, String phrase, BigDecimal value) {
        assertThat(read(language, phrase)).extracting(Figure::value).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({"de, 5.4 %", "en, '5,4 %'", "tr, %5.4", "de, '1,63,0'", "ru, '1.630 голов'"})
    void whatIsNoNumberOfTheLanguageIsNone(String language, String phrase) {
        assertThat(read(language, phrase)).isEmpty();
    }

    @Test
    void anArticleWordIsNoNumber() {
        assertThat(read("de", "eine neue Straße in einem Land")).isEmpty();
        assertThat(read("en", "a new road")).isEmpty();
    }

    @Test
    void aSentenceMayStateSeveralFigures() {
        assertThat(read("de", "Die Ausfuhren stiegen 2023 um 12 % auf 3,4 Milliarden US-Dollar."))
                .extracting(figure -> figure.value().toPlainString() + " " + figure.unit())
                .containsExactly("2023 YEAR", "12 PCT", "3.4 USD");
    }

    private static List<Figure> read(String language, String phrase) {
        return new PhraseReader(Language.of(language).orElseThrow()).read(phrase);
    }

    private static String texts(List<Period> periods) {
        return periods.stream().map(Period::toString).collect(Collectors.joining(" "));
    }
}
