package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.growth.Growth;
import silkline.series.PublicationDate;

/** What a release changed: of one value, or of all. */
final class ChangeExplainer implements Explainer {
    /** Values nearer than this, as a ratio, differ by the digits that a source prints. */
    private static final double ROUNDING = 1e-6;

    private static final String OLD_VALUE = "old_value";
    private static final String REVISION_RATIO = "revision_ratio";
    private static final String OPEN_START = "/../";

    private static final Comparator<Observed> BY_PUBLICATION = Comparator.comparing(
                    (Observed one) -> one.published().latest())
            .thenComparing(one -> one.published().precision(), Comparator.reverseOrder());

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public String form() {
        return "change/DATASET/PUBLISHED/revised (or added, removed, median_ratio, largest_ratio), or"
                + " change/SERIES_ID/PERIOD/PUBLISHED/obs_value (or old_value, revision_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        Optional<Row> series = evidence.series(key.at(1));
        return series.isPresent() ? value(key, evidence, series.get()) : release(key, evidence);
    }

    /** What a vintage says and what was said before; the old one may be missing. */
    private record Change(Observed now, Optional<Observed> old) {
        double oldValue() {
            return old.map(Observed::value).orElse(Double.NaN);
        }

        boolean isRevision() {
            return !Double.isNaN(now.value()) && !Double.isNaN(oldValue());
        }

        boolean isAddition() {
            return !Double.isNaN(now.value()) && Double.isNaN(oldValue());
        }

        boolean isRemoval() {
            return Double.isNaN(now.value()) && !Double.isNaN(oldValue());
        }

        double ratio() {
            return Growth.relativeChange(oldValue(), now.value());
        }
    }

    /** The changes of one observation, in the order of publication; its only vintage is an addition. */
    private static List<Change> changes(List<Observed> vintages) {
        List<Change> changes = new ArrayList<>();
        Optional<Observed> old = Optional.empty();
        for (Observed one : vintages.stream().sorted(BY_PUBLICATION).toList()) {
            Change change = new Change(one, old);
            if (!isSame(change.oldValue(), one.value())) {
                changes.add(change);
            }
            old = Optional.of(one);
        }
        return changes;
    }

    private static boolean isSame(double old, double now) {
        return (Double.isNaN(old) && Double.isNaN(now)) || Math.abs(now - old) <= Math.abs(old) * ROUNDING;
    }

    private static Optional<Explanation> value(Key key, Evidence evidence, Row series) {
        String middle = key.middle(2);
        int cut = middle.contains(OPEN_START) ? middle.indexOf(OPEN_START) : middle.lastIndexOf('/');
        if (cut < 0) {
            return Optional.empty();
        }
        String published = middle.substring(cut + 1);
        return evidence.vintages(List.of(series)).values().stream()
                .flatMap(periods -> periods.values().stream())
                .filter(all -> !all.isEmpty() && all.get(0).period().equals(middle.substring(0, cut)))
                .flatMap(all -> changes(all).stream())
                .filter(change -> change.now().published().toString().equals(published)
                        && change.old().isPresent())
                .findFirst()
                .flatMap(change -> value(key, evidence, series, change));
    }

    private static Optional<Explanation> value(Key key, Evidence evidence, Row series, Change change) {
        String unit = text(series, UNIT_MEASURE);
        List<Input> inputs = List.of(
                change.now().input(OBS_VALUE), change.old().orElseThrow().input(OLD_VALUE));
        Optional<Explanation> explanation =
                switch (key.last()) {
                    case OBS_VALUE ->
                        Optional.of(Explanation.of(key, "value as the release gives it", unit)
                                .recomputed(
                                        "as published in this release",
                                        change.now().value(),
                                        inputs));
                    case OLD_VALUE ->
                        Optional.of(Explanation.of(key, "value as published before", unit)
                                .recomputed("as published in the release before", change.oldValue(), inputs));
                    case REVISION_RATIO ->
                        Optional.of(
                                Explanation.of(key, "revision of the value, as a ratio: 0.05 is five percent", "RATIO")
                                        .recomputed("obs_value / old_value - 1", change.ratio(), inputs));
                    default -> Optional.empty();
                };
        return explanation.map(evidence::printed);
    }

    private static Optional<Explanation> release(Key key, Evidence evidence) {
        Optional<PublicationDate> published = PublicationDate.parse(key.middle(2));
        List<Row> series = evidence.series(Map.of(DATASET_ID, key.at(1)));
        if (published.isEmpty() || series.isEmpty()) {
            return Optional.empty();
        }
        List<Change> changes = evidence.vintages(series).values().stream()
                .flatMap(periods -> periods.values().stream())
                .flatMap(vintages -> changes(vintages).stream())
                .filter(change -> change.now().published().equals(published.get()))
                .toList();
        List<Change> revisions = changes.stream().filter(Change::isRevision).toList();
        List<Input> inputs = new ArrayList<>();
        for (Change revision : revisions) {
            inputs.add(revision.now().input("now"));
            inputs.add(revision.old().orElseThrow().input("before"));
        }
        return measure(key.last(), changes, revisions)
                .map(measure -> evidence.printed(Explanation.of(key, measure.meaning(), measure.unit())
                        .recomputed(measure.formula(), measure.value(), inputs)
                        .noted("values of the dataset in silver.observation with this date of publication,"
                                + " against what was published before")));
    }

    private record Measure(String meaning, String unit, String formula, double value) {}

    private static Optional<Measure> measure(String name, List<Change> changes, List<Change> revisions) {
        double[] ratios = revisions.stream()
                .mapToDouble(change -> Math.abs(change.ratio()))
                .filter(ratio -> !Double.isNaN(ratio))
                .sorted()
                .toArray();
        return switch (name) {
            case "added" ->
                Optional.of(new Measure(
                        "values that the release has and no earlier one had",
                        "COUNT",
                        "count of values without one before",
                        (double) changes.stream().filter(Change::isAddition).count()));
            case "revised" ->
                Optional.of(new Measure(
                        "values that the release gives otherwise than before",
                        "COUNT",
                        "count of values that differ by more than a millionth from the one before",
                        revisions.size()));
            case "removed" ->
                Optional.of(new Measure(
                        "values that the release withdraws",
                        "COUNT",
                        "count of values before that are none now",
                        (double) changes.stream().filter(Change::isRemoval).count()));
            case "median_ratio" ->
                Optional.of(new Measure(
                        "median revision, up or down, as a ratio",
                        "RATIO",
                        "median of |now / before - 1|",
                        median(ratios)));
            case "largest_ratio" ->
                Optional.of(new Measure(
                        "largest revision, up or down, as a ratio",
                        "RATIO",
                        "largest of |now / before - 1|",
                        Arrays.stream(ratios).max().orElse(Double.NaN)));
            default -> Optional.empty();
        };
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
