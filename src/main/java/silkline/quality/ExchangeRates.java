package silkline.quality;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import silkline.series.Frequency;
import silkline.series.Period;

/** Units of a currency for one US dollar by country and year, as the series {@code fx_rate} say. */
final class ExchangeRates implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String INDICATOR = "fx_rate";

    private static final String DOLLAR = "USD";
    /** A rate nearer to one cannot be told from growth. */
    static final double LEAST_DECADES = 1;
    /** In powers of ten. */
    static final double TOLERANCE = 0.05;

    private final Map<Key, Double> decades = new HashMap<>();

    private record Key(String refArea, String unit, int year) implements Serializable {}

    /** Takes the annual rates; of two that datasets give for a year the larger, so that their order does not matter. */
    void add(SeriesRows rows) {
        if (rows.frequency() != Frequency.ANNUAL) {
            return;
        }
        for (int row : rows.believed()) {
            double rate = rows.value(row);
            if (rate > 0) {
                int year = new Period(Frequency.ANNUAL, rows.period(row)).year();
                add(new Key(rows.id().refArea(), rows.id().unitMeasure(), year), Math.log10(rate));
            }
        }
    }

    private void add(Key key, double rate) {
        decades.merge(key, rate, Math::max);
    }

    void add(ExchangeRates other) {
        other.decades.forEach(this::add);
    }

    /** Whether a change has the size of the rate of the country and year, in a series in its currency or in dollars. */
    boolean explain(DatasetTally.Suspect suspect) {
        int year = new Period(
                        Frequency.parse(suspect.freq()).orElseThrow(),
                        suspect.mark().period())
                .year();
        double size = Math.abs(suspect.decades());
        return decades.entrySet().stream()
                .filter(rate -> rate.getKey().year() == year)
                .filter(rate -> rate.getKey().refArea().equals(suspect.refArea()))
                .filter(rate -> suspect.unit().equals(DOLLAR)
                        || suspect.unit().equals(rate.getKey().unit()))
                .mapToDouble(rate -> Math.abs(rate.getValue()))
                .anyMatch(rate -> rate >= LEAST_DECADES && Math.abs(size - rate) <= TOLERANCE);
    }
}
