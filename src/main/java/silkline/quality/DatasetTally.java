package silkline.quality;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** How often each rule was checked and broken in the rows of one dataset seen so far, with the heaviest examples. */
public final class DatasetTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Examples kept of each rule. */
    static final int EXAMPLES = 5;

    private static final long NO_DAY = Long.MIN_VALUE;

    private final Map<Rule, Count> counts = new EnumMap<>(Rule.class);
    private final List<Mark> marks = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private final Expectations expected;
    private long rowsRead;
    private long newestDay = NO_DAY;

    /** A value of this run that a rule sets aside. {@code published} is in days since 1970. */
    public record Mark(long seriesKey, int period, int published, Rule rule, String message) implements Serializable {}

    /** A change out of the ordinary that may be a swap of currencies; {@code decades} is log10 of its ratio. */
    record Suspect(String refArea, String unit, String freq, double decades, Example example, boolean isNew, Mark mark)
            implements Serializable {}

    private static final class Count implements Serializable {
        private static final long serialVersionUID = 1L;
        private final TreeSet<Example> examples = new TreeSet<>();
        private long checked;
        private long broken;

        void add(Example example) {
            examples.add(example);
            if (examples.size() > EXAMPLES) {
                examples.pollLast();
            }
        }
    }

    DatasetTally(Expectations expected) {
        this.expected = expected;
    }

    public Expectations expected() {
        return expected;
    }

    /** Notes rows read, whatever became of them. */
    public void read(long rows) {
        rowsRead += rows;
    }

    /** Notes a row that could not be used; {@code code} is the name of the rule, as the quarantine has it. */
    public void refused(String code, String file, long line, String message) {
        Rule rule = Rule.parse(code).filter(r -> r.scope() == Rule.Scope.ROW).orElse(Rule.OTHER);
        String place = file + ":" + line;
        String reason = rule == Rule.OTHER ? code + ": " + message : message;
        broken(rule, 0, place, () -> place + ": " + reason);
    }

    /** Notes that {@code rule} was held against {@code number} more values, series or totals. */
    public void checked(Rule rule, long number) {
        count(rule).checked += number;
    }

    /** Notes that {@code rule} is broken once more; {@code text} is asked for only where it is kept. */
    public void broken(Rule rule, double weight, String place, Supplier<String> text) {
        Count count = count(rule);
        count.broken++;
        if (count.examples.size() < EXAMPLES || weight >= count.examples.last().weight()) {
            count.add(new Example(weight, text.get(), place));
        }
    }

    /** Holds a published total, told by {@code what}, against the sum of its {@code parts} parts. */
    public void total(Rule rule, String what, String name, long parts, SumCheck check) {
        if (!expected.isOn(rule)) {
            return;
        }
        checked(rule, 1);
        double excess = check.excess(expected.limit(rule));
        if (excess > 0) {
            double share = check.total() == 0 ? Double.MAX_VALUE : excess / Math.abs(check.total());
            broken(rule, share, "", () -> "%s is %s, but its %d %s add up to %s"
                    .formatted(what, SeriesCheck.figure(check.total()), parts, name, SeriesCheck.figure(check.sum())));
        }
    }

    /** As {@link #broken(Rule, double, String, Supplier)}, by a value, which is marked where the rule sets rows aside. */
    void broken(Rule rule, double weight, SeriesRows rows, int row, Supplier<String> text) {
        broken(rule, weight, rows.place(row), text);
        if (rows.isNew(row) && expected.severity(rule) == Severity.QUARANTINE) {
            marks.add(new Mark(rows.key(), rows.period(row), rows.published(row), rule, text.get()));
        }
    }

    /** A change beyond {@link Rule#GROWTH_JUMP}; which rule it breaks is known when the exchange rates are. */
    void suspect(double weight, double decades, SeriesRows rows, int row, String text) {
        suspects.add(new Suspect(
                rows.id().refArea(),
                rows.id().unitMeasure(),
                rows.id().freq(),
                decades,
                new Example(weight, text, rows.place(row)),
                rows.isNew(row),
                new Mark(rows.key(), rows.period(row), rows.published(row), Rule.GROWTH_JUMP, text)));
    }

    /** Decides on what was suspected. */
    void resolve(ExchangeRates rates) {
        for (Suspect suspect : suspects) {
            boolean isSwap = expected.isOn(Rule.UNIT_JUMP) && rates.explain(suspect);
            Rule rule = isSwap ? Rule.UNIT_JUMP : Rule.GROWTH_JUMP;
            if (expected.isOn(rule)) {
                String text = suspect.example().text() + (isSwap ? ", which is the exchange rate" : "");
                broken(rule, suspect.example().weight(), suspect.example().place(), () -> text);
                if (suspect.isNew() && expected.severity(rule) == Severity.QUARANTINE) {
                    Mark mark = suspect.mark();
                    marks.add(new Mark(mark.seriesKey(), mark.period(), mark.published(), rule, text));
                }
            }
        }
        suspects.clear();
    }

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The result of each rule; to be asked for when everything was added and resolved. */
    List<RuleResult> results(String datasetId, LocalDate today) {
        datasetRules(today);
        List<RuleResult> results = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            Count count = count(rule);
            long checked = rule.scope() == Rule.Scope.ROW ? rowsRead : count.checked;
            results.add(new RuleResult(
                    datasetId,
                    rule,
                    expected.severity(rule),
                    checked,
                    count.broken,
                    List.copyOf(count.examples),
                    expected.limit(rule)));
        }
        return results;
    }

    private void datasetRules(LocalDate today) {
        double days = expected.limit(Rule.FRESHNESS);
        if (expected.isOn(Rule.FRESHNESS) && !Double.isNaN(days)) {
            checked(Rule.FRESHNESS, 1);
            if (newestDay == NO_DAY || newestDay < today.toEpochDay() - days) {
                String newest =
                        newestDay == NO_DAY ? "no value" : "newest period ends " + LocalDate.ofEpochDay(newestDay);
                broken(Rule.FRESHNESS, 0, "", () -> "%s; at most %.0f days ago is asked for".formatted(newest, days));
            }
        }
        double rows = expected.limit(Rule.MIN_ROWS);
        if (expected.isOn(Rule.MIN_ROWS) && !Double.isNaN(rows)) {
            checked(Rule.MIN_ROWS, 1);
            if (rowsRead < rows) {
                broken(Rule.MIN_ROWS, 0, "", () -> "%d rows; at least %.0f are asked for".formatted(rowsRead, rows));
            }
        }
        if (expected.isOn(Rule.COVERAGE) && !expected.coverage().areas().isEmpty()) {
            coverage(expected.coverage());
        }
    }

    private void coverage(Expectations.Coverage coverage) {
        checked(Rule.COVERAGE, coverage.size());
        for (String area : coverage.areas()) {
            for (int year = coverage.from(); year <= coverage.to(); year++) {
                String cell = covered(area, year);
                if (!covered.contains(cell)) {
                    broken(Rule.COVERAGE, year, "", () -> cell + ": no value");
                }
            }
        }
    }

    private static String covered(String area, int year) {
        return area + " " + year;
    }

    /** Notes the last day of a period that has a value, in days since 1970. */
    void seen(long lastDay) {
        newestDay = Math.max(newestDay, lastDay);
    }

    /** Notes that an area has a value in a year, where that is asked for. */
    void covers(String area, int year) {
        if (expected.coverage().asksFor(area, year)) {
            covered.add(covered(area, year));
        }
    }

    private Count count(Rule rule) {
        return counts.computeIfAbsent(rule, r -> new Count());
    }

    void add(DatasetTally other) {
        other.counts.forEach((rule, theirs) -> {
            Count ours = count(rule);
            ours.checked += theirs.checked;
            ours.broken += theirs.broken;
            theirs.examples.forEach(ours::add);
        });
        marks.addAll(other.marks);
        suspects.addAll(other.suspects);
        covered.addAll(other.covered);
        rowsRead += other.rowsRead;
        newestDay = Math.max(newestDay, other.newestDay);
    }
}
