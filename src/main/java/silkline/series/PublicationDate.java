package silkline.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/**
 * When something was published, as far as that is known. {@code latest} is the last day that it can have been, so that
 * a reading as of a date never uses what may not have been published by then.
 *
 * <p>Written as in ISO 8601-2 (EDTF): {@code 2026-04-08}, {@code 2026-04}, {@code 2026}, or {@code ../2026-04-08} for
 * "on or before that day".
 */
public record PublicationDate(LocalDate latest, Precision precision) implements Serializable {
    /** How well the date is known, the best first. */
    public enum Precision {
        DAY("day"),
        MONTH("month"),
        YEAR("year"),
        /** Only the last possible day is known. */
        BY("by");

        private final String code;

        Precision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * The most believed date last: one that is only known "on or before" gives way to every other, then the newest, and
     * of one last possible day the best known, since the others may be earlier.
     */
    public static final Comparator<PublicationDate> BY_TRUST = Comparator.comparing(PublicationDate::isDated)
            .thenComparing(PublicationDate::latest)
            .thenComparing(PublicationDate::precision, Comparator.reverseOrder());

    private static final String OPEN_START = "../";

    /** From the two columns of a table; the inverse of {@link #latest} and the precision's code. */
    public static PublicationDate of(LocalDate latest, String precisionCode) {
        for (Precision precision : Precision.values()) {
            if (precision.code().equals(precisionCode)) {
                return new PublicationDate(latest, precision);
            }
        }
        throw new IllegalArgumentException("precision " + precisionCode);
    }

    /** Empty for a text of no known form. */
    public static Optional<PublicationDate> parse(String text) {
        try {
            if (text.startsWith(OPEN_START)) {
                return Optional.of(
                        new PublicationDate(LocalDate.parse(text.substring(OPEN_START.length())), Precision.BY));
            }
            return switch (text.length()) {
                case 4 ->
                    Optional.of(
                            new PublicationDate(YearMonth.parse(text + "-12").atEndOfMonth(), Precision.YEAR));
                case 7 -> Optional.of(new PublicationDate(YearMonth.parse(text).atEndOfMonth(), Precision.MONTH));
                case 10 -> Optional.of(new PublicationDate(LocalDate.parse(text), Precision.DAY));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException unknownForm) {
            return Optional.empty();
        }
    }

    /** Whether an earliest day is known too. */
    public boolean isDated() {
        return precision != Precision.BY;
    }

    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> latest.toString();
            case MONTH -> YearMonth.from(latest).toString();
            case YEAR -> Integer.toString(latest.getYear());
            case BY -> OPEN_START + latest;
        };
    }
}
