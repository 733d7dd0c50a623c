package silkline.series;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes that dimensions may take, by the name of their list. A list that is not there refuses nothing. */
public final class CodeLists implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final String AREA = "area";
    public static final String INDICATOR = "indicator";
    public static final String UNIT = "unit";

    private final Map<String, Set<String>> lists = new TreeMap<>();

    private CodeLists(Map<String, ? extends Set<String>> lists) {
        lists.forEach((name, codes) -> this.lists.put(name, new TreeSet<>(codes)));
    }

    public static CodeLists of(Map<String, ? extends Set<String>> lists) {
        return new CodeLists(lists);
    }

    public boolean knows(String list, String code) {
        Set<String> codes = lists.get(list);
        return codes == null || codes.contains(code);
    }

    /** The known code that is nearest to {@code code} in letters; of equally near ones the first. */
    public String nearest(String list, String code) {
        return lists.get(list).stream()
                .min(Comparator.comparingInt(known -> distance(known, code)))
                .orElse("");
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
                int changed = cost[i - 1][j - 1] + (isSame ? 0 : 1);
                cost[i][j] = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (isSwapped(a, i, b, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean isSwapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
