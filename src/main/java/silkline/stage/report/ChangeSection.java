package silkline.stage.report;

import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Note;
import silkline.report.Report.Section;
import silkline.report.Table;
import silkline.series.PublicationDate;
import silkline.series.SeriesId;

/** What the newest release of each dataset that revises an older one changed. */
final class ChangeSection {
    private ChangeSection() {}

    /** {@code since}: what differs from the report before; empty where nothing does. */
    static Section of(ReportInputs inputs, List<Block> since) {
        Map<String, Row> releases = new LinkedHashMap<>();
        inputs.rows(ReportQueries.RELEASES).forEach(row -> releases.put(row.getAs(DATASET_ID), row));
        List<Block> blocks = new ArrayList<>(since.isEmpty() ? List.of(new Note(inputs.text("since.none"))) : since);
        if (releases.isEmpty()) {
            blocks.add(new Note(inputs.text("changes.none")));
        } else {
            blocks.add(releases(inputs, releases));
            blocks.add(values(inputs, releases));
        }
        return new Section("changes", inputs.text("changes.title"), inputs.text("changes.lead"), blocks);
    }

    private static Table releases(ReportInputs inputs, Map<String, Row> releases) {
        List<List<Cell>> rows = new ArrayList<>();
        releases.forEach((datasetId, row) -> {
            String published = published(row, PUBLISHED_AT, PUBLISHED_PRECISION);
            String key = "change/%s/%s/".formatted(datasetId, published);
            rows.add(List.of(
                    Cell.of(datasetId),
                    Cell.of(published),
                    count(row, key, ChangeStage.ADDED),
                    count(row, key, ChangeStage.REVISED),
                    count(row, key, ChangeStage.REMOVED),
                    figure(row, key, ChangeStage.MEDIAN_RATIO),
                    figure(row, key, ChangeStage.LARGEST_RATIO)));
        });
        return new Table(
                "changes-releases",
                inputs.text("changes.releases"),
                List.of(
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.published")),
                        Column.numbers(inputs.text("column.values_added")),
                        Column.numbers(inputs.text("column.revised")),
                        Column.numbers(inputs.text("column.removed")),
                        Column.numbers(inputs.text("column.median_revision")),
                        Column.numbers(inputs.text("column.largest"))),
                rows);
    }

    private static Table values(ReportInputs inputs, Map<String, Row> releases) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.CHANGES)) {
            Row release = releases.get(row.<String>getAs(DATASET_ID));
            String published = published(row, PUBLISHED_AT, PUBLISHED_PRECISION);
            if (published.equals(published(release, PUBLISHED_AT, PUBLISHED_PRECISION))) {
                String key = "change/%s/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD), published);
                rows.add(List.of(
                        Cell.of(SeriesTitle.of(inputs, SeriesId.parse(row.getAs(SERIES_ID)))),
                        Cell.of(row.<String>getAs(DATASET_ID)),
                        Cell.of(row.<String>getAs(TIME_PERIOD)),
                        value(inputs, row, key, ChangeStage.OLD_VALUE),
                        Cell.of(published(row, ChangeStage.OLD_AT, ChangeStage.OLD_PRECISION)),
                        value(inputs, row, key, OBS_VALUE),
                        Cell.of(published),
                        figure(row, key, ChangeStage.RATIO)));
            }
        }
        return new Table(
                "changes-values",
                inputs.text("changes.values", ChangeStage.MOST_SHOWN),
                List.of(
                        Column.text(inputs.text("column.series")),
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.period")),
                        Column.numbers(inputs.text("column.before")),
                        Column.text(inputs.text("column.published")),
                        Column.numbers(inputs.text("column.now")),
                        Column.text(inputs.text("column.published")),
                        Column.numbers(inputs.text("column.revision"))),
                rows);
    }

    private static String published(Row row, String at, String precision) {
        return PublicationDate.of(row.getAs(at), row.getAs(precision)).toString();
    }

    private static Cell count(Row row, String key, String column) {
        return Cell.of(Figure.of(key + column, row.<Long>getAs(column), "COUNT"));
    }

    private static Cell figure(Row row, String key, String column) {
        Double ratio = row.getAs(column);
        return ratio == null ? Cell.missing("") : Cell.of(Figure.of(key + column, ratio, "RATIO"));
    }

    private static Cell value(ReportInputs inputs, Row row, String key, String column) {
        Double value = row.getAs(column);
        return value == null
                ? Cell.missing(inputs.text("changes.withdrawn"))
                : Cell.of(Figure.of(key + column, value, row.getAs(UNIT_MEASURE)));
    }
}
