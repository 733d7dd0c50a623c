package silkline.report.markdown;

import static silkline.report.markdown.MarkdownText.escaped;
import static silkline.report.markdown.MarkdownText.inline;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.report.Cell;
import silkline.report.Column;
import silkline.report.Language;
import silkline.report.Report;
import silkline.report.Table;

/** The report as GitHub Markdown: charts become their description and their table. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The whole report, with a newline at its end. */
    public static String render(Report report) {
        StringJoiner parts = new StringJoiner("\n\n", "", "\n");
        parts.add("# " + inline(report.title()));
        Language language = report.language();
        parts.add(about(report.run(), language));
        parts.add("## " + language.text("page.findings"));
        report.findings().forEach(finding -> parts.add(finding(finding, language)));
        for (Report.Section section : report.sections()) {
            parts.add("## " + inline(section.title()));
            if (!section.lead().isBlank()) {
                parts.add(escaped(section.lead()));
            }
            section.blocks().forEach(block -> parts.add(block.render(new MarkdownBlocks(language))));
        }
        parts.add("## " + language.text("page.sources"));
        parts.add(sources(report.sources(), language));
        parts.add(language.text("page.keys", "`summary.json`", "`silkline explain KEY`"));
        return parts.toString();
    }

    private static String about(Report.Run run, Language language) {
        return language.text(
                "page.about",
                inline(run.asOf()),
                inline(run.id()),
                inline(run.finishedAt()),
                inline(run.version()),
                inline(run.lake()));
    }

    private static String finding(Report.Finding finding, Language language) {
        Stream<String> figures = finding.figures().stream()
                .map(f -> "\n  - " + inline(language.figure(f)) + " — " + MarkdownText.code(f.key()));
        return "- " + inline(finding.sentence()) + figures.collect(Collectors.joining());
    }

    private static String sources(List<Report.Source> sources, Language language) {
        List<Column> columns = Stream.of("dataset", "title", "producer", "licence", "accessed", "address")
                .map(column -> Column.text(language.text("column." + column)))
                .toList();
        List<List<Cell>> rows = sources.stream()
                .map(s -> Stream.of(s.id(), s.title(), s.producer(), s.licence(), s.accessed(), s.url())
                        .map(Cell::of)
                        .toList())
                .toList();
        return new MarkdownBlocks(language).grid(new Table("sources", language.text("page.sources"), columns, rows));
    }
}
