package silkline.forecast.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silkline.forecast.Forecast;
import silkline.forecast.History;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;

/**
 * The combination of several models: at each step the weighted mean of the middle of their forecasts. The standard error
 * holds the same mean of theirs and how far they disagree. Which models, and their weights, depends on the periods per
 * year. Intervals are calibrated on forecasts of the past.
 */
public record Ensemble() implements MomentForecaster {
    /** One member that runs away does not decide: no more disagreement counts than this many standard errors. */
    private static final double MOST_DISAGREEMENT = 2;
    /** Relative errors and logarithms know no end where a series grew a thousandfold; how little the others doubt counts. */
    private static final double MOST_ERROR = 10;

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
        List<Moments> forecasts = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        for (Member member : Member.of(season)) {
            if (used >= member.model().minimumLength(season)) {
                Moments moments = member.model().moments(recent, season, horizon);
                if (moments.isFinite()) {
                    forecasts.add(moments);
                    members.add(member);
                }
            }
        }
        TrimmedMean middle = new TrimmedMean(members.size());
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            for (int i = 0; i < members.size(); i++) {
                middle.add(forecasts.get(i).mean(step), members.get(i).weight());
            }
            mean[step - 1] = middle.take();
            for (int i = 0; i < members.size(); i++) {
                middle.add(forecasts.get(i).standardError(step), members.get(i).errorWeight());
            }
            double own = middle.takeUpTo(MOST_ERROR);
            standardError[step - 1] =
                    Math.hypot(own, Math.min(MOST_DISAGREEMENT * own, spread(forecasts, members, step)));
        }
        return new Moments(mean, standardError);
    }

    /** The standard deviation of the members' forecasts, by weight: what is not known about the model. */
    private static double spread(List<Moments> forecasts, List<Member> members, int step) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < members.size(); i++) {
            total += members.get(i).weight();
            mean += members.get(i).weight() * forecasts.get(i).mean(step);
        }
        double squares = 0;
        for (int i = 0; i < members.size(); i++) {
            double distance = forecasts.get(i).mean(step) - mean / total;
            squares += members.get(i).weight() * distance * distance;
        }
        return Math.sqrt(squares / total);
    }
}
