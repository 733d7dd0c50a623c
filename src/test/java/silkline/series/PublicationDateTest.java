package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.series.PublicationDate.Precision;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-08,    2026-04-08, DAY,   day",
        "2026-02,       2026-02-28, MONTH, month",
        "2024-02,       2024-02-29, MONTH, month",
        "2026,          2026-12-31, YEAR,  year",
        "../2026-04-08, 2026-04-08, BY,    by",
    })
    void whatIsNotKnownIsTakenAsLate(String text, LocalDate latest, Precision precision, String code) {
        PublicationDate date = PublicationDate.parse(text).orElseThrow();
        assertThat(date).isEqualTo(new PublicationDate(latest, precision)).hasToString(text);
        assertThat(date.precision().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "20xx",
                "2026-13",
                "2026-4",
                "2026-02-30",
                "08.04.2026",
                "../2026",
                "../",
                "2026-04-08/..",
                "2026-04-08T00:00"
            })
    void anyOtherTextIsNoDate(String text) {
        assertThat(PublicationDate.parse(text)).isEmpty();
    }
}
