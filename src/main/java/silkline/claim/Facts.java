package silkline.claim;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import silkline.series.Period;

/** What the lake knows that may speak about claims. */
public record Facts(List<Series> series) {
    private static final String PERCENT = "PCT";

    /** The basis of figures that were only said, not published as statistics. */
    public static final String STATEMENT = "statement";

    public Facts {
        series = List.copyOf(series);
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
            String basis,
            String datasetId) {
        public boolean isStatistic() {
            return !basis.equals(STATEMENT);
        }
    }

    /** The values of one series as one vintage knows them. */
    public static final class Series {
        private final About about;
        private final String id;
        private final String vintage;
        private final boolean current;
        private final NavigableMap<Period, Double> values;

        /** {@code id} is the readable series id; {@code vintage} the publication date as far as known. */
        public Series(About about, String id, String vintage, Standing standing, NavigableMap<Period, Double> values) {
            this.about = about;
            this.id = id;
            this.vintage = vintage;
            this.current = standing == Standing.CURRENT;
            this.values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
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
