package silkline.forecast.ensemble;

import java.util.List;

/** What each member counts for one series. */
final class Weights {
    /** Left out at either end where weights are the same for every series; with learnt ones it does not help. */
    private static final double USUAL_CUT = 0.15;

    private final double[] values;
    private final double cut;

    private Weights(double[] values, double cut) {
        this.values = values;
        this.cut = cut;
    }

    /** The same for every series. */
    static Weights fixed(List<Member> members) {
        return new Weights(members.stream().mapToDouble(Member::weight).toArray(), USUAL_CUT);
    }

    /** Made for one series; takes the array over. */
    static Weights learnt(double[] values) {
        return new Weights(values, 0);
    }

    /** That of the {@code i}-th member, counted from 0. Not negative; they need not sum to 1. */
    double at(int i) {
        return values[i];
    }

    /** Share of the weight left out at either end of the sorted forecasts. */
    double cut() {
        return cut;
    }
}
