package silkline.quality;

import java.util.Set;

/** What can be compared and added by unit of measure. */
public final class Units {
    private static final Set<String> RELATIVE = Set.of("PCT", "FACTOR", "IX", "RANK", "YEAR");

    private Units() {}

    /** Whether values are relative to something, so that neither ratios nor sums of them mean anything. */
    public static boolean isRelative(String unit) {
        return RELATIVE.contains(unit);
    }

    /** Whether a unit is a currency: three capitals that stand for nothing else. */
    static boolean isCurrency(String unit) {
        return unit.length() == 3 && !RELATIVE.contains(unit);
    }

    /** The units of which neither ratios nor sums mean anything. */
    public static Set<String> relative() {
        return RELATIVE;
    }
}
