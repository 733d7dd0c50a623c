package silkline.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import silkline.series.Frequency;
import silkline.series.Period;

/**
 * The total of a year of which the first months are known: what they are, times what the year was to the same months in
 * earlier years. The logarithm of that ratio is taken as normal with mean and variance of the last years, so a bound lies
 * {@code t s sqrt(1 + 1/n)} from the mean, {@code t} of Student's distribution with {@code n - 1} degrees of freedom.
 *
 * @param known the months known, as a range from January on
 * @param firstYear the earliest year compared with
 * @param years how many years were compared with
 * @param forecast one step: the year
 */
public record YearToDate(Period known, int firstYear, int years, Forecast forecast) {
    /** Stored as the model. */
    public static final String NAME = "year-to-date";

    private static final int MOST_YEARS = 10;
    private static final int FEWEST_YEARS = 3;
    private static final int MONTHS = 12;

    /**
     * The estimate for the year that the last value is of. Empty where that year is complete, where its first months are not
     * known without a gap, where a sum is not above zero, or where fewer than three earlier years are known in full.
     *
     * @param values by {@code period_index} of {@code frequency}; of ranges, those that begin in January count
     */
    public static Optional<YearToDate> of(Frequency frequency, NavigableMap<Integer, Double> values, double[] levels) {
        NavigableMap<Integer, double[]> sums = sums(frequency, values);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        int year = sums.lastKey();
        double[] current = sums.lastEntry().getValue();
        int months = 0;
        for (int month = 1; month <= MONTHS; month++) {
            months = Double.isNaN(current[month]) ? months : month;
        }
        if (months == 0 || months == MONTHS || !(current[months] > 0)) {
            return Optional.empty();
        }
        List<Double> ratios = new ArrayList<>();
        int firstYear = year;
        for (Map.Entry<Integer, double[]> earlier :
                sums.headMap(year, false).descendingMap().entrySet()) {
            double ratio = earlier.getValue()[MONTHS] / earlier.getValue()[months];
            if (ratios.size() < MOST_YEARS && earlier.getValue()[months] > 0 && ratio > 0) {
                ratios.add(Math.log(ratio));
                firstYear = earlier.getKey();
            }
        }
        if (ratios.size() < FEWEST_YEARS) {
            return Optional.empty();
        }
        Forecast forecast = total(current[months], ratios, levels);
        return Optional.of(new YearToDate(Period.ofRange(year, 1, months), firstYear, ratios.size(), forecast));
    }

    /** By year, the sum from January to each month, 1 to 12; NaN where it is not known. */
    private static NavigableMap<Integer, double[]> sums(Frequency frequency, NavigableMap<Integer, Double> values) {
        NavigableMap<Integer, double[]> sums = new TreeMap<>();
        for (Map.Entry<Integer, Double> entry : values.entrySet()) {
            Period period = new Period(frequency, entry.getKey());
            double[] year = sums.computeIfAbsent(period.year(), key -> unknown());
            int first = period.start().getMonthValue();
            int last = first - 1 + period.months();
            boolean isRange = frequency == Frequency.RANGE;
            if (last <= MONTHS && (first == 1 || !isRange)) {
                double before = isRange || first == 1 ? 0 : year[first - 1];
                year[last] = before + entry.getValue();
            }
        }
        sums.values().removeIf(year -> Arrays.stream(year).allMatch(Double::isNaN));
        return sums;
    }

    private static double[] unknown() {
        double[] year = new double[MONTHS + 1];
        Arrays.fill(year, Double.NaN);
        return year;
    }

    private static Forecast total(double known, List<Double> ratios, double[] levels) {
        int n = ratios.size();
        double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = ratios.stream()
                .mapToDouble(ratio -> (ratio - mean) * (ratio - mean))
                .sum();
        double error = Math.sqrt(squares / (n - 1) * (1 + 1.0 / n));
        double[][] lower = new double[levels.length][1];
        double[][] upper = new double[levels.length][1];
        for (int i = 0; i < levels.length; i++) {
            double distance = Normal.studentQuantile((1 + levels[i]) / 2, n - 1) * error;
            // What is known is known: amounts of the months to come are not below zero.
            lower[i][0] = known * Math.exp(Math.max(0, mean - distance));
            upper[i][0] = known * Math.exp(mean + distance);
        }
        return Forecast.of(new double[] {known * Math.exp(mean)}, lower, upper, levels);
    }
}
