package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.forecast.ensemble.Ensemble;
import silkline.forecast.reconcile.InTime;

/**
 * The models on the 3003 series of the M3 competition, averaged over series. The data are not part of this project: the
 * folder given by {@code silkline.shared} holds them, and without it these tests are skipped.
 */
class M3Test {
    private static final Path FILE =
            Path.of(System.getProperty("silkline.shared", "../shared"), "benchmarks", "m3.csv.gz");

    private static List<Series> all;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(FILE), () -> "no M3 data at " + FILE.toAbsolutePath());
        Map<String, Series> series = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> series.computeIfAbsent(
                            cells[1],
                            id -> new Series(cells[2], Integer.parseInt(cells[4]), Integer.parseInt(cells[5])))
                    .add(cells[9]));
        }
        all = List.copyOf(series.values());
    }

    @Test
    void holdsAllSeries() {
        assertThat(all).hasSize(3003);
    }

    /** Published: seasonal naive in the Chronos evaluation of autogluon/fev; our averages differ by up to 0.00012. */
    @ParameterizedTest
    @CsvSource({"yearly, 3.1717", "quarterly, 1.4253", "monthly, 1.1462"})
    void seasonalNaiveScoresAsPublished(String frequency, double mase) {
        assertThat(mean(new SeasonalNaive(), frequency, Accuracy::mase)).isCloseTo(mase, within(2e-4));
    }

    /**
     * Expected: statsforecast 2.1.1, {@code Theta}, run on the same series. Within 0.5 % (sMAPE 1 %): it leaves the
     * first three errors out of its criterion and keeps the smoothing weight above 0.1.
     */
    @ParameterizedTest
    @CsvSource({"yearly, 2.7700, 16.650", "quarterly, 1.1225, 9.232", "monthly, 0.8613, 13.827", "other, 2.2753, 4.933"
    })
    void thetaScoresAsAnotherImplementation(String frequency, double mase, double smapePercent) {
        assertTheta(frequency, mase, 0.5, smapePercent, 1);
    }

    /**
     * Published: the winning entry of the competition, scored from its own forecasts. How it smoothed and adjusted for
     * season was never fully published, so reimplementations differ from it: ours by the percentage given, most on the
     * 174 other series, where half the trend is too little.
     */
    @ParameterizedTest
    @CsvSource({
        "yearly, 2.806, 16.87, 1.5",
        "quarterly, 1.087, 8.96, 4",
        "monthly, 0.858, 13.93, 1",
        "other, 1.904, 4.41, 20"
    })
    void thetaScoresNearTheCompetitionEntry(String frequency, double mase, double smapePercent, double tolerance) {
        assertTheta(frequency, mase, tolerance, smapePercent, tolerance);
    }

    /**
     * The combination on the even-numbered series, on which nothing was tuned; the best published yearly MASE on all is 2.61
     * and quarterly 1.087, but the even ones are harder. Intervals cover what they say within what 322 series can tell.
     */
    @ParameterizedTest
    @CsvSource({"yearly, 2.68", "quarterly, 1.08"})
    void theCombinationHoldsWhatItWasTunedFor(String frequency, double mase) {
        List<Accuracy> scores = IntStream.range(0, all.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(all::get)
                .filter(series -> series.frequency.equals(frequency))
                .map(series -> series.score(new Ensemble()))
                .toList();
        assertThat(scores.stream().mapToDouble(Accuracy::mase).average().orElseThrow())
                .isLessThan(mase);
        assertThat(scores.stream().mapToDouble(Accuracy::coverage).average().orElseThrow())
                .isBetween(0.92, 0.97);
    }

    /** The years that quarters were made to agree with, on the even-numbered series: 756 of them. */
    @Test
    void intervalsOfYearsCoverWhatTheySay() {
        int years = 0;
        int covered80 = 0;
        int covered95 = 0;
        for (int i = 1; i < all.size(); i += 2) {
            Series series = all.get(i);
            if (series.frequency.equals("quarterly")) {
                double[] training = series.training();
                InTime inTime = new InTime(new Ensemble(), Math.floorMod(-training.length, 4));
                Forecast ahead = inTime.levels(training, 4, 8, new double[] {0.8, 0.95})
                        .get(1)
                        .forecast();
                for (int year = 1; year <= 2; year++) {
                    double actual = series.tested(4 * year - 3, 4 * year);
                    years++;
                    covered80 += ahead.lower(0, year) <= actual && actual <= ahead.upper(0, year) ? 1 : 0;
                    covered95 += ahead.lower(1, year) <= actual && actual <= ahead.upper(1, year) ? 1 : 0;
                }
            }
        }
        assertThat(years).isEqualTo(756);
        assertThat((double) covered80 / years).isBetween(0.77, 0.83);
        assertThat((double) covered95 / years).isBetween(0.92, 0.97);
    }

    private static void assertTheta(
            String frequency, double mase, double maseTolerance, double smapePercent, double smapeTolerance) {
        assertThat(mean(new Theta(), frequency, Accuracy::mase)).isCloseTo(mase, withinPercentage(maseTolerance));
        assertThat(100 * mean(new Theta(), frequency, Accuracy::smape))
                .isCloseTo(smapePercent, withinPercentage(smapeTolerance));
    }

    private static double mean(Forecaster model, String frequency, ToDoubleFunction<Accuracy> figure) {
        return all.stream()
                .filter(series -> series.frequency.equals(frequency))
                .map(series -> series.score(model))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    /** One series; its last {@code horizon} values are the competition's test. */
    private static final class Series {
        private final String frequency;
        private final int season;
        private final int horizon;
        private final List<Double> values = new ArrayList<>();

        Series(String frequency, int season, int horizon) {
            this.frequency = frequency;
            this.season = season;
            this.horizon = horizon;
        }

        void add(String value) {
            values.add(Double.valueOf(value));
        }

        double[] training() {
            return values.stream()
                    .limit(values.size() - horizon)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        /** The sum of the steps ahead from {@code first} to {@code last}. */
        double tested(int first, int last) {
            int origin = values.size() - horizon;
            return values.subList(origin + first - 1, origin + last).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        Accuracy score(Forecaster model) {
            double[] history = values.stream().mapToDouble(Double::doubleValue).toArray();
            return Backtest.of(model, history, season, horizon, 1).accuracy();
        }
    }
}
