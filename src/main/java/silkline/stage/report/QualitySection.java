package silkline.stage.report;

import static silkline.table.silver.DatasetTable.ACCESSED;
import static silkline.table.silver.DatasetTable.LICENCE;
import static silkline.table.silver.DatasetTable.PRODUCER;
import static silkline.table.silver.DatasetTable.ROWS_ACCEPTED;
import static silkline.table.silver.DatasetTable.ROWS_QUARANTINED;
import static silkline.table.silver.DatasetTable.ROWS_READ;
import static silkline.table.silver.DatasetTable.ROWS_UNCHANGED;
import static silkline.table.silver.DatasetTable.SHA256;
import static silkline.table.silver.DatasetTable.TITLE;
import static silkline.table.silver.DatasetTable.URL;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Figure;
import silkline.report.Note;
import silkline.report.Report.Section;
import silkline.report.Report.Source;
import silkline.report.Table;
import silkline.table.audit.QualityTable;

/** What went in, what was refused, and where everything comes from. */
final class QualitySection {
    private static final int REFUSED_SHOWN = 20;

    private QualitySection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(rows(inputs));
        blocks.add(
                inputs.rows(ReportQueries.QUALITY).isEmpty()
                        ? new Note(inputs.text("quality.no_rule"))
                        : rules(inputs));
        blocks.add(
                inputs.rows(ReportQueries.QUARANTINE).isEmpty()
                        ? new Note(inputs.text("quality.no_row"))
                        : quarantine(inputs));
        return new Section("quality", inputs.text("quality.title"), inputs.text("quality.lead"), blocks);
    }

    private static Table rows(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.DATASETS)) {
            String key = "dataset/%s/%s/"
                    .formatted(row.getAs(DATASET_ID), row.<String>getAs(SHA256).substring(0, 12));
            rows.add(List.of(
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(row.<String>getAs(PUBLISHED_AT)),
                    count(row, key, ROWS_READ),
                    count(row, key, ROWS_ACCEPTED),
                    count(row, key, ROWS_UNCHANGED),
                    count(row, key, ROWS_QUARANTINED)));
        }
        return new Table(
                "quality-rows",
                inputs.text("quality.rows"),
                List.of(
                        inputs.textColumn("dataset"),
                        inputs.textColumn("published"),
                        inputs.numberColumn("read"),
                        inputs.numberColumn("accepted"),
                        inputs.numberColumn("unchanged"),
                        inputs.numberColumn("quarantined")),
                rows);
    }

    private static Cell count(Row row, String key, String column) {
        return Cell.of(Figure.of(key + column, row.<Long>getAs(column), "COUNT"));
    }

    private static Table rules(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.QUALITY)) {
            String rule = row.getAs(QualityTable.RULE);
            String key = "quality/%s/%s/".formatted(row.getAs(DATASET_ID), rule);
            rows.add(List.of(
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(rule),
                    Cell.of(inputs.text("severity." + row.<String>getAs(QualityTable.SEVERITY))),
                    count(row, key, QualityTable.BROKEN),
                    count(row, key, QualityTable.CHECKED),
                    Cell.of(row.<String>getList(row.fieldIndex(QualityTable.EXAMPLES))
                            .get(0))));
        }
        return new Table(
                "quality-rules",
                inputs.text("quality.rules"),
                List.of(
                        inputs.textColumn("dataset"),
                        inputs.textColumn("rule"),
                        inputs.textColumn("severity"),
                        inputs.numberColumn("broken"),
                        inputs.numberColumn("checked"),
                        inputs.textColumn("heaviest_example")),
                rows);
    }

    private static Table quarantine(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.QUARANTINE)) {
            if (rows.size() == REFUSED_SHOWN) {
                break;
            }
            rows.add(List.of(
                    Cell.of("%s/%s:%d".formatted(row.getAs(DATASET_ID), row.getAs(FILE), row.<Long>getAs(LINE))),
                    Cell.of(row.<String>getAs(RULE)),
                    Cell.of(row.<String>getAs(MESSAGE))));
        }
        return new Table(
                "quality-quarantine",
                inputs.text(
                        "quality.quarantine",
                        rows.size(),
                        inputs.rows(ReportQueries.QUARANTINE).size()),
                List.of(inputs.textColumn("line"), inputs.textColumn("rule"), inputs.textColumn("message")),
                rows);
    }

    /** One per dataset, as last read. */
    static List<Source> sources(ReportInputs inputs) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Row row : inputs.rows(ReportQueries.DATASETS)) {
            sources.put(
                    row.getAs(DATASET_ID),
                    new Source(
                            row.getAs(DATASET_ID),
                            row.getAs(TITLE),
                            row.getAs(PRODUCER),
                            row.<String>getAs(URL),
                            row.getAs(LICENCE),
                            row.getAs(ACCESSED)));
        }
        return List.copyOf(sources.values());
    }
}
