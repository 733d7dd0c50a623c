package silkline.series;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads periods. Keeps what it understood, so each thread needs its own. */
final class PeriodParser implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern DAY_OR_WEEK = Pattern.compile("\\d{4}-(?:\\d{2}-\\d{2}(?!/)|[WD]\\d)|\\d{8}(?!\\d)");
    private static final Pattern TRIMESTER = Pattern.compile("\\d{4}-?T[1-4]");
    private static final int MOST_PERIODS = 10_000;

    private transient Map<String, Optional<Period>> known;

    /** {@code freq} is what the row says of its frequency, empty where it says nothing. */
    Period parse(String text, String freq) throws Refusal {
        Period period = known(text).orElseThrow(() -> new Refusal("TIME_PERIOD", notAPeriod(text)));
        if (!freq.isEmpty() && !period.frequency().code().equals(freq)) {
            throw new Refusal(
                    "FREQUENCY",
                    "freq is '%s' but time_period '%s' has %s"
                            .formatted(freq, text, period.frequency().code()));
        }
        return period;
    }

    /** Periods repeat from series to series. */
    private Optional<Period> known(String text) {
        if (known == null || known.size() > MOST_PERIODS) {
            known = new HashMap<>();
        }
        return known.computeIfAbsent(text, Period::parse);
    }

    private static String notAPeriod(String text) {
        if (DAY_OR_WEEK.matcher(text).lookingAt()) {
            return "time_period '%s' is a day or a week; years, half-years, quarters, months and ranges of months are read"
                    .formatted(text);
        }
        if (TRIMESTER.matcher(text).matches()) {
            return "time_period '%s' is a quarter to some and four months in SDMX; write 2024-Q1 or 2024-01/P4M"
                    .formatted(text);
        }
        return "time_period '%s' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M".formatted(text);
    }
}
