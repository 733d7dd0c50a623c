package silkline.series;

import java.util.Arrays;
import java.util.Optional;

/** SDMX frequency of a series. */
public enum Frequency {
    ANNUAL("A", 1, 12),
    HALF_YEAR("S", 2, 6),
    QUARTER("Q", 4, 3),
    MONTH("M", 12, 1),
    /**
     * Ranges of months such as January to May. They are numbered by first month and length, so that the same range of
     * the year before is {@link #perYear} away; neighbours in that numbering do not follow each other.
     */
    RANGE("R", 12 * Frequency.RANGE_LENGTHS, 0);

    /** More than the longest range in months. */
    public static final int RANGE_LENGTHS = 512;

    private final String code;
    private final int perYear;
    private final int months;

    Frequency(String code, int perYear, int months) {
        this.code = code;
        this.perYear = perYear;
        this.months = months;
    }

    /** {@code A}, {@code S}, {@code Q}, {@code M} or {@code R}. */
    public String code() {
        return code;
    }

    /** How far in {@code period_index} the same period of the year before is. */
    public int perYear() {
        return perYear;
    }

    /** Months in one period; 0 for ranges, whose length differs. */
    public int months() {
        return months;
    }

    /** Whether {@code period_index} counts periods that follow each other. */
    public boolean isConsecutive() {
        return this != RANGE;
    }

    public static Optional<Frequency> parse(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
