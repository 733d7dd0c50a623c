package silkline.quality;

import static silkline.quality.Severity.FAIL;
import static silkline.quality.Severity.OFF;
import static silkline.quality.Severity.QUARANTINE;
import static silkline.quality.Severity.WARN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Every rule of ingest: what it asks of the data, what happens by default when it is broken, and its limit. */
public enum Rule {
    CELLS(Scope.ROW, "A row has as many cells as the header."),
    EMPTY_CELL(Scope.ROW, "A cell that a row cannot do without is filled."),
    UNKNOWN_CODE(Scope.ROW, "Every code is in its code list."),
    DIMENSION(Scope.ROW, "No dimension contains a dot, which parts the dimensions of a series."),
    TIME_PERIOD(Scope.ROW, "The period is a year, half-year, quarter, month or range of months."),
    FREQUENCY(Scope.ROW, "The frequency is that of the period."),
    NOT_A_NUMBER(Scope.ROW, "The value is a number as the file's locale writes them."),
    VALUE_EMPTY(Scope.ROW, "A value is there unless the status says that it is missing."),
    VALUE_AND_MISSING(Scope.ROW, "No value is there where the status says that it is missing."),
    OUT_OF_RANGE(Scope.ROW, "The value can be held as a double."),
    UNIT_MULT(Scope.ROW, "The multiplier is a power of ten."),
    PUBLISHED_AT(Scope.ROW, "The date of publication can be read."),
    DUPLICATE_KEY(Scope.ROW, "An article or a claim has an id of its own."),
    VINTAGE_CONFLICT(Scope.ROW, "A series has one value for a period in one vintage."),
    UNKNOWN_ARTICLE(Scope.ROW, "The article of a claim is among the articles."),
    SCOPE(Scope.ROW, "A claim says whether it is about trade or the economy."),
    STATED_AS(Scope.ROW, "The words of a claim, read again, say what its cells say."),
    PERIOD_AS(Scope.ROW, "The words of a claim that carry the time, read again, say what its cells say."),
    OTHER(Scope.ROW, "The row can be used; any reason against it that has no rule of its own."),

    RANGE(
            Scope.VALUE,
            WARN,
            "The value lies within its range: trade, population and exchange rates are never negative; others as declared."),
    UNIT_JUMP(
            Scope.VALUE,
            WARN,
            0.1,
            "tolerance of the ratio, in powers of ten",
            "A value is not 10^3 or 10^6 times, or the exchange rate times, its neighbours or the vintage before."),
    GROWTH_JUMP(
            Scope.VALUE,
            WARN,
            8,
            "times the spread of the series' own changes",
            "A change is not far outside the changes that the series otherwise makes."),
    ZERO_FOR_MISSING(
            Scope.VALUE,
            WARN,
            0.5,
            "neighbours relative to the median of the series",
            "A zero does not stand beside large values, where missing is more likely than none."),
    REVISION(
            Scope.VALUE,
            WARN,
            8,
            "times the spread of the series' own revisions",
            "A revision is not far larger than the series' other revisions."),

    GAPS(Scope.SERIES, WARN, "No period is left out between the first and the last of a series."),
    VANISHED(
            Scope.SERIES,
            WARN,
            "What earlier releases have of a series between its first and last period in the newest one is in that one too."),

    SUM_OF_PERIODS(
            Scope.TOTAL,
            WARN,
            0.001,
            "ratio to the total, besides rounding",
            "Months and quarters add up to their year within rounding."),
    SUM_OF_PARTNERS(
            Scope.TOTAL,
            WARN,
            0.001,
            "ratio to the total, besides rounding",
            "Partners add up to no more than the published world total, and to all of it where a rest is given."),
    SUM_OF_PRODUCTS(
            Scope.TOTAL,
            WARN,
            0.001,
            "ratio to the total, besides rounding",
            "Products of one level add up to no more than the published total."),
    SUM_OF_FLOWS(
            Scope.TOTAL,
            WARN,
            0.001,
            "ratio to the total, besides rounding",
            "Exports and imports add up to the published turnover."),

    FRESHNESS(Scope.DATASET, WARN, Double.NaN, "days", "The newest period ended no longer ago than declared."),
    COVERAGE(Scope.DATASET, WARN, "Each declared area has a value in each declared year."),
    MIN_ROWS(Scope.DATASET, WARN, Double.NaN, "rows", "The files hold at least as many rows as declared.");

    /** What a rule looks at, one by one. */
    public enum Scope {
        ROW("rows read"),
        VALUE("values"),
        SERIES("series"),
        TOTAL("published totals"),
        DATASET("declared");

        private final String counted;

        Scope(String counted) {
            this.counted = counted;
        }

        /** What {@code checked} and {@code broken} count. */
        public String counted() {
            return counted;
        }

        /** The severities that make sense: a row that cannot be used is never let in, and only rows can be set aside. */
        public Set<Severity> allowed() {
            return switch (this) {
                case ROW -> EnumSet.of(QUARANTINE, FAIL);
                case VALUE -> EnumSet.allOf(Severity.class);
                case SERIES, TOTAL, DATASET -> EnumSet.of(OFF, WARN, FAIL);
            };
        }
    }

    private final Scope scope;
    private final Severity severity;
    private final double limit;
    private final String limitMeaning;
    private final String meaning;

    Rule(Scope scope, Severity severity, double limit, String limitMeaning, String meaning) {
        this.scope = scope;
        this.severity = severity;
        this.limit = limit;
        this.limitMeaning = limitMeaning;
        this.meaning = meaning;
    }

    Rule(Scope scope, Severity severity, String meaning) {
        this(scope, severity, Double.NaN, "", meaning);
    }

    Rule(Scope scope, String meaning) {
        this(scope, QUARANTINE, meaning);
    }

    public Scope scope() {
        return scope;
    }

    /** What happens where {@code dataset.json} says nothing. */
    public Severity severity() {
        return severity;
    }

    /** The limit where {@code dataset.json} says nothing; NaN where the rule has none, or none by default. */
    public double limit() {
        return limit;
    }

    /** The unit of the limit; empty where the rule has none. */
    public String limitMeaning() {
        return limitMeaning;
    }

    /** What holds where the rule is kept, in one sentence. */
    public String meaning() {
        return meaning;
    }

    public static Optional<Rule> parse(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst();
    }
}
