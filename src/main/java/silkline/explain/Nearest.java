package silkline.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of known keys a mistyped one may stand for. */
public final class Nearest {
    private Nearest() {}

    /** The {@code most} nearest by the number of letters to change (Levenshtein 1966), the nearest first. */
    public static List<String> of(String typed, Collection<String> known, int most) {
        return known.stream()
                .sorted(Comparator.comparingInt((String key) -> distance(typed, key))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
