package silkline.report;

import static silkline.report.MarkdownText.escaped;
import static silkline.report.MarkdownText.inline;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The blocks of a section as Markdown. */
final class MarkdownBlocks implements Block.Renderer<String> {
    @Override
    public String note(Note note) {
        return escaped(note.text());
    }

    @Override
    public String table(Table table) {
        return "**" + inline(table.caption()) + "**\n\n" + grid(table);
    }

    @Override
    public String chart(Chart chart) {
        return "### %s\n\n%s\n\n<details><summary>Data</summary>\n\n%s\n\n</details>"
                .formatted(inline(chart.title()), escaped(chart.description()), grid(chart.data()));
    }

    @Override
    public String claim(ClaimCard claim) {
        StringJoiner parts = new StringJoiner("\n\n");
        parts.add("### Claim " + inline(claim.id()) + ": " + claim.verdict().label());
        if (!claim.statement().words().isBlank()) {
            parts.add("> “" + inline(claim.statement().words()) + "”");
        }
        parts.add("— "
                + inline(claim.statement().outlet() + ", " + claim.statement().date()));
        parts.add("Read as: " + inline(claim.meaning()));
        parts.add(escaped(claim.explanation()));
        if (!claim.checks().isEmpty()) {
            parts.add(grid(claim.evidence()));
        }
        if (!claim.implied().isEmpty()) {
            parts.add(claim.implied().stream()
                    .map(i -> "- " + inline(i.label()) + ": **"
                            + inline(i.figure().text()) + "** — "
                            + MarkdownText.code(i.figure().key()))
                    .collect(Collectors.joining("\n")));
        }
        return parts.toString();
    }

    /** A table without its caption; numbers stand to the right. */
    static String grid(Table table) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(row(table.columns(), MarkdownBlocks::heading));
        lines.add(row(table.columns(), column -> column.isNumeric() ? "---:" : "---"));
        for (List<Cell> cells : table.rows()) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |");
            for (int i = 0; i < cells.size(); i++) {
                line.add(cell(cells.get(i), table.columns().get(i)));
            }
            lines.add(line.toString());
        }
        String legend =
                table.statuses().stream().map(s -> s.mark() + " " + s.word()).collect(Collectors.joining(", "));
        return legend.isEmpty() ? lines.toString() : lines + "\n\n" + legend;
    }

    private static String row(List<Column> columns, Function<Column, String> print) {
        return columns.stream().map(print).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String heading(Column column) {
        String unit = column.scale().label();
        return inline(unit.isEmpty() ? column.name() : column.name() + ", " + unit);
    }

    private static String cell(Cell cell, Column column) {
        return (inline(cell.text(column)) + " " + cell.status().mark()).strip();
    }
}
