package silkline.explain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a printed number comes from, and whether its inputs give it again.
 *
 * @param meaning what it is, in words
 * @param unit code of its unit: USD, RATIO, PP ...
 * @param formula how it follows from the inputs, by their names
 * @param storedIn table and column; empty where no table holds it
 * @param stored NaN where nothing is stored
 * @param recomputed from the inputs; NaN where it was not
 * @param notes what else a reader has to know
 * @param sources datasets that the inputs are of
 * @param tables what was read, with versions
 */
public record Explanation(
        String key,
        String meaning,
        String unit,
        String formula,
        List<Input> inputs,
        String storedIn,
        double stored,
        double recomputed,
        Method method,
        List<String> notes,
        List<Source> sources,
        List<Table> tables) {
    /** Two ways to the same number differ in the last digits: sums in another order, logarithms of another machine. */
    private static final double DIGITS = 1e-9;

    /** How the number was checked. */
    public enum Method {
        RECOMPUTED,
        /** Only looked up: to compute it again would be to run the whole stage. */
        LOOKED_UP
    }

    /** A dataset. */
    public record Source(String id, String title, String producer, String licence, String url) {}

    /** A Delta table as it was read, and the run that wrote the row; empty where several did. */
    public record Table(String name, long version, String runId) {}

    public Explanation {
        inputs = List.copyOf(inputs);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
    }

    /** To be filled in. */
    public static Explanation of(Key key, String meaning, String unit) {
        return new Explanation(
                key.toString(),
                meaning,
                unit,
                "",
                List.of(),
                "",
                Double.NaN,
                Double.NaN,
                Method.LOOKED_UP,
                List.of(),
                List.of(),
                List.of());
    }

    public Explanation storedIn(String place, double value) {
        return new Explanation(
                key, meaning, unit, formula, inputs, place, value, recomputed, method, notes, sources, tables);
    }

    public Explanation recomputed(String how, double value, List<Input> from) {
        return new Explanation(
                key, meaning, unit, how, from, storedIn, stored, value, Method.RECOMPUTED, notes, sources, tables);
    }

    /** Not computed again; {@code why} becomes a note. */
    public Explanation lookedUp(String how, List<Input> from, String why) {
        return new Explanation(
                        key,
                        meaning,
                        unit,
                        how,
                        from,
                        storedIn,
                        stored,
                        Double.NaN,
                        Method.LOOKED_UP,
                        notes,
                        sources,
                        tables)
                .noted("Looked up, not computed again: " + why);
    }

    public Explanation noted(String note) {
        return new Explanation(
                key,
                meaning,
                unit,
                formula,
                inputs,
                storedIn,
                stored,
                recomputed,
                method,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                sources,
                tables);
    }

    public Explanation resting(List<Source> datasets, List<Table> versions) {
        return new Explanation(
                key, meaning, unit, formula, inputs, storedIn, stored, recomputed, method, notes, datasets, versions);
    }

    /** The number itself: as computed again, else as stored. */
    public double value() {
        return method == Method.RECOMPUTED ? recomputed : stored;
    }

    /** Whether what was computed again is what is stored; true where only one of the two is there. */
    public boolean agrees() {
        return method == Method.LOOKED_UP || storedIn.isEmpty() || isSame(stored, recomputed);
    }

    /** Whether both are the same number but for the last digits, or neither is one. */
    public static boolean isSame(double one, double other) {
        if (!Double.isFinite(one) || !Double.isFinite(other)) {
            return !Double.isFinite(one) && !Double.isFinite(other);
        }
        return Math.abs(one - other) <= DIGITS * Math.max(Math.abs(one), Math.abs(other));
    }
}
