package silkline.series;

import static silkline.series.CellTexts.clean;
import static silkline.series.CellTexts.optional;
import static silkline.series.CellTexts.required;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one row of a dataset, cell by cell, into an observation, or says why it cannot be one. Keeps what it understood
 * last, so each thread needs its own.
 */
public final class ObservationParser implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Statuses that say that there is no value: holiday, not collected, cannot exist, unspecified, suppressed. */
    private static final Set<String> MISSING_STATUSES = Set.of("H", "L", "M", "O", "Q");

    /** The status of an observation that is withdrawn, as of one that is missing. */
    private static final String WITHDRAWN = "M";

    /** Statuses that may stand with a value or without: derogation, counted elsewhere, too small, special event. */
    private static final Set<String> WITH_OR_WITHOUT_VALUE = Set.of("J", "K", "N", "S");

    private static final Pattern POWER = Pattern.compile("-?\\d{1,2}");

    private final PeriodParser periods = new PeriodParser();
    private final SeriesParser dimensions;
    private final String locale;
    private final PublicationDate publishedAt;

    /** {@code locale} and {@code publishedAt} are the dataset's, as {@link NumberLocale} and {@link PublicationDate} read them. */
    public ObservationParser(CodeLists codes, String datasetId, NumberLocale locale, PublicationDate publishedAt) {
        this.dimensions = new SeriesParser(codes, datasetId);
        this.locale = locale.name();
        this.publishedAt = publishedAt;
    }

    /** What became of a row. */
    public sealed interface Reading {
        /**
         * {@code seriesId} is the text of {@code series}; {@code value} is in units ({@code unitMult} applied), NaN where
         * the source says that it is missing, or where it withdraws the observation.
         */
        record Accepted(
                SeriesId series,
                String seriesId,
                Period period,
                double value,
                int unitMult,
                String status,
                PublicationDate published,
                String sourceRef,
                String note,
                boolean isDeleted)
                implements Reading {}

        record Rejected(String rule, String message) implements Reading {}
    }

    /** {@code cells} gives the text of a cell, null where the file does not have it. */
    public Reading parse(Function<Cell, String> cells) {
        try {
            return accepted(cells);
        } catch (Refusal refusal) {
            return new Reading.Rejected(refusal.rule, refusal.getMessage());
        }
    }

    private Reading accepted(Function<Cell, String> cells) throws Refusal {
        Period period = periods.parse(required(cells, Cell.TIME_PERIOD), optional(cells, Cell.FREQ));
        SeriesId series = dimensions.series(cells, period.frequency().code());
        boolean isDeleted = isDeleted(optional(cells, Cell.IS_DELETED));
        String status = isDeleted ? WITHDRAWN : dimensions.coded(cells, Cell.OBS_STATUS);
        int unitMult = unitMult(optional(cells, Cell.UNIT_MULT));
        double value = isDeleted ? noValue(cells) : value(cells, status, unitMult);
        return new Reading.Accepted(
                series,
                dimensions.lastId(),
                period,
                value,
                unitMult,
                status,
                published(optional(cells, Cell.PUBLISHED_AT)),
                optional(cells, Cell.SOURCE_REF),
                optional(cells, Cell.NOTE),
                isDeleted);
    }

    private static boolean isDeleted(String text) throws Refusal {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal("UNKNOWN_CODE", "is_deleted '%s' is neither true nor false".formatted(text));
        };
    }

    private static double noValue(Function<Cell, String> cells) throws Refusal {
        String text = clean(cells.apply(Cell.OBS_VALUE));
        if (!text.isEmpty()) {
            throw new Refusal("VALUE_AND_MISSING", "is_deleted says withdrawn, but obs_value is '%s'".formatted(text));
        }
        return Double.NaN;
    }

    private double value(Function<Cell, String> cells, String status, int unitMult) throws Refusal {
        String text = clean(cells.apply(Cell.OBS_VALUE));
        boolean missing = MISSING_STATUSES.contains(status);
        if (text.isEmpty()) {
            if (missing || WITH_OR_WITHOUT_VALUE.contains(status)) {
                return Double.NaN;
            }
            throw new Refusal(
                    "VALUE_EMPTY",
                    "obs_value is empty but obs_status is %s; write M if it is missing".formatted(status));
        }
        if (missing) {
            throw new Refusal(
                    "VALUE_AND_MISSING", "obs_status %s says missing, but obs_value is '%s'".formatted(status, text));
        }
        Optional<BigDecimal> number = NumberLocale.valueOf(locale).number(text);
        if (number.isEmpty()) {
            throw new Refusal(
                    "NOT_A_NUMBER", "obs_value '%s' is not a number as locale %s writes them".formatted(text, locale));
        }
        double value = number.get().scaleByPowerOfTen(unitMult).doubleValue();
        if (Double.isInfinite(value)) {
            throw new Refusal("OUT_OF_RANGE", "obs_value '%s' times 10^%d is too large".formatted(text, unitMult));
        }
        return value;
    }

    private PublicationDate published(String text) throws Refusal {
        if (text.isEmpty()) {
            return publishedAt;
        }
        return PublicationDate.parse(text)
                .orElseThrow(() -> new Refusal(
                        "PUBLISHED_AT",
                        "published_at '%s' is none of 2026-04-08, 2026-04, 2026, ../2026-04-08".formatted(text)));
    }

    private static int unitMult(String text) throws Refusal {
        if (text.equals(Cell.UNIT_MULT.fallback())) {
            return 0;
        }
        if (!POWER.matcher(text).matches()) {
            throw new Refusal("UNIT_MULT", "unit_mult '%s' is not a power of ten such as 0, 3 or 6".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
