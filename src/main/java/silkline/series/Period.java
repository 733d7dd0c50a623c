package silkline.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar year, half-year, quarter, month or range of months, numbered within its frequency: consecutively, so that
 * a lag is a subtraction. {@link #parse} and {@link #toString} are inverses.
 */
public record Period(Frequency frequency, int index) implements Comparable<Period> {
    private static final Comparator<Period> ORDER = Comparator.comparing(Period::end)
            .thenComparing(Period::start, Comparator.reverseOrder())
            .thenComparing(Period::frequency);

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-?A1?)?");
    private static final Pattern PART = Pattern.compile("(\\d{4})-?([SHQ])([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:-M|M|-)?(0[1-9]|1[0-2])|(\\d{4})-?M([1-9])");
    private static final Pattern RANGE = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])/P([1-9]\\d{0,2})M");
    private static final Pattern DAYS = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-01/P([1-9]\\d{0,2})([MY])");

    /** The {@code position}-th period of {@code year}, counted from 1; not for ranges. */
    public static Period of(Frequency frequency, int year, int position) {
        if (!frequency.isConsecutive() || position < 1 || position > frequency.perYear()) {
            throw new IllegalArgumentException("no period %d of %s".formatted(position, frequency));
        }
        return new Period(frequency, year * frequency.perYear() + position - 1);
    }

    public static Period ofYear(int year) {
        return of(Frequency.ANNUAL, year, 1);
    }

    /** The {@code months} months that begin with {@code month} (1 to 12) of {@code year}. */
    public static Period ofRange(int year, int month, int months) {
        if (months < 1 || months >= Frequency.RANGE_LENGTHS) {
            throw new IllegalArgumentException("a range of %d months".formatted(months));
        }
        return new Period(Frequency.RANGE, (year * 12 + month - 1) * Frequency.RANGE_LENGTHS + months);
    }

    /**
     * Reads {@code 2024}, {@code 2024-A1}, {@code 2024-S1}, {@code 2024-H1}, {@code 2024-Q1}, {@code 2024Q1},
     * {@code 2024-01}, {@code 2024-M01}, {@code 2024M1}, {@code 202401}, {@code 2024-01/P5M}, and, where it begins with
     * a day, {@code 2024-01-01/P1Y} or {@code 2024-01-01/P3M}: the year, half-year, quarter or month of those days,
     * else the range. Empty for any other text; days and weeks are no periods here, and {@code 2024-T1} is a quarter to
     * some and four months in SDMX.
     */
    public static Optional<Period> parse(String text) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(ofYear(number(year, 1)));
        }
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            Frequency frequency = part.group(2).equals("Q") ? Frequency.QUARTER : Frequency.HALF_YEAR;
            int position = number(part, 3);
            return position > frequency.perYear()
                    ? Optional.empty()
                    : Optional.of(of(frequency, number(part, 1), position));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            int first = month.group(1) == null ? 3 : 1;
            return Optional.of(of(Frequency.MONTH, number(month, first), number(month, first + 1)));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return range(number(range, 1), number(range, 2), number(range, 3), false);
        }
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            int months = number(days, 3) * (days.group(4).equals("Y") ? 12 : 1);
            return range(number(days, 1), number(days, 2), months, true);
        }
        return Optional.empty();
    }

    private static Optional<Period> range(int year, int month, int months, boolean isCalendar) {
        for (Frequency frequency : Frequency.values()) {
            if (isCalendar && frequency.months() == months && (month - 1) % months == 0) {
                return Optional.of(of(frequency, year, (month - 1) / months + 1));
            }
        }
        return months < Frequency.RANGE_LENGTHS ? Optional.of(ofRange(year, month, months)) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    public Period plus(int periods) {
        return new Period(frequency, index + periods);
    }

    public Period yearEarlier() {
        return plus(-frequency.perYear());
    }

    public int year() {
        return Math.floorDiv(index, frequency.perYear());
    }

    /** Length in months. */
    public int months() {
        return frequency.isConsecutive() ? frequency.months() : Math.floorMod(index, Frequency.RANGE_LENGTHS);
    }

    public LocalDate start() {
        int firstMonth = frequency.isConsecutive()
                ? Math.floorMod(index, frequency.perYear()) * frequency.months()
                : Math.floorMod(Math.floorDiv(index, Frequency.RANGE_LENGTHS), 12);
        return LocalDate.of(year(), firstMonth + 1, 1);
    }

    /** The last day, which belongs to the period. */
    public LocalDate end() {
        return start().plusMonths(months()).minusDays(1);
    }

    /** By end; of those that end together the shorter comes first, and a range after the period of the same days. */
    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return switch (frequency) {
            case ANNUAL -> Integer.toString(year());
            case HALF_YEAR -> year() + "-S" + position();
            case QUARTER -> year() + "-Q" + position();
            case MONTH -> YearMonth.from(start()).toString();
            case RANGE -> YearMonth.from(start()) + "/P" + months() + "M";
        };
    }

    private int position() {
        return Math.floorMod(index, frequency.perYear()) + 1;
    }
}
