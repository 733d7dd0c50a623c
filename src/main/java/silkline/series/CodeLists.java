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

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
