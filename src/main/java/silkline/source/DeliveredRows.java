package silkline.source;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.util.AccumulatorV2;

/**
 * How many rows the formats handed over, counted where they come out of their files and before anything is done with
 * them. Each part of a file is told once, when it was read to its end, and a part that is read again (a task tried anew,
 * rows that had left the memory) takes the place of what it said before. So, unlike a plain counter, it never counts twice.
 */
public final class DeliveredRows extends AccumulatorV2<DeliveredRows.Part, Map<String, Long>> {
    private static final long serialVersionUID = 1L;

    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    /** {@code rows} of a dataset that {@code place}, which no other part has, delivered. */
    public record Part(String datasetId, String place, long rows) implements Serializable {
        /** The same part, read twice with different results, is wrong either way: it then says more than any reading did. */
        private Part and(Part other) {
            return rows == other.rows ? this : new Part(datasetId, place, rows + other.rows);
        }
    }

    private DeliveredRows() {}

    /** A new count, none delivered. */
    public static DeliveredRows in(SparkContext spark) {
        DeliveredRows none = new DeliveredRows();
        spark.register(none);
        return none;
    }

    /** Says that a part is going to be read. */
    void expect(String place) {
        expected.add(place);
    }

    /**
     * Rows by dataset. To be asked for after everything was read; a part that then was not read to its end is a fault of
     * the program.
     */
    public Map<String, Long> byDataset() {
        expected.stream().filter(place -> !parts.containsKey(place)).findAny().ifPresent(place -> {
            throw new IllegalStateException(place + " was not read to its end");
        });
        return value();
    }

    /** Rows by dataset of what was read so far; Spark asks for it while tasks run. */
    @Override
    public Map<String, Long> value() {
        Map<String, Long> rows = new TreeMap<>();
        parts.values().forEach(part -> rows.merge(part.datasetId(), part.rows(), Long::sum));
        return rows;
    }

    @Override
    public void add(Part part) {
        parts.merge(part.place(), part, Part::and);
    }

    @Override
    public void merge(AccumulatorV2<Part, Map<String, Long>> other) {
        ((DeliveredRows) other).parts.values().forEach(this::add);
    }

    @Override
    public boolean isZero() {
        return parts.isEmpty();
    }

    @Override
    public AccumulatorV2<Part, Map<String, Long>> copy() {
        DeliveredRows copy = new DeliveredRows();
        copy.parts.putAll(parts);
        copy.expected.addAll(expected);
        return copy;
    }

    @Override
    public void reset() {
        parts.clear();
        expected.clear();
    }
}
