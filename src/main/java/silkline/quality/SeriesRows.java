package silkline.quality;

import java.time.LocalDate;
import java.util.Arrays;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.SeriesId;

/**
 * The values of one series in every vintage, sorted by period and, within it, so that the one to believe comes last.
 * Made to be filled again for the next series: nothing is made per row.
 */
public final class SeriesRows {
    private long key;
    private SeriesId id;
    private Frequency frequency;
    private int size;
    private int[] periods = new int[64];
    private int[] published = new int[64];
    private double[] values = new double[64];
    private boolean[] isNew = new boolean[64];
    private boolean[] isBreak = new boolean[64];
    private String[] files = new String[64];
    private long[] lines = new long[64];

    /** Begins another series. */
    public void start(long seriesKey, String seriesId) {
        key = seriesKey;
        id = SeriesId.parse(seriesId);
        frequency = Frequency.parse(id.freq()).orElseThrow();
        size = 0;
    }

    /**
     * Adds the next row.
     *
     * @param published day of publication, in days since 1970
     * @param value NaN where missing
     * @param isBreak whether the source marks a break in the series
     * @param file where a row of this run stands; null for one that is in the lake already
     */
    public void add(int period, int published, double value, boolean isBreak, String file, long line) {
        if (size == periods.length) {
            grow();
        }
        periods[size] = period;
        this.published[size] = published;
        values[size] = value;
        isNew[size] = file != null;
        this.isBreak[size] = isBreak;
        files[size] = file;
        lines[size] = line;
        size++;
    }

    private void grow() {
        int length = size * 2;
        periods = Arrays.copyOf(periods, length);
        published = Arrays.copyOf(published, length);
        values = Arrays.copyOf(values, length);
        isNew = Arrays.copyOf(isNew, length);
        isBreak = Arrays.copyOf(isBreak, length);
        files = Arrays.copyOf(files, length);
        lines = Arrays.copyOf(lines, length);
    }

    public long key() {
        return key;
    }

    public SeriesId id() {
        return id;
    }

    Frequency frequency() {
        return frequency;
    }

    public int size() {
        return size;
    }

    int period(int row) {
        return periods[row];
    }

    int published(int row) {
        return published[row];
    }

    double value(int row) {
        return values[row];
    }

    boolean isNew(int row) {
        return isNew[row];
    }

    boolean isBreak(int row) {
        return isBreak[row];
    }

    /** Whether a row is a later vintage of the period of the row before it. */
    boolean isRevision(int row) {
        return row > 0 && periods[row] == periods[row - 1];
    }

    /** The rows to believe: the last of each period. */
    int[] believed() {
        int[] rows = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (row + 1 == size || periods[row + 1] != periods[row]) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    String periodText(int row) {
        return new Period(frequency, periods[row]).toString();
    }

    String publishedText(int row) {
        return LocalDate.ofEpochDay(published[row]).toString();
    }

    /** File and line of a row of this run; empty for one that is in the lake already. */
    String place(int row) {
        return isNew[row] ? files[row] + ":" + lines[row] : "";
    }
}
