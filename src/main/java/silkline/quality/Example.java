package silkline.quality;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One break of a rule. The heaviest comes first; equally heavy ones in the order of their text.
 *
 * @param weight how far beyond the limit, to be compared within one rule
 * @param text series, period and figures
 * @param place file and line where they are known, else empty
 */
public record Example(double weight, String text, String place) implements Comparable<Example>, Serializable {
    private static final Comparator<Example> ORDER =
            Comparator.comparingDouble(Example::weight).reversed().thenComparing(Example::text);

    @Override
    public int compareTo(Example other) {
        return ORDER.compare(this, other);
    }
}
