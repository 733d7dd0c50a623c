package silkline.claim.curation;

import java.util.List;
import silkline.series.Period;

/**
 * The time that words can mean.
 *
 * @param periods more than one where the words leave it open
 * @param windowYears of "in the last five years"; else 0
 */
record When(List<Period> periods, int windowYears) {
    When {
        periods = List.copyOf(periods);
    }

    static When of(Period period) {
        return new When(List.of(period), 0);
    }

    static When of(List<Period> periods) {
        return new When(periods, 0);
    }
}
