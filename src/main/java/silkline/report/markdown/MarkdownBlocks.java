package silkline.report.markdown;

import static silkline.report.markdown.MarkdownText.escaped;
import static silkline.report.markdown.MarkdownText.inline;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.ClaimCard;
import silkline.report.Column;
import silkline.report.Language;
import silkline.report.Note;
import silkline.report.Table;

/** The blocks of a section as Markdown. */
final class MarkdownBlocks implements Block.Renderer<String> {
    private final Language language;

    MarkdownBlocks(Language language) {
        this.language = language;
    }

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
        return "### %s\n\n%s\n\n<details><summary>%s</summary>\n\n%s\n\n</details>"
                .formatted(
                        inline(chart.title()),
                        escaped(chart.description()),
                        language.text("page.data"),
                        grid(chart.data(language)));
    }

    @Override
    public String claim(ClaimCard claim) {
        StringJoiner parts = new StringJoiner("\n\n");
        parts.add("### " + language.text("claim.title", inline(claim.id())) + ": "
                + claim.verdict().label(language));
        if (!claim.statement().words().isBlank()) {
            parts.add("> “" + inline(claim.statement().words()) + "”");
        }
        parts.add("— "
                + inline(claim.statement().outlet() + ", " + claim.statement().date()));
        parts.add(language.text("claim.read_as") + " " + inline(claim.meaning()));
        parts.add(escaped(claim.explanation()));
        if (!claim.checks().isEmpty()) {
            parts.add(grid(claim.evidence(language)));
        }
        if (!claim.implied().isEmpty()) {
            parts.add(claim.implied().stream()
                    .map(i -> "- " + inline(i.label()) + ": **"
                            + inline(language.figure(i.figure())) + "** — "
                            + MarkdownText.code(i.figure().key()))
                    .collect(Collectors.joining("\n")));
        }
        return parts.toString();
    }

    /** A table without its caption; numbers stand to the right. */
    String grid(Table table) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(row(table.columns(), this::heading));
        lines.add(row(table.columns(), column -> column.isNumeric() ? "---:" : "---"));
        for (List<Cell> cells : table.rows()) {
            StringJoiner line = new StringJoiner(" | ", "| ", " |");
            for (int i = 0; i < cells.size(); i++) {
                line.add(cell(cells.get(i), table.columns().get(i)));
            }
            lines.add(line.toString());
        }
        String legend = table.statuses().stream()
                .map(s -> s.mark() + " " + s.word(language))
                .collect(Collectors.joining(", "));
        return legend.isEmpty() ? lines.toString() : lines + "\n\n" + legend;
    }

    private static String row(List<Column> columns, Function<Column, String> print) {
        return columns.stream().map(print).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String heading(Column column) {
        String unit = language.label(column.scale());
        return inline(unit.isEmpty() ? column.name() : column.name() + ", " + unit);
    }

    private String cell(Cell cell, Column column) {
        return (inline(cell.text(column, language)) + " " + cell.status().mark()).strip();
    }
}
