package silkline.quality;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a dataset is held to.
 *
 * @param severities where they differ from those of the rules
 * @param limits where they differ from those of the rules
 * @param ranges of values, in the unit of the series; the first that fits counts
 * @param coverage areas and years that must be there; none where the areas are empty
 */
public record Expectations(
        Map<Rule, Severity> severities, Map<Rule, Double> limits, List<Range> ranges, Coverage coverage)
        implements Serializable {
    /** The rules as they are. */
    public static final Expectations DEFAULT =
            new Expectations(Map.of(), Map.of(), List.of(), new Coverage(Set.of(), 0, 0));

    private static final Set<String> NEVER_NEGATIVE = Set.of("population", "fx_rate");
    private static final Set<String> FLOWS = Set.of("X", "M", "RX", "RM", "T");
    private static final Range POSITIVE = new Range("", 0, Double.POSITIVE_INFINITY);
    private static final Range ANY = new Range("", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Values of {@code indicator} lie in [{@code low}, {@code high}]. */
    public record Range(String indicator, double low, double high) implements Serializable {
        boolean holds(double value) {
            return value >= low && value <= high;
        }

        boolean isOpen() {
            return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
        }
    }

    /** Each of {@code areas} has a value in each year from {@code from} to {@code to}, both included. */
    public record Coverage(Set<String> areas, int from, int to) implements Serializable {
        public Coverage {
            areas = Set.copyOf(areas);
        }

        boolean asksFor(String area, int year) {
            return year >= from && year <= to && areas.contains(area);
        }

        int size() {
            return areas.size() * (to - from + 1);
        }
    }

    public Expectations {
        severities = Map.copyOf(severities);
        limits = Map.copyOf(limits);
        ranges = List.copyOf(ranges);
    }

    public Severity severity(Rule rule) {
        return severities.getOrDefault(rule, rule.severity());
    }

    /** NaN where the rule has none. */
    public double limit(Rule rule) {
        return limits.getOrDefault(rule, rule.limit());
    }

    boolean isOn(Rule rule) {
        return severity(rule) != Severity.OFF;
    }

    /** The declared range of a series, else the built-in one. */
    Range range(String indicator, String flow, String unit) {
        for (Range range : ranges) {
            if (range.indicator().equals(indicator)) {
                return range;
            }
        }
        boolean isFlow = FLOWS.contains(flow) && !Units.isRelative(unit);
        return isFlow || NEVER_NEGATIVE.contains(indicator) ? POSITIVE : ANY;
    }
}
