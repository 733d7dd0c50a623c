package silkline.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was published for one period, release after release; a value of NaN says that there was none. */
public record Estimates(List<Estimate> inOrder) {
    /** A value and the last day on which it can have been published. */
    public record Estimate(LocalDate published, double value) {}

    /** {@code inOrder} is by publication; releases before the first value, and what only repeats the one before, are left out. */
    public Estimates {
        List<Estimate> changed = new ArrayList<>();
        double before = Double.POSITIVE_INFINITY;
        for (Estimate one : inOrder) {
            boolean isBegun = !changed.isEmpty() || !Double.isNaN(one.value());
            if (isBegun && Double.compare(before, one.value()) != 0) {
                changed.add(one);
            }
            before = one.value();
        }
        inOrder = List.copyOf(changed);
    }

    /** Whether there was a first value and then another. */
    public boolean isRevised() {
        return !Double.isNaN(later(1));
    }

    /** The first value; NaN where there never was one. */
    public double first() {
        return inOrder.isEmpty() ? Double.NaN : inOrder.get(0).value();
    }

    /** The value after so many revisions; NaN where there were fewer. Releases without a value do not count. */
    public double later(int revisions) {
        return inOrder.stream()
                .filter(one -> !Double.isNaN(one.value()))
                .skip(revisions)
                .findFirst()
                .map(Estimate::value)
                .orElse(Double.NaN);
    }

    /** The value so many months after the first; NaN where there was none, or where that is after {@code known}. */
    public double after(int months, LocalDate known) {
        if (inOrder.isEmpty()) {
            return Double.NaN;
        }
        LocalDate day = inOrder.get(0).published().plusMonths(months);
        double value = Double.NaN;
        for (Estimate one : inOrder) {
            value = one.published().isAfter(day) ? value : one.value();
        }
        return day.isAfter(known) ? Double.NaN : value;
    }

    /** The last value; NaN where it was withdrawn. */
    public double last() {
        return inOrder.isEmpty() ? Double.NaN : inOrder.get(inOrder.size() - 1).value();
    }
}
