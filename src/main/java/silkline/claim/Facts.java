package silkline.claim;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import silkline.series.Period;

/**
 * What the lake knows that may speak about claims.
 *
 * @param outlooks forecasts of current series, by series id
 */
public record Facts(List<Series> series, Map<String, Outlook> outlooks) {
    private static final String PERCENT = "PCT";

    /** The basis of figures that were only said, not published as statistics. */
    public static final String STATEMENT = "statement";

    public Facts {
        series = List.copyOf(series);
        outlooks = Map.copyOf(outlooks);
    }

    /** Without forecasts. */
    public Facts(List<Series> series) {
        this(series, Map.of());
    }

    /** What a series is about. */
    public record About(
            String indicator,
            String freq,
            String refArea,
            String flow,
            String counterpartArea,
            String product,
            String unitMeasure,
            String valuation,
            String prices,
            String basis,
            String datasetId) {
        public boolean isStatistic() {
            return !basis.equals(STATEMENT);
        }

        /** Whether it is the same quantity by the same source, in periods of whatever length. */
        boolean isSameButFrequency(About other) {
            return withFrequency(other.freq).equals(other);
        }

        private About withFrequency(String frequency) {
            return new About(
                    indicator,
                    frequency,
                    refArea,
                    flow,
                    counterpartArea,
                    product,
                    unitMeasure,
                    valuation,
                    prices,
                    basis,
                    datasetId);
        }
    }

    /** What was known on a day, as if it were known now: of each series the newest vintage that was out for certain. */
    public Facts asOf(LocalDate day) {
        Map<String, Series> newest = new LinkedHashMap<>();
        for (Series one : series) {
            if (!one.dates.isEmpty()) {
                newest.put(one.id, one.until(day));
            } else if (!one.isCurrent() && !one.knownOn.isAfter(day)) {
                newest.merge(one.id, one, (a, b) -> a.knownOn.isAfter(b.knownOn) ? a : b);
            }
        }
        return new Facts(newest.values().stream()
                .filter(one -> !one.values.isEmpty())
                .map(one ->
                        new Series(one.about, one.id, one.vintage, Standing.CURRENT, one.knownOn, one.values, Map.of()))
                .toList());
    }

    /** The values of one series as one vintage knows them. */
    public static final class Series {
        private final About about;
        private final String id;
        private final String vintage;
        private final boolean current;
        private final LocalDate knownOn;
        private final NavigableMap<Period, Double> values;
        private final Map<Period, LocalDate> dates;

        /**
         * One vintage.
         *
         * @param id the readable series id
         * @param vintage the publication date as far as known
         * @param knownOn the last day that it can have been published
         * @param dates the same day of each value, for a series of which only what is believed now is kept; else empty
         */
        public Series(
                About about,
                String id,
                String vintage,
                Standing standing,
                LocalDate knownOn,
                NavigableMap<Period, Double> values,
                Map<Period, LocalDate> dates) {
            this.about = about;
            this.id = id;
            this.vintage = vintage;
            this.current = standing == Standing.CURRENT;
            this.knownOn = knownOn;
            this.values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
            this.dates = Map.copyOf(dates);
        }

        /** Without the values that were published after {@code day}. */
        private Series until(LocalDate day) {
            NavigableMap<Period, Double> known = new TreeMap<>(values);
            known.keySet().removeIf(period -> dates.get(period).isAfter(day));
            return new Series(about, id, vintage, Standing.CURRENT, day, known, Map.of());
        }

        public About about() {
            return about;
        }

        public String id() {
            return id;
        }

        public String vintage() {
            return vintage;
        }

        /** Whether this is what is believed now, rather than an older or less certain vintage. */
        public boolean isCurrent() {
            return current;
        }

        /** As stored, in the unit of the series. */
        public NavigableMap<Period, Double> values() {
            return values;
        }

        /** Whether it has any value of the same frequency. */
        public boolean hasFrequencyOf(Period period) {
            return values.keySet().stream().anyMatch(p -> p.frequency() == period.frequency());
        }

        /** The value in base units: percent as a ratio. */
        public OptionalDouble at(Period period) {
            Double value = values.get(period);
            return value == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(about.unitMeasure().equals(PERCENT) ? value / 100 : value);
        }
    }

    /** Whether a vintage is the one to believe. */
    public enum Standing {
        CURRENT,
        OTHER
    }
}
