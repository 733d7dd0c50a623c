package silkline.stage.explain;

import java.util.List;
import java.util.Optional;
import silkline.explain.Explanation;
import silkline.explain.Key;
import silkline.report.since.Comparison;
import silkline.report.since.PrintedReport;

/** What the report before printed, and how much of it is otherwise now. */
final class SinceExplainer implements Explainer {
    private static final String BEFORE = "before";

    @Override
    public String kind() {
        return "since";
    }

    @Override
    public String form() {
        return "since/before/KEY, KEY being that of a figure, or since/changed (or new, gone, verdicts)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return evidence.background()
                .since()
                .flatMap(since -> key.at(1).equals(BEFORE) ? before(key, since.before()) : count(key, since))
                .map(explanation -> evidence.printed(explanation)
                        .noted("Read from summary.json and previous-summary.json in --out, which has what the report"
                                + " before said."));
    }

    private static Optional<Explanation> before(Key key, PrintedReport before) {
        String figure = key.rest(2);
        return Optional.ofNullable(before.units().get(figure)).map(unit -> Explanation.of(
                        key,
                        "value of %s in the report of run %s, finished %s"
                                .formatted(
                                        figure, before.run().id(), before.run().finishedAt()),
                        unit)
                .recomputed("as that report printed it", before.value(figure), List.of()));
    }

    private static Optional<Explanation> count(Key key, Comparison since) {
        return switch (key.at(1)) {
            case "changed" ->
                Optional.of(counted(
                        key,
                        "figures with another value than in the report before, for the same period or a later one",
                        since.changed()));
            case "new" -> Optional.of(counted(key, "figures that the report before had not", since.added()));
            case "gone" -> Optional.of(counted(key, "figures that only the report before had", since.gone()));
            case "verdicts" ->
                Optional.of(counted(
                        key,
                        "claims that the report before judged otherwise",
                        since.verdicts().size()));
            default -> Optional.empty();
        };
    }

    private static Explanation counted(Key key, String meaning, double count) {
        return Explanation.of(key, meaning, "COUNT")
                .recomputed("count of differences of more than a millionth", count, List.of());
    }
}
