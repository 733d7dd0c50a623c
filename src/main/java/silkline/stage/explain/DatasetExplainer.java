package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.DatasetTable.ROWS_ACCEPTED;
import static silkline.table.silver.DatasetTable.ROWS_QUARANTINED;
import static silkline.table.silver.DatasetTable.ROWS_READ;
import static silkline.table.silver.DatasetTable.ROWS_UNCHANGED;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;

/** What became of the rows of a dataset: those accepted are counted again, the other counts follow from each other. */
final class DatasetExplainer implements Explainer {
    /** Formats whose rows are no observations. */
    private static final Set<String> NOT_OF_SERIES = Set.of("articles-csv", "claims-csv");

    private static final List<String> PARTS = List.of(ROWS_ACCEPTED, ROWS_UNCHANGED, ROWS_QUARANTINED);

    @Override
    public String kind() {
        return "dataset";
    }

    @Override
    public String form() {
        return "dataset/DATASET/FIRST_12_DIGITS_OF_SHA256/rows_read (or rows_accepted, rows_unchanged, rows_quarantined)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        if (!key.last().equals(ROWS_READ) && !PARTS.contains(key.last())) {
            return Optional.empty();
        }
        return evidence.rows(DatasetTable.SPEC, Map.of(DATASET_ID, key.at(1))).stream()
                .filter(row -> key.at(2).length() == 12
                        && text(row, DatasetTable.SHA256).startsWith(key.at(2)))
                .findFirst()
                .map(row -> key.last().equals(ROWS_ACCEPTED) && ofSeries(row)
                        ? accepted(key, evidence, row)
                        : fromOthers(key, evidence, row));
    }

    private static boolean ofSeries(Row row) {
        return !NOT_OF_SERIES.contains(text(row, DatasetTable.FORMAT));
    }

    /** Counts the observations that the run brought, and those that a run left which was stopped before it counted. */
    private static Explanation accepted(Key key, Evidence evidence, Row row) {
        Set<String> counted = evidence.rows(DatasetTable.SPEC, Map.of()).stream()
                .map(one -> text(one, RUN_ID))
                .collect(Collectors.toSet());
        List<Long> keys = evidence.series(Map.of(DATASET_ID, text(row, DATASET_ID))).stream()
                .map(one -> one.<Long>getAs(SERIES_KEY))
                .toList();
        long accepted = evidence.rows(ObservationTable.SPEC, Map.of(SERIES_KEY, keys)).stream()
                .filter(one -> !one.<Boolean>getAs(ObservationTable.IS_DELETED))
                .map(one -> text(one, RUN_ID))
                .filter(run -> run.equals(text(row, RUN_ID)) || !counted.contains(run))
                .count();
        return evidence.about(key, DatasetTable.SPEC, row, ROWS_ACCEPTED, "COUNT")
                .recomputed(
                        "count of the rows of silver.observation that the run brought",
                        (double) accepted,
                        List.of(input(key, row, ROWS_READ), input(key, row, ROWS_UNCHANGED)));
    }

    private static Explanation fromOthers(Key key, Evidence evidence, Row row) {
        String wanted = key.last();
        List<String> others = Stream.concat(Stream.of(ROWS_READ), PARTS.stream())
                .filter(column -> !column.equals(wanted))
                .toList();
        boolean isSum = wanted.equals(ROWS_READ);
        double value = 0;
        for (String column : others) {
            boolean isAdded = isSum || column.equals(ROWS_READ);
            value += isAdded ? number(row, column) : -number(row, column);
        }
        List<Input> inputs =
                others.stream().map(column -> input(key, row, column)).toList();
        return evidence.about(key, DatasetTable.SPEC, row, wanted, "COUNT")
                .recomputed(String.join(isSum ? " + " : " - ", others), value, inputs)
                .noted("counted by the run %s as it read the files; rows that broke a rule are in silver.quarantine"
                        .formatted(text(row, RUN_ID)));
    }

    private static Input input(Key key, Row row, String column) {
        return new Input(
                column,
                "dataset/%s/%s/%s".formatted(key.at(1), key.at(2), column),
                "",
                number(row, column),
                "COUNT",
                "",
                text(row, "published_at"),
                key.at(1),
                "",
                text(row, RUN_ID));
    }
}
