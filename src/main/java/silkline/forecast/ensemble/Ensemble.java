package silkline.forecast.ensemble;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.forecast.Forecast;
import silkline.forecast.History;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;

/**
 * The combination of several models: at each step the weighted mean of their forecasts, or of the middle of them. The standard
 * error holds the same mean of theirs and how far they disagree. Which models depends on the periods per year; their weights on
 * that too, and for the points of months and quarters on what the series looks like, see {@link LearntWeights}; a series too short
 * to tell has fixed ones. Intervals are calibrated on forecasts of the past.
 */
public record Ensemble() implements MomentForecaster {
    /** One member that runs away does not decide: no more disagreement counts than this many standard errors. */
    private static final double MOST_DISAGREEMENT = 2;

    @Override
    public String name() {
        return "ensemble";
    }

    /** Four in annual series, as a backtest needs, though only the drift has its say there; else five. */
    @Override
    public int minimumLength(int season) {
        return season == 1 ? 4 : 5;
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
        return Calibration.calibrated(history, season, moments(history, season, horizon), levels);
    }

    /** Mean and standard error before calibration. */
    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        if (History.isConstant(history)) {
            return Moments.constant(history[0], horizon);
        }
        int used = Math.min(history.length, Member.memory(season));
        double[] recent = Arrays.copyOfRange(history, history.length - used, history.length);
        Optional<LearntWeights> learnt = LearntWeights.of(season);
        // Weights look a year ahead, so that they do not depend on the horizon asked for.
        Map<Member, Moments> said = said(recent, season, learnt.isPresent() ? Math.max(horizon, season) : horizon);
        List<Member> members = List.copyOf(said.keySet());
        List<Moments> forecasts = List.copyOf(said.values());
        Weights fixed = Weights.fixed(members);
        Weights weights = learnt.flatMap(
                        model -> Features.of(recent, season, forecasts).map(features -> model.of(members, features)))
                .orElse(fixed);
        return combined(forecasts, weights, fixed, horizon);
    }

    /** What each member says that can forecast the series, in the order of {@link Member#of}. */
    static Map<Member, Moments> said(double[] history, int season, int horizon) {
        Map<Member, Moments> said = new LinkedHashMap<>();
        for (Member member : Member.of(season)) {
            if (history.length >= member.model().minimumLength(season)) {
                Moments moments = member.model().moments(history, season, horizon);
                if (moments.isFinite()) {
                    said.put(member, moments);
                }
            }
        }
        return said;
    }

    /**
     * The first {@code horizon} steps of {@code forecasts}: points by the one set of weights, standard errors, and how far the
     * points disagree, by the other.
     */
    static Moments combined(List<Moments> forecasts, Weights weights, Weights ofErrors, int horizon) {
        TrimmedMean points = new TrimmedMean(forecasts.size(), weights.cut());
        TrimmedMean errors = new TrimmedMean(forecasts.size(), ofErrors.cut());
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            for (int i = 0; i < forecasts.size(); i++) {
                points.add(forecasts.get(i).mean(step), weights.at(i));
                errors.add(forecasts.get(i).standardError(step), ofErrors.at(i));
            }
            mean[step - 1] = points.take();
            double own = errors.take();
            standardError[step - 1] =
                    Math.hypot(own, Math.min(MOST_DISAGREEMENT * own, spread(forecasts, ofErrors, step)));
        }
        return new Moments(mean, standardError);
    }

    /** The standard deviation of the members' forecasts, by weight: what is not known about the model. */
    private static double spread(List<Moments> forecasts, Weights weights, int step) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < forecasts.size(); i++) {
            total += weights.at(i);
            mean += weights.at(i) * forecasts.get(i).mean(step);
        }
        double squares = 0;
        for (int i = 0; i < forecasts.size(); i++) {
            double distance = forecasts.get(i).mean(step) - mean / total;
            squares += weights.at(i) * distance * distance;
        }
        return Math.sqrt(squares / total);
    }
}
