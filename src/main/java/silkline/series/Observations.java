package silkline.series;

import java.util.Arrays;

/**
 * What is known of one series, in the order of the periods: a value, NaN where it is missing, and an SDMX status for each period
 * that was reported. Periods that were not are gaps.
 */
public final class Observations {
    private static final String BREAK = "B";

    private final SeriesId id;
    private final Frequency frequency;
    private final int[] indices;
    private final double[] values;
    private final int[] lastBreaks;

    /** {@code indices} are {@code period_index}, strictly rising; the arrays are as long as each other and are kept. */
    public Observations(SeriesId id, int[] indices, double[] values, String[] statuses) {
        this.id = id;
        this.frequency = Frequency.parse(id.freq()).orElseThrow();
        this.indices = indices;
        this.values = values;
        this.lastBreaks = new int[indices.length];
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < indices.length; i++) {
            last = BREAK.equals(statuses[i]) ? indices[i] : last;
            lastBreaks[i] = last;
        }
    }

    public SeriesId id() {
        return id;
    }

    public Frequency frequency() {
        return frequency;
    }

    public int length() {
        return indices.length;
    }

    public int index(int position) {
        return indices[position];
    }

    public double value(int position) {
        return values[position];
    }

    /** Where the period with this index is; negative where it is a gap. */
    public int positionOf(int index) {
        return Arrays.binarySearch(indices, index);
    }

    /** The value that was reported so many periods before; NaN in a gap. */
    public double valueBefore(int position, int periods) {
        int wanted = indices[position] - periods;
        // A series without gaps has it just there.
        int guess = position - periods;
        int found = guess >= 0 && indices[guess] == wanted ? guess : Arrays.binarySearch(indices, 0, position, wanted);
        return found >= 0 ? values[found] : Double.NaN;
    }

    /** Whether the source marks a break at this observation or after the one so many periods before it. */
    public boolean hasBreakWithin(int position, int periods) {
        return lastBreaks[position] > (long) indices[position] - periods;
    }
}
