package silkline.stage.report;

import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Report;
import silkline.report.Table;
import silkline.report.since.Comparison;
import silkline.report.since.Comparison.FigureChange;
import silkline.report.since.Comparison.VerdictChange;
import silkline.report.since.FigurePlaces;
import silkline.report.since.PrintedReport;

/** What differs from the report before, and why: a revision, new data, another date, another version of the program. */
public final class SinceSection {
    /** First part of the keys of what the report before printed. */
    static final String KIND = "since";

    private static final int MOST_OF_A_KIND = 5;

    private final ReportInputs inputs;
    private final Comparison comparison;
    private final List<Arrival> arrivals;

    private SinceSection(ReportInputs inputs, Comparison comparison, List<Arrival> arrivals) {
        this.inputs = inputs;
        this.comparison = comparison;
        this.arrivals = arrivals;
    }

    /** The observations that came in since the report before and that what is shown may rest on; to be collected. */
    public static Dataset<Row> arrivals(
            ReportInputs inputs, Comparison comparison, Dataset<Row> vintages, Dataset<Row> series) {
        org.apache.spark.sql.Column wanted = lit(false);
        for (VerdictChange change : comparison.verdicts()) {
            wanted = anyOf(wanted, Footing.ofClaim(change.claim(), inputs.results()));
        }
        for (FigureChange change : shown(comparison)) {
            wanted = anyOf(wanted, Footing.of(change.key(), inputs.results()));
        }
        return ChangeStage.arrivals(
                vintages,
                series,
                wanted,
                Instant.parse(comparison.before().run().finishedAt()));
    }

    private static org.apache.spark.sql.Column anyOf(org.apache.spark.sql.Column wanted, List<Footing> footings) {
        org.apache.spark.sql.Column all = wanted;
        for (Footing footing : footings) {
            all = all.or(footing.series());
        }
        return all;
    }

    /** How much differs, and what; {@code report} is the one that is compared, {@code rows} those of {@link #arrivals}. */
    public static List<Block> blocks(Report report, ReportInputs inputs, Comparison comparison, List<Row> rows) {
        SinceSection since = new SinceSection(
                inputs, comparison, rows.stream().map(Arrival::of).toList());
        return comparison.verdicts().isEmpty() && comparison.figures().isEmpty()
                ? List.of(since.counts())
                : List.of(since.counts(), since.changes(report));
    }

    private static List<FigureChange> shown(Comparison comparison) {
        Map<String, Integer> ofKind = new HashMap<>();
        return comparison.figures().stream()
                .filter(change -> ofKind.merge(change.kind(), 1, Integer::sum) <= MOST_OF_A_KIND)
                .toList();
    }

    private Table counts() {
        Report.Run run = comparison.before().run();
        return new Table(
                "since-report",
                inputs.text("since.report"),
                List.of(
                        Column.text(inputs.text("column.run")),
                        Column.text(inputs.text("column.finished")),
                        Column.text(inputs.text("column.version")),
                        Column.numbers(inputs.text("column.figures_changed")),
                        Column.numbers(inputs.text("column.figures_new")),
                        Column.numbers(inputs.text("column.figures_gone")),
                        Column.numbers(inputs.text("column.verdicts_changed"))),
                List.of(List.of(
                        Cell.of(run.id()),
                        Cell.of(run.finishedAt()),
                        Cell.of(run.version()),
                        count("changed", comparison.changed()),
                        count("new", comparison.added()),
                        count("gone", comparison.gone()),
                        count("verdicts", comparison.verdicts().size()))));
    }

    private static Cell count(String name, double count) {
        return Cell.of(Figure.of(KIND + "/" + name, count, "COUNT"));
    }

    private Table changes(Report report) {
        FigurePlaces places = FigurePlaces.of(report);
        Map<String, Figure> figures = report.figures();
        List<List<Cell>> rows = new ArrayList<>();
        for (VerdictChange change : comparison.verdicts()) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(inputs.text("since.verdict", change.claim())),
                    Cell.of(inputs.text("verdict." + change.before())),
                    Cell.of(inputs.text("verdict." + change.now()))));
            row.addAll(why("", Footing.ofClaim(change.claim(), inputs.results())));
            rows.add(row);
        }
        for (FigureChange change : shown(comparison)) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(places.label(change.key())),
                    change.isNew() ? Cell.missing("") : before(change),
                    Cell.of(figures.get(change.key()))));
            row.addAll(why(change.key(), Footing.of(change.key(), inputs.results())));
            rows.add(row);
        }
        return new Table(
                "since-figures",
                inputs.text("since.figures", MOST_OF_A_KIND),
                List.of(
                        Column.text(inputs.text("column.figure")),
                        Column.numbers(inputs.text("column.before")),
                        Column.numbers(inputs.text("column.now")),
                        Column.text(inputs.text("column.why")),
                        Column.text(inputs.text("column.observation")),
                        Column.numbers(inputs.text("column.observation_before")),
                        Column.numbers(inputs.text("column.observation_now"))),
                rows);
    }

    private Cell before(FigureChange change) {
        String key = change.keyBefore();
        return figure(
                KIND + "/before/" + key,
                comparison.before().value(key),
                comparison.before().units().get(key));
    }

    private static Cell figure(String key, double value, String unit) {
        return Double.isNaN(value) ? Cell.missing("") : Cell.of(Figure.of(key, value, unit));
    }

    /**
     * The reason in words, and the observation that tells most about it: which, its value before and its value now. One of
     * the partner and period that the key names tells more than others.
     */
    private List<Cell> why(String key, List<Footing> footings) {
        Optional<Arrival> cause = arrivals.stream()
                .filter(arrival -> footings.stream().anyMatch(footing -> footing.holds(arrival)))
                .max(Comparator.<Arrival, Boolean>comparing(
                                arrival -> key.contains(arrival.series().counterpartArea()))
                        .thenComparing(arrival -> key.contains(arrival.period()))
                        .thenComparing(Arrival.BY_WEIGHT));
        if (!asOf(comparison.before()).equals(asOf(comparison.now())) || cause.isEmpty()) {
            return List.of(Cell.of(otherReason()), Cell.of(""), Cell.missing(""), Cell.missing(""));
        }
        Arrival arrival = cause.get();
        String unit = arrival.series().unitMeasure();
        String named = arrival.isRevision()
                ? "change/%s/%s/%s/".formatted(arrival.series(), arrival.period(), arrival.published())
                : "observation/%s/".formatted(arrival.series());
        return List.of(
                Cell.of(inputs.text(arrival.isRevision() ? "since.why.revision" : "since.why.new_data")),
                Cell.of(inputs.text(
                        "since.observation",
                        SeriesTitle.of(inputs, arrival.series()),
                        arrival.series().datasetId(),
                        arrival.period(),
                        arrival.published())),
                arrival.isRevision() ? figure(named + ChangeStage.OLD_VALUE, arrival.before(), unit) : Cell.missing(""),
                Double.isNaN(arrival.now())
                        ? Cell.missing(inputs.text("changes.withdrawn"))
                        : figure(
                                arrival.isRevision() ? named + "obs_value" : named + arrival.period(),
                                arrival.now(),
                                unit));
    }

    private String otherReason() {
        String then = asOf(comparison.before());
        String now = asOf(comparison.now());
        if (!then.equals(now)) {
            return inputs.text("since.why.date", dateOrAll(then), dateOrAll(now));
        }
        String old = comparison.before().run().version();
        String current = comparison.now().run().version();
        return old.equals(current)
                ? inputs.text("since.why.other")
                : inputs.text("since.why.code", partsBesides(old, current), partsBesides(current, old));
    }

    /** Of {@code silkline 1.0, Spark 4.1.0, Java 17}, what the other does not have. */
    private static String partsBesides(String version, String other) {
        List<String> alike = List.of(other.split(", "));
        return Arrays.stream(version.split(", "))
                .filter(part -> !alike.contains(part))
                .collect(Collectors.joining(", "));
    }

    private String dateOrAll(String date) {
        return date.isEmpty() ? inputs.text("page.everything") : date;
    }

    /** The date; empty for the words, of whichever language, that say that everything was read. */
    private static String asOf(PrintedReport report) {
        try {
            return LocalDate.parse(report.run().asOf()).toString();
        } catch (DateTimeParseException everything) {
            return "";
        }
    }
}
