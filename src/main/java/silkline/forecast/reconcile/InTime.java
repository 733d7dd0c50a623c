package silkline.forecast.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.History;

/**
 * A model asked for the periods of an amount and for the quarters and years that they make up, and its answers brought to
 * agree, so that months add up to quarters and these to years. Athanasopoulos, Hyndman, Kourentzes and Petropoulos 2017,
 * weighted by the variances that the model states of its errors.
 *
 * <p>Quarters and years are those of the calendar. Of one under way, what is known already counts, and only the rest of it
 * can move. A level that is too short for the model is left out.
 *
 * @param model asked at every level
 * @param firstPosition place in its year of the first observation, counted from 0
 */
public record InTime(Forecaster model, int firstPosition) implements Forecaster {
    private static final String PREFIX = "temporal-";

    /** Periods per year of the levels above. */
    private static final int[] COARSER = {4, 1};

    /** The forecast of one level, with so many periods per year; its first step is the first period that is not over. */
    public record Level(int perYear, Forecast forecast) {}

    @Override
    public String name() {
        return PREFIX + model.name();
    }

    /** Whether it is how a model is called that is asked at several levels. */
    public static boolean isName(String name) {
        return name.startsWith(PREFIX);
    }

    @Override
    public int minimumLength(int season) {
        return model.minimumLength(season);
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
        return levels(history, season, horizon, levels).get(0).forecast();
    }

    /** What {@link #forecast} says, then the forecasts of the quarters and years that end within the horizon. */
    public List<Level> levels(double[] history, int season, int horizon, double[] coverages) {
        History.require(this, history, season, horizon);
        int known = Math.floorMod(firstPosition + history.length, season);
        // Whole years, so that the last periods asked for are part of one too.
        int ahead = horizon + Math.floorMod(-known - horizon, season);
        List<CalendarLevel> asked =
                new ArrayList<>(CalendarLevel.asked(this, history, season, season, ahead, coverages));
        for (int perYear : COARSER) {
            if (perYear < season && season % perYear == 0) {
                asked.addAll(CalendarLevel.asked(this, history, season, perYear, ahead, coverages));
            }
        }
        boolean isAmount = Arrays.stream(history).allMatch(value -> value >= 0);
        return CalendarLevel.reconciled(asked, horizon, isAmount);
    }
}
