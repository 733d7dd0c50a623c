package silkline.series;

import java.util.Set;

/** What is known of units by their code. */
public final class Units {
    /** Units whose values are rates already; the indices here have the year before as 100. */
    public static final Set<String> RATES = Set.of("PCT", "FACTOR", "IX");

    private Units() {}
}
