package silkline.stage.panel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import silkline.series.Frequency;
import silkline.series.Period;

/** Texts of periods, made once: millions of rows have the same few hundred. */
final class PeriodTexts {
    private static final Map<Period, String> MADE = new ConcurrentHashMap<>();

    private PeriodTexts() {}

    static String of(Frequency frequency, int index) {
        return MADE.computeIfAbsent(new Period(frequency, index), Period::toString);
    }
}
