package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import silkline.series.PublicationDate.Precision;

class PublicationDatePropertyTest {
    @Property
    void textFormRoundTrips(
            @ForAll Precision precision,
            @ForAll @IntRange(min = 1900, max = 2100) int year,
            @ForAll @IntRange(min = 1, max = 365) int day) {
        LocalDate date = LocalDate.ofYearDay(year, day);
        LocalDate latest =
                switch (precision) {
                    case DAY, BY -> date;
                    case MONTH -> YearMonth.from(date).atEndOfMonth();
                    case YEAR -> LocalDate.of(year, 12, 31);
                };
        PublicationDate published = new PublicationDate(latest, precision);
        assertThat(PublicationDate.parse(published.toString())).contains(published);
    }
}
