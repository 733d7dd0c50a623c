package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.audit.QualityTable;

/** How often a rule was checked and broken. */
final class QualityExplainer implements Explainer {
    @Override
    public String kind() {
        return "quality";
    }

    @Override
    public String form() {
        return "quality/DATASET/RULE/broken (or checked)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        if (!List.of(QualityTable.BROKEN, QualityTable.CHECKED).contains(key.last())) {
            return Optional.empty();
        }
        return evidence.rows(QualityTable.SPEC, Map.of(DATASET_ID, key.at(1), QualityTable.RULE, key.at(2))).stream()
                .max(Comparator.comparing((Row row) -> row.<Instant>getAs(QualityTable.CHECKED_AT)))
                .map(row -> evidence.about(key, QualityTable.SPEC, row, key.last(), "COUNT")
                        .lookedUp(
                                "count by the rule %s; src/docs/quality.md says what it asks".formatted(key.at(2)),
                                List.of(
                                        Input.of(
                                                QualityTable.CHECKED,
                                                "quality/%s/%s/checked".formatted(key.at(1), key.at(2)),
                                                number(row, QualityTable.CHECKED),
                                                "COUNT"),
                                        Input.of(
                                                QualityTable.BROKEN,
                                                "quality/%s/%s/broken".formatted(key.at(1), key.at(2)),
                                                number(row, QualityTable.BROKEN),
                                                "COUNT")),
                                "rules are checked on the rows as they are read; 'silkline ingest' does it again")
                        .noted("examples: " + String.join("; ", Cells.<String>list(row, QualityTable.EXAMPLES)))
                        .noted(text(row, "message")));
    }
}
