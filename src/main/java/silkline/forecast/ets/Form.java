package silkline.forecast.ets;

import java.util.ArrayList;
import java.util.List;

/** Which components a model has and how they combine; additive trends only. Hyndman et al. 2008, table 2.3. */
record Form(boolean multiplicativeError, Trend trend, Season season) {
    enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");

        private final String code;

        Trend(String code) {
            this.code = code;
        }
    }

    enum Season {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String code;

        Season(String code) {
            this.code = code;
        }
    }

    /**
     * The forms that suit a series: no season where there is none, multiplicative parts only above zero, and no
     * multiplicative season with an additive error, whose variance has no bound.
     */
    static List<Form> suiting(boolean seasonal, boolean positive) {
        List<Form> forms = new ArrayList<>();
        for (Season season : Season.values()) {
            for (Trend trend : Trend.values()) {
                if (season == Season.NONE || seasonal) {
                    if (season != Season.MULTIPLICATIVE) {
                        forms.add(new Form(false, trend, season));
                    }
                    if (positive) {
                        forms.add(new Form(true, trend, season));
                    }
                }
            }
        }
        return forms;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /** Whether the season multiplies. */
    boolean hasFactors() {
        return season == Season.MULTIPLICATIVE;
    }

    /** Smoothing weights, damping, free starting states; the starting seasonal states have a fixed sum. */
    int parameters(int period) {
        return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (isSeasonal() ? period : 0);
    }

    @Override
    public String toString() {
        return (multiplicativeError ? "M" : "A") + trend.code + season.code;
    }
}
