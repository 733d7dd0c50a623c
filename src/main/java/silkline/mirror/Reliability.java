package silkline.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each area's reports have lain from those of its partners, learnt from periods gone by: the weight of a side is
 * the inverse of its mean distance, so a value is never judged by itself.
 */
public final class Reliability {
    /** Of a side with as few comparisons the distance is drawn to that of all, as if it had so many more of them. */
    private static final double PRIOR = 5;

    /** Two sides that always agreed are not infinitely reliable. */
    private static final double LEAST = 0.01;

    /** The IMF's flat surcharge for insurance and freight (Marini, Dippelsman and Stanger 2018). */
    private static final double USUAL_CIF_FOB = 1.06;

    /** Medians beyond are misreports rather than freight. */
    private static final double MOST_CIF_FOB = 1.2;

    private static final int FEWEST_RATIOS = 20;

    private final Map<String, double[]> distances = new HashMap<>();
    private final double[] all = new double[2];
    private final List<Double> ratios = new ArrayList<>();

    /** Takes note of what two sides said; pairs with one side teach nothing. */
    public void learn(String exporter, String importer, Mirror mirror) {
        double ratio = mirror.cifFobRatio();
        if (Double.isNaN(ratio)) {
            return;
        }
        ratios.add(ratio);
        double distance = Math.abs(Math.log(ratio / USUAL_CIF_FOB));
        add(all, distance);
        add(distances.computeIfAbsent(exporter, area -> new double[2]), distance);
        add(distances.computeIfAbsent(importer, area -> new double[2]), distance);
    }

    private static void add(double[] sums, double distance) {
        sums[0] += distance;
        sums[1]++;
    }

    /** Inverse of the mean absolute log distance to the partners' reports; 1 while nothing is known of any. */
    public double weight(String area) {
        if (all[1] == 0) {
            return 1;
        }
        double usual = all[0] / all[1];
        double[] own = distances.getOrDefault(area, new double[2]);
        return 1 / Math.max(LEAST, (own[0] + PRIOR * usual) / (own[1] + PRIOR));
    }

    /** The median CIF/FOB ratio so far, held between 1 and 1.2; 1.06 with fewer than 20 pairs. */
    public double cifFob() {
        if (ratios.size() < FEWEST_RATIOS) {
            return USUAL_CIF_FOB;
        }
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Math.max(1, Math.min(MOST_CIF_FOB, median));
    }
}
