package silkline.series;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Set<String> NOT_CLASSIFIED = Set.of("TOTAL", SeriesId.NOT_APPLICABLE);

    private static final Pattern DAY_OR_WEEK = Pattern.compile("\\d{4}-(?:\\d{2}-\\d{2}(?!/)|[WD]\\d)|\\d{8}(?!\\d)");
    private static final Pattern TRIMESTER = Pattern.compile("\\d{4}-?T[1-4]");

    private static final List<Cell> SERIES_CELLS = List.of(
            Cell.INDICATOR,
            Cell.REF_AREA,
            Cell.FLOW,
            Cell.COUNTERPART_AREA,
            Cell.PRODUCT,
            Cell.UNIT_MEASURE,
            Cell.VALUATION,
            Cell.PRICES,
            Cell.ADJUSTMENT,
            Cell.BASIS);

    private static final Pattern POWER = Pattern.compile("-?\\d{1,2}");
    private static final int MOST_PERIODS = 10_000;

    private final CodeLists codes;
    private final String datasetId;
    private final String locale;
    private final PublicationDate publishedAt;
    private transient Map<String, Optional<Period>> periods;
    private transient String[] lastTexts;
    private transient SeriesId lastSeries;
    private transient String lastSeriesId;

    /** {@code locale} and {@code publishedAt} are the dataset's, as {@link NumberLocale} and {@link PublicationDate} read them. */
    public ObservationParser(CodeLists codes, String datasetId, NumberLocale locale, PublicationDate publishedAt) {
        this.codes = codes;
        this.datasetId = datasetId;
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

    /** Stops the reading of one row; never leaves {@link #parse}. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String rule;

        Refusal(String rule, String message) {
            super(message, null, false, false);
            this.rule = rule;
        }
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
        Period period = period(required(cells, Cell.TIME_PERIOD), optional(cells, Cell.FREQ));
        SeriesId series = series(cells, period.frequency().code());
        boolean isDeleted = isDeleted(optional(cells, Cell.IS_DELETED));
        String status = isDeleted ? WITHDRAWN : coded(cells, Cell.OBS_STATUS);
        int unitMult = unitMult(optional(cells, Cell.UNIT_MULT));
        double value = isDeleted ? noValue(cells) : value(cells, status, unitMult);
        return new Reading.Accepted(
                series,
                lastSeriesId,
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

    /** Rows of one series mostly follow each other: what was understood last is kept. */
    private SeriesId series(Function<Cell, String> cells, String freq) throws Refusal {
        String[] texts = new String[SERIES_CELLS.size() + 1];
        for (int i = 0; i < SERIES_CELLS.size(); i++) {
            texts[i] = cells.apply(SERIES_CELLS.get(i));
        }
        texts[SERIES_CELLS.size()] = freq;
        if (!Arrays.equals(texts, lastTexts)) {
            lastSeries = seriesId(cells, freq);
            lastSeriesId = lastSeries.toString();
            lastTexts = texts;
        }
        return lastSeries;
    }

    private SeriesId seriesId(Function<Cell, String> cells, String freq) throws Refusal {
        return new SeriesId(
                indicator(required(cells, Cell.INDICATOR)),
                freq,
                known(CodeLists.AREA, Cell.REF_AREA, required(cells, Cell.REF_AREA)),
                coded(cells, Cell.FLOW),
                area(cells),
                product(optional(cells, Cell.PRODUCT)),
                known(CodeLists.UNIT, Cell.UNIT_MEASURE, required(cells, Cell.UNIT_MEASURE)),
                coded(cells, Cell.VALUATION),
                coded(cells, Cell.PRICES),
                coded(cells, Cell.ADJUSTMENT),
                coded(cells, Cell.BASIS),
                datasetId);
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

    private Period period(String text, String freq) throws Refusal {
        Period period = known(text).orElseThrow(() -> new Refusal("TIME_PERIOD", notAPeriod(text)));
        if (!freq.isEmpty() && !period.frequency().code().equals(freq)) {
            throw new Refusal(
                    "FREQUENCY",
                    "freq is '%s' but time_period '%s' has %s"
                            .formatted(freq, text, period.frequency().code()));
        }
        return period;
    }

    /** Periods repeat from series to series. */
    private Optional<Period> known(String text) {
        if (periods == null || periods.size() > MOST_PERIODS) {
            periods = new HashMap<>();
        }
        return periods.computeIfAbsent(text, Period::parse);
    }

    private static String notAPeriod(String text) {
        if (DAY_OR_WEEK.matcher(text).lookingAt()) {
            return "time_period '%s' is a day or a week; years, half-years, quarters, months and ranges of months are read"
                    .formatted(text);
        }
        if (TRIMESTER.matcher(text).matches()) {
            return "time_period '%s' is a quarter to some and four months in SDMX; write 2024-Q1 or 2024-01/P4M"
                    .formatted(text);
        }
        return "time_period '%s' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M".formatted(text);
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

    private String area(Function<Cell, String> cells) throws Refusal {
        String code = optional(cells, Cell.COUNTERPART_AREA);
        return code.equals(SeriesId.NOT_APPLICABLE) ? code : known(CodeLists.AREA, Cell.COUNTERPART_AREA, code);
    }

    /** One of ours, or one that keeps its owner's code, as in {@code WB:NY_GDP_MKTP_CD}. */
    private String indicator(String code) throws Refusal {
        int colon = code.indexOf(':');
        if (colon < 0) {
            return known(CodeLists.INDICATOR, "indicator", code);
        }
        known(CodeLists.INDICATOR_SCHEME, "the scheme of indicator", code.substring(0, colon));
        if (colon == code.length() - 1) {
            throw new Refusal("DIMENSION", "indicator '%s' has no code after its scheme".formatted(code));
        }
        return dimension("indicator", code);
    }

    /** {@code TOTAL}, {@code _Z}, or a classification and its code; a classification without a list refuses nothing. */
    private String product(String text) throws Refusal {
        dimension("product", text);
        int colon = text.indexOf(':');
        if (NOT_CLASSIFIED.contains(text) || (colon < 0 && !codes.hasList(CodeLists.CLASSIFICATION))) {
            return text;
        }
        if (colon <= 0 || colon == text.length() - 1) {
            throw new Refusal(
                    "UNKNOWN_CODE",
                    "product '%s' is none of TOTAL, _Z, CLASSIFICATION:CODE such as HS:2709".formatted(text));
        }
        String classification = text.substring(0, colon);
        known(CodeLists.CLASSIFICATION, "the classification of product", classification);
        String code = text.substring(colon + 1);
        Optional<String> refusal = ProductEditions.refusal(codes, classification, code);
        if (refusal.isPresent()) {
            throw new Refusal("UNKNOWN_CODE", refusal.get());
        }
        known(CodeLists.PRODUCT + classification, classification + " code of product", code);
        return text;
    }

    /** A dimension whose code list has its own name. */
    private String coded(Function<Cell, String> cells, Cell cell) throws Refusal {
        return known(cell.column(), cell, optional(cells, cell));
    }

    private String known(String list, Cell cell, String code) throws Refusal {
        return known(list, cell.column(), code);
    }

    private String known(String list, String column, String code) throws Refusal {
        if (!codes.knows(list, code)) {
            throw new Refusal("UNKNOWN_CODE", codes.unknown(column, list, code));
        }
        return dimension(column, code);
    }

    private static String dimension(String column, String code) throws Refusal {
        if (code.indexOf('.') >= 0) {
            throw new Refusal("DIMENSION", "%s '%s' may not contain a dot".formatted(column, code));
        }
        return code;
    }

    private static String required(Function<Cell, String> cells, Cell cell) throws Refusal {
        String text = clean(cells.apply(cell));
        if (text.isEmpty()) {
            throw new Refusal("EMPTY_CELL", cell.column() + " is empty");
        }
        return text;
    }

    private static String optional(Function<Cell, String> cells, Cell cell) {
        String text = clean(cells.apply(cell));
        return text.isEmpty() ? cell.fallback() : text;
    }

    private static String clean(String cell) {
        return cell == null ? "" : cell.strip();
    }
}
