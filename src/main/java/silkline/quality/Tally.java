package silkline.quality;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import silkline.UserError;

/** What one part of the data says about the rules; parts are added up in any order. */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;
    /** More rows than this are not set aside one by one: the rule or the dataset is wrong. */
    private static final int MOST_MARKS = 100_000;

    private static final int FAILURES_TOLD = 20;

    private final Map<String, DatasetTally> datasets = new TreeMap<>();
    private final ExchangeRates rates = new ExchangeRates();

    /** A tally of these datasets; rows of others are known only for their exchange rates. */
    public Tally(Map<String, Expectations> expected) {
        expected.forEach((id, expectations) -> datasets.put(id, new DatasetTally(expectations)));
    }

    /** Whether the dataset is one of those that are judged. */
    public boolean isAbout(String datasetId) {
        return datasets.containsKey(datasetId);
    }

    public DatasetTally of(String datasetId) {
        return datasets.get(datasetId);
    }

    /** Holds every rule about values and series against one series. */
    public void add(SeriesRows rows) {
        if (rows.id().indicator().equals(ExchangeRates.INDICATOR)) {
            rates.add(rows);
        }
        if (isAbout(rows.id().datasetId())) {
            new SeriesCheck(rows, of(rows.id().datasetId())).run();
        }
    }

    /** Adds what another part says of the same datasets. */
    public void add(Tally other) {
        other.datasets.forEach((id, tally) -> datasets.get(id).add(tally));
        rates.add(other.rates);
    }

    /** The result of every rule for every dataset. {@code today} is the day of the run. */
    public List<RuleResult> results(LocalDate today) {
        List<RuleResult> results = new ArrayList<>();
        datasets.forEach((id, tally) -> {
            tally.resolve(rates);
            results.addAll(tally.results(id, today));
        });
        return results;
    }

    /** The values to be set aside, once {@link #results} are known. */
    public List<DatasetTally.Mark> marks() {
        List<DatasetTally.Mark> marks =
                datasets.values().stream().flatMap(t -> t.marks().stream()).toList();
        if (marks.size() > MOST_MARKS) {
            Map<Rule, Long> byRule =
                    marks.stream().collect(Collectors.groupingBy(DatasetTally.Mark::rule, Collectors.counting()));
            throw UserError.gate(
                    "%d values would be set aside (%s); at most %d are. Mend the data, or lower the rule to warn in dataset.json."
                            .formatted(marks.size(), byRule, MOST_MARKS));
        }
        return List.copyOf(marks);
    }

    /** Ends the run where a rule is broken that must hold: rule, place, figures and remedy. */
    public static void refuseFailures(List<RuleResult> results) {
        List<RuleResult> failures =
                results.stream().filter(RuleResult::isFailure).toList();
        if (!failures.isEmpty()) {
            throw UserError.gate("Nothing was written. "
                    + failures.stream().limit(FAILURES_TOLD).map(Tally::failure).collect(Collectors.joining("\n")));
        }
    }

    private static String failure(RuleResult result) {
        String examples = result.examples().stream()
                .map(e -> "\n  " + (e.text().startsWith(e.place()) ? "" : result.datasetId() + "/" + e.place() + ": ")
                        + e.text())
                .collect(Collectors.joining());
        return "%s: %s is broken, %s. %s Mend the data, or lower \"%s\" to \"%s\" in the \"quality\" of %s/dataset.json.%s"
                .formatted(
                        result.datasetId(),
                        result.rule(),
                        result.message(),
                        result.rule().meaning(),
                        result.rule(),
                        result.rule().severity() == Severity.FAIL
                                ? "warn"
                                : result.rule().severity().code(),
                        result.datasetId(),
                        examples);
    }
}
