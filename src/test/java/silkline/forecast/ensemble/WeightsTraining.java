package silkline.forecast.ensemble;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns {@code weights.properties} and the lines of {@code calibration.csv} that depend on it from the odd-numbered series
 * of the M3 competition; {@code jobs/train-weights.sh} runs it. Penalty and share are chosen by the error on series left out: every
 * fifth in turn, and eight runs of neighbours in turn, which are mostly of another kind than the rest; the sum of both counts.
 */
public final class WeightsTraining {
    private static final double[] PENALTIES = {1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1};
    private static final double[] SHARES = {0.5, 1};
    /** Within half a percent of the smallest error, the more cautious choice is as good. */
    private static final double NEAR = 1.005;

    private static final int FIFTHS = 5;
    private static final int RUNS = 8;
    private static final int QUARTERS = 4;
    private static final List<Integer> SEASONS = List.of(QUARTERS, 12);

    private final int season;
    private final List<Member> members;
    private final List<TrainingSeries> series;
    private final int[] fifths;
    private final int[] runs;

    private WeightsTraining(int season, List<TrainingSeries> series) {
        this.season = season;
        this.series = series;
        members = Member.of(season);
        fifths = IntStream.range(0, series.size()).map(i -> i % FIFTHS).toArray();
        runs = IntStream.range(0, series.size())
                .map(i -> i * RUNS / series.size())
                .toArray();
    }

    /** The collection, then the folder of the two files. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        List<String> weights = new ArrayList<>(List.of(
                "# Weights of the members by the features of a series: see decision 0022 and methods.md.",
                "# Made by jobs/train-weights.sh from the odd-numbered series of M3, " + LocalDate.now(ZoneOffset.UTC)
                        + ".",
                "seasons=" + SEASONS.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                "features=" + String.join(" ", Features.NAMES)));
        Path calibration = folder.resolve("calibration.csv");
        List<String> distances = new ArrayList<>(Files.readAllLines(calibration, StandardCharsets.UTF_8));
        for (int season : SEASONS) {
            WeightsTraining training = new WeightsTraining(season, TrainingSeries.odd(Path.of(arguments[0]), season));
            Choice choice = training.choice();
            weights.addAll(training.lines(choice));
            distances.removeIf(line -> line.startsWith(season + ","));
            distances.addAll(training.distances(choice));
        }
        Files.write(folder.resolve("weights.properties"), weights, StandardCharsets.UTF_8);
        Files.write(calibration, distances, StandardCharsets.UTF_8);
    }

    /** What one penalty and share come to on series left out. */
    private record Choice(double penalty, double share, double fifths, double runs) {
        double error() {
            return fifths + runs;
        }
    }

    /** Of those {@link #NEAR} the smallest error, that with the largest penalty, then with the smaller error. */
    private Choice choice() {
        log("%d: %d series, fixed weights %.4f", season, series.size(), usual());
        List<Choice> choices = new ArrayList<>();
        for (double penalty : PENALTIES) {
            List<LearntWeights[]> byFifth = learnt(penalty, fifths);
            List<LearntWeights[]> byRun = learnt(penalty, runs);
            for (int k = 0; k < SHARES.length; k++) {
                Choice tried = new Choice(penalty, SHARES[k], error(byFifth, k, fifths), error(byRun, k, runs));
                log("%d: penalty %s, share %s: %.4f, %.4f", season, penalty, tried.share, tried.fifths, tried.runs);
                choices.add(tried);
            }
        }
        double least = choices.stream().mapToDouble(Choice::error).min().orElseThrow();
        return choices.stream()
                .filter(tried -> tried.error() <= NEAR * least)
                .max(Comparator.comparingDouble(Choice::penalty)
                        .thenComparing(Comparator.comparingDouble(Choice::error).reversed()))
                .orElseThrow();
    }

    private double usual() {
        return series.stream()
                .mapToDouble(one -> one.error(Weights.fixed(members)))
                .average()
                .orElseThrow();
    }

    private String record(Choice choice) {
        return String.format(
                Locale.ROOT,
                "# %d: %d series, penalty %s. MASE on series left out (fifths, runs of neighbours): %.3f, %.3f; fixed weights %.3f",
                season,
                series.size(),
                choice.penalty,
                choice.fifths,
                choice.runs,
                usual());
    }

    /** For each part the weights, by share, learnt without it. */
    private List<LearntWeights[]> learnt(double penalty, int[] parts) {
        int most = Arrays.stream(parts).max().orElseThrow();
        return IntStream.rangeClosed(0, most)
                .mapToObj(part -> {
                    List<TrainingSeries> others = IntStream.range(0, series.size())
                            .filter(i -> parts[i] != part)
                            .mapToObj(series::get)
                            .toList();
                    WeightsFit fit = new WeightsFit(others, members, penalty);
                    double[] terms = fit.fitted();
                    return Arrays.stream(SHARES)
                            .mapToObj(share -> fit.learnt(terms, share))
                            .toArray(LearntWeights[]::new);
                })
                .toList();
    }

    private double error(List<LearntWeights[]> learnt, int share, int[] parts) {
        return IntStream.range(0, series.size())
                .mapToDouble(i -> {
                    TrainingSeries one = series.get(i);
                    return one.error(learnt.get(parts[i])[share].of(members, one.features()));
                })
                .average()
                .orElseThrow();
    }

    /** What {@link LearntWeights} reads, learnt from all series. */
    private List<String> lines(Choice choice) {
        WeightsFit fit = new WeightsFit(series, members, choice.penalty);
        Map<String, double[]> coefficients = fit.coefficients(fit.fitted());
        return Stream.concat(
                        Stream.of(
                                record(choice),
                                season + ".share=" + choice.share,
                                season + ".means=" + text(fit.means()),
                                season + ".deviations=" + text(fit.deviations())),
                        members.stream()
                                .map(member -> member.model().name())
                                .map(name -> season + "." + name + "=" + text(coefficients.get(name))))
                .toList();
    }

    /** What {@link Calibration} reads, learnt with the weights that each run of neighbours has without it. */
    private List<String> distances(Choice choice) {
        List<LearntWeights[]> byRun = learnt(choice.penalty, runs);
        int share = Arrays.binarySearch(SHARES, choice.share);
        CalibrationFit calibration = new CalibrationFit();
        for (int i = 0; i < series.size(); i++) {
            TrainingSeries one = series.get(i);
            LearntWeights weights = byRun.get(runs[i])[share];
            calibration.add(one, one.combined(weights.of(members, one.features()), Weights.fixed(members)), runs[i]);
        }
        // All monthly series of M3 are long, so their length says little.
        int dimensions = season == QUARTERS ? 3 : 2;
        return Arrays.stream(CalibrationFit.LEVELS)
                .mapToObj(level -> calibration.line(season, level, dimensions))
                .toList();
    }

    private static String text(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.5f", number))
                .collect(Collectors.joining(" "));
    }

    private static void log(String format, Object... figures) {
        System.err.println(String.format(Locale.ROOT, format, figures));
    }
}
