package silkline.forecast.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import silkline.forecast.Floor;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.Forecasters;
import silkline.forecast.Naive;
import silkline.forecast.ensemble.Ensemble;

/** Forecasts the training parts of a collection by several models and scores them on the test parts, on one thread. */
public final class Benchmark {
    private static final Floor FLOOR = Floor.ZERO;

    private Benchmark() {}

    /**
     * The scores by frequency and model, both in the order given.
     *
     * @param done told the name of each model when all its forecasts are made
     */
    public static List<Score> run(List<BenchmarkSeries> collection, List<Forecaster> models, Consumer<String> done) {
        Map<String, Tally> benchmark = tallies(collection, new Naive2());
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        for (Forecaster model : models) {
            tallies(collection, model)
                    .forEach((frequency, tally) -> scores.computeIfAbsent(frequency, key -> new ArrayList<>())
                            .add(tally.score(frequency, model.name(), benchmark.get(frequency))));
            done.accept(model.name());
        }
        return scores.values().stream().flatMap(List::stream).toList();
    }

    /** The models that forecast, between the benchmark of the competitions and the combination reconciled in time. */
    public static List<Forecaster> models() {
        return Stream.of(List.of(new Naive2()), Forecasters.all(), List.of(new YearEnd(new Ensemble())))
                .<Forecaster>flatMap(List::stream)
                .toList();
    }

    private static Map<String, Tally> tallies(List<BenchmarkSeries> collection, Forecaster model) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (BenchmarkSeries series : collection) {
            double[] training = series.training();
            // The competitions' benchmark knows the period by which they scale errors, and no other.
            int season = model instanceof Naive2 ? series.scalingLag() : series.season();
            boolean refused = training.length < model.minimumLength(season);
            Forecaster used = FLOOR.under(refused ? new Naive() : model);
            long before = threads.getCurrentThreadCpuTime();
            Forecast forecast = used.forecast(training, season, series.horizon(), Tally.LEVELS);
            long took = threads.getCurrentThreadCpuTime() - before;
            tallies.computeIfAbsent(series.frequency(), key -> new Tally()).add(series, forecast, refused, took);
        }
        return tallies;
    }
}
