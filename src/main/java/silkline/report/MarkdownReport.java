package silkline.report;

import static silkline.report.MarkdownText.escaped;
import static silkline.report.MarkdownText.inline;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as GitHub Markdown: charts become their description and their table. */
public final class MarkdownReport {
    private static final String KEYS =
            "Every number has a key: it stands beside the number or, for those in tables, at the same"
                    + " place in `summary.json`. `silkline explain KEY` prints formula, inputs, sources and table versions of the"
                    + " number, and computes it again.";

    private MarkdownReport() {}

    /** The whole report, with a newline at its end. */
    public static String render(Report report) {
        StringJoiner parts = new StringJoiner("\n\n", "", "\n");
        parts.add("# " + inline(report.title()));
        parts.add(about(report.run()));
        parts.add("## Findings");
        report.findings().forEach(finding -> parts.add(finding(finding)));
        for (Report.Section section : report.sections()) {
            parts.add("## " + inline(section.title()));
            if (!section.lead().isBlank()) {
                parts.add(escaped(section.lead()));
            }
            section.blocks().forEach(block -> parts.add(block.render(new MarkdownBlocks())));
        }
        parts.add("## Sources");
        parts.add(sources(report.sources()));
        parts.add(KEYS);
        return parts.toString();
    }

    private static String about(Report.Run run) {
        return "As of %s · run %s, finished %s · version %s · lake %s"
                .formatted(
                        inline(run.asOf()),
                        inline(run.id()),
                        inline(run.finishedAt()),
                        inline(run.version()),
                        inline(run.lake()));
    }

    private static String finding(Report.Finding finding) {
        Stream<String> figures =
                finding.figures().stream().map(f -> "\n  - " + inline(f.text()) + " — " + MarkdownText.code(f.key()));
        return "- " + inline(finding.sentence()) + figures.collect(Collectors.joining());
    }

    private static String sources(List<Report.Source> sources) {
        List<Column> columns = Stream.of("Dataset", "Title", "Producer", "Licence", "Accessed", "Address")
                .map(Column::text)
                .toList();
        List<List<Cell>> rows = sources.stream()
                .map(s -> Stream.of(s.id(), s.title(), s.producer(), s.licence(), s.accessed(), s.url())
                        .map(Cell::of)
                        .toList())
                .toList();
        return MarkdownBlocks.grid(new Table("sources", "Sources", columns, rows));
    }
}
