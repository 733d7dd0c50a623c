package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.explain.Nearest;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.SeriesTable;

/** All kinds of keys. */
public final class Explainers {
    private static final int MOST_NEAR = 3;

    private static final List<Explainer> ALL = List.of(
            new ObservationExplainer(),
            new GrowthExplainer(),
            new GrowthWindowExplainer(),
            new GrowthDetailExplainer(),
            new ShareExplainer(),
            new ConcentrationExplainer(),
            new BalanceExplainer(),
            new MirrorExplainer(),
            new GravityExplainer(),
            new GroupTradeExplainer(),
            new ForecastExplainer(),
            new ForecastModelsExplainer(),
            new AccuracyExplainer(),
            new ClaimExplainer(),
            new TargetExplainer(),
            new ChangeExplainer(),
            new SinceExplainer(),
            new DatasetExplainer(),
            new QualityExplainer());

    private Explainers() {}

    public static List<Explainer> all() {
        return ALL;
    }

    /**
     * Explains a number and computes it again.
     *
     * @throws UserError where there is no such key, with those that are near and how a key looks
     */
    public static Explanation explain(String text, Background background) {
        Key key = Key.parse(text);
        Evidence evidence = new Evidence(background);
        Explanation explanation = ALL.stream()
                .filter(explainer -> explainer.kind().equals(key.kind()))
                .findFirst()
                .flatMap(explainer -> explainer.explain(key, evidence))
                .orElseThrow(() -> unknown(key, background));
        List<Explanation.Source> sources = sources(explanation.inputs(), evidence);
        return explanation.resting(sources, evidence.tablesRead());
    }

    private static UserError unknown(Key key, Background background) {
        List<String> near = Nearest.of(key.toString(), background.printed().keySet(), MOST_NEAR);
        Optional<Explainer> own =
                ALL.stream().filter(one -> one.kind().equals(key.kind())).findFirst();
        String form = own.map(one -> "A key of this kind looks like " + one.form() + ".")
                .orElseGet(() -> "Keys begin with one of: "
                        + String.join(", ", ALL.stream().map(Explainer::kind).toList()) + ".");
        String hint = near.isEmpty()
                ? " No report is at hand to look for similar ones; --out names its folder."
                : " Nearest in the report: " + String.join("  ", near);
        return UserError.usage("%s: the lake holds no number of this key. %s%s".formatted(key, form, hint));
    }

    /** The datasets of the inputs, each by the content that brought the first of its inputs. */
    private static List<Explanation.Source> sources(List<Input> inputs, Evidence evidence) {
        TreeSet<String> ids = new TreeSet<>();
        inputs.forEach(input -> ids.add(input.datasetId()));
        ids.remove("");
        List<Explanation.Source> sources = new ArrayList<>();
        for (String id : ids) {
            String run = inputs.stream()
                    .filter(input -> input.datasetId().equals(id))
                    .findFirst()
                    .map(Input::runId)
                    .orElse("");
            evidence.rows(DatasetTable.SPEC, Map.of(SeriesTable.DATASET_ID, id)).stream()
                    .max(Comparator.comparing((Row row) -> text(row, "run_id").equals(run))
                            .thenComparing(row -> text(row, DatasetTable.ACCESSED)))
                    .ifPresent(row -> sources.add(new Explanation.Source(
                            id,
                            text(row, DatasetTable.TITLE),
                            text(row, DatasetTable.PRODUCER),
                            text(row, DatasetTable.LICENCE),
                            text(row, DatasetTable.URL))));
        }
        return sources;
    }
}
