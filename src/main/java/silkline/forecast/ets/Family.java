package silkline.forecast.ets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import silkline.forecast.History;
import silkline.forecast.search.Bfgs;

/** Every {@link Form} that suits a series, fitted to it. Serves one thread. */
final class Family {
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-3;
    /** A year of more periods has more starting states than most series can tell. */
    private static final int LONGEST_YEAR = 24;

    private static final double DAMPING = 0.95;

    private final double[] y;
    private final int period;
    private final double alpha;
    private final Bfgs search;
    private final Map<Form.Season, Start> starts = new EnumMap<>(Form.Season.class);
    private final List<Member> members = new ArrayList<>();

    /** A fitted form. */
    static final class Member {
        private final Form form;
        private final Parameters parameters;
        private final Smoothing smoothing;
        private final double[] free;
        private final double value;
        private final double criterion;

        private Member(
                Form form, Parameters parameters, Smoothing smoothing, double[] free, double value, double criterion) {
            this.form = form;
            this.parameters = parameters;
            this.smoothing = smoothing;
            this.free = free;
            this.value = value;
            this.criterion = criterion;
        }

        Form form() {
            return form;
        }

        /** AICc up to a constant of the series. */
        double criterion() {
            return criterion;
        }

        /** Minus twice the log-likelihood up to a constant of the series. */
        double likelihood() {
            return smoothing.likelihood(free);
        }

        Outlook outlook() {
            smoothing.likelihood(free);
            return smoothing.outlook();
        }
    }

    /** @param y a series of size about one that is not constant */
    Family(double[] y, int season) {
        this.y = y;
        boolean seasonal = season > 1 && season <= LONGEST_YEAR && y.length >= 2 * season;
        period = seasonal ? season : 1;
        // Weights of seasonal data are small, and the likelihood has several dips; the start decides which is found.
        alpha = season == 1 ? 0.3 : 0.1;
        search = new Bfgs(period + 5, ITERATIONS, TOLERANCE);
        for (Form form : Form.suiting(seasonal, History.isPositive(y))) {
            fit(form);
        }
    }

    List<Member> members() {
        return members;
    }

    /** The member with the smallest criterion, the first of equals. */
    Member best() {
        Member best = members.get(0);
        for (Member member : members) {
            if (member.criterion < best.criterion) {
                best = member;
            }
        }
        return best;
    }

    private void fit(Form form) {
        int k = form.parameters(period) + 1;
        double spare = y.length - k - 1;
        if (spare <= 0) {
            return;
        }
        Start start = starts.computeIfAbsent(form.season(), kind -> Start.of(y, period, kind));
        Parameters parameters = new Parameters(form, period, start);
        Smoothing smoothing = new Smoothing(y, period, form, parameters);
        double[] free = parameters.free(start, alpha, 0.1 * alpha, 0.1 * (1 - alpha), DAMPING);
        double value = search.minimise(smoothing, free, free.length);
        Member plain = withoutTrend(form);
        if (plain != null && value > plain.value) {
            // A trend can only help; this search ended in another dip, so it starts again from where there was none.
            double found = plain.parameters.alpha;
            free = parameters.free(start, found, 0.1 * found, 0.1 * (1 - found), DAMPING);
            value = search.minimise(smoothing, free, free.length);
        }
        smoothing.likelihood(free);
        if (Double.isFinite(value) || members.isEmpty()) {
            members.add(
                    new Member(form, parameters, smoothing, free, value, value + 2 * k + 2.0 * k * (k + 1) / spare));
        }
    }

    /** The member that lacks only the trend; null where there is none yet. */
    private Member withoutTrend(Form form) {
        for (Member member : members) {
            if (form.hasTrend()
                    && !member.form.hasTrend()
                    && member.form.season() == form.season()
                    && member.form.multiplicativeError() == form.multiplicativeError()) {
                return member;
            }
        }
        return null;
    }
}
