package silkline.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a summary says, before it is printed. The classes of {@code report.page}, {@code report.markdown} and {@code report.json} print
 * the same report; equal reports give equal bytes.
 */
public record Report(
        String title,
        Run run,
        List<Finding> findings,
        List<Section> sections,
        List<Source> sources,
        Language language) {

    public Report {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(language, "language");
        Ids.requireText("title", title);
        findings = List.copyOf(findings);
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
        Ids.requireDistinct("finding", findings.stream().map(Finding::key));
        Ids.requireDistinct(
                "section, block or claim",
                sections.stream()
                        .flatMap(s -> Stream.concat(
                                Stream.of(s.id()), s.blocks().stream().flatMap(Block::ids))));
        byKey(findings, sections);
    }

    /** In English. */
    public Report(String title, Run run, List<Finding> findings, List<Section> sections, List<Source> sources) {
        this(title, run, findings, sections, sources, Language.ENGLISH);
    }

    /** All figures of the report by key; a figure that is printed twice is here once. */
    public SortedMap<String, Figure> figures() {
        return byKey(findings, sections);
    }

    private static SortedMap<String, Figure> byKey(List<Finding> findings, List<Section> sections) {
        SortedMap<String, Figure> figures = new TreeMap<>();
        Stream.concat(
                        findings.stream().flatMap(finding -> finding.figures().stream()),
                        sections.stream()
                                .flatMap(section -> section.blocks().stream())
                                .flatMap(Block::figures))
                .forEach(figure -> addOnce(figures, figure));
        return figures;
    }

    private static void addOnce(Map<String, Figure> figures, Figure figure) {
        Figure earlier = figures.putIfAbsent(figure.key(), figure);
        if (earlier != null && !earlier.equals(figure)) {
            throw new IllegalArgumentException("One key, two figures: " + earlier + " and " + figure);
        }
    }

    /** Which run printed this: the only part that may differ between two runs of equal inputs. */
    public record Run(String id, String finishedAt, String version, String asOf, String lake) {
        public Run {
            Stream.of(id, finishedAt, version, asOf, lake).forEach(Objects::requireNonNull);
        }
    }

    /** A headline in words, with the figures that it names. */
    public record Finding(String key, String sentence, List<Figure> figures) {
        public Finding {
            Ids.requireText("key", key);
            Ids.requireText("sentence", sentence);
            figures = List.copyOf(figures);
        }
    }

    /** A chapter; {@code id} becomes its anchor, {@code lead} may be empty. */
    public record Section(String id, String title, String lead, List<Block> blocks) {
        public Section {
            Ids.requireId(id);
            Ids.requireText("title", title);
            Objects.requireNonNull(lead, "lead");
            blocks = List.copyOf(blocks);
        }
    }

    /** A dataset that the report rests on; unknown parts are empty. {@code accessed} is an ISO date. */
    public record Source(String id, String title, String producer, String url, String licence, String accessed) {
        public Source {
            Ids.requireText("id", id);
            Stream.of(title, producer, url, licence, accessed).forEach(Objects::requireNonNull);
        }

        /** Whether {@link #url} may become a link: data must not smuggle in a script. */
        public boolean isWeb() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }
}
