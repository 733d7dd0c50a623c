package silkline.gravity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The flows of one period from which a gravity equation with an effect of each exporter and each importer can be
 * estimated, and those that were left out with the reason.
 */
public final class Sample {
    private final List<Flow> kept = new ArrayList<>();
    private final Map<Flow, Reason> dropped = new HashMap<>();

    /** A flow as its exporter reports it; {@code kilometres} NaN where a place is not known. */
    public record Flow(String exporter, String importer, double value, double kilometres) {}

    /** Why a flow says nothing about distance. */
    public enum Reason {
        /** The place of one of the two is not known, or is the same. */
        DISTANCE_MISSING,
        /** Its exporter has positive flows to fewer than two importers that are left, so its own effect explains it. */
        EXPORTER_ALONE,
        /** Its importer has positive flows from fewer than two exporters that are left, so its own effect explains it. */
        IMPORTER_ALONE
    }

    private Sample(List<Flow> flows) {
        for (Flow flow : flows) {
            if (flow.kilometres() > 0) {
                kept.add(flow);
            } else {
                dropped.put(flow, Reason.DISTANCE_MISSING);
            }
        }
        boolean isDone = false;
        while (!isDone) {
            int before = kept.size();
            dropAlone(true);
            dropAlone(false);
            isDone = kept.size() == before;
        }
    }

    /** Leaves out until nothing has to be; the order of the flows stays. */
    public static Sample of(List<Flow> flows) {
        return new Sample(flows);
    }

    private void dropAlone(boolean areExporters) {
        Map<String, Integer> partners = new HashMap<>();
        for (Flow flow : kept) {
            partners.merge(areExporters ? flow.exporter() : flow.importer(), flow.value() > 0 ? 1 : 0, Integer::sum);
        }
        Reason reason = areExporters ? Reason.EXPORTER_ALONE : Reason.IMPORTER_ALONE;
        kept.removeIf(flow -> {
            boolean isAlone = partners.get(areExporters ? flow.exporter() : flow.importer()) < 2;
            if (isAlone) {
                dropped.put(flow, reason);
            }
            return isAlone;
        });
    }

    public List<Flow> kept() {
        return List.copyOf(kept);
    }

    public Map<Flow, Reason> dropped() {
        return Map.copyOf(dropped);
    }

    /** Exporters of what is kept, in order. */
    public List<String> exporters() {
        return List.copyOf(new TreeSet<>(kept.stream().map(Flow::exporter).toList()));
    }

    /** Importers of what is kept, in order. */
    public List<String> importers() {
        return List.copyOf(new TreeSet<>(kept.stream().map(Flow::importer).toList()));
    }
}
