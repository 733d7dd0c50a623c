package silkline.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import silkline.report.Figure;
import silkline.report.HiddenCharacters;
import silkline.report.Language;
import silkline.report.Report;

/**
 * The report for machines: findings, all figures by key, then the sections, which name figures by their key. Keys keep
 * their order; a number that is missing or unbounded is null.
 */
public final class JsonSummary {
    /** Raised when a reader of the summary would have to change. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonSummary() {}

    /** The summary as indented JSON with a newline at its end. */
    public static String render(Report report) {
        ObjectNode root = NODES.objectNode();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("language", report.language().code());
        root.put("title", report.title());
        root.set("run", run(report.run()));
        root.set("findings", array(report.findings(), finding -> finding(finding, report.language())));
        ObjectNode figures = root.putObject("figures");
        report.figures()
                .forEach((key, figure) -> figures.set(key, figure(figure, NODES.objectNode(), report.language())));
        root.set("sections", array(report.sections(), section -> section(section, report.language())));
        root.set("sources", array(report.sources(), JsonSummary::source));
        try {
            return HiddenCharacters.escapedForJson(WRITER.writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values cannot fail to print", e);
        }
    }

    private static JsonNode run(Report.Run run) {
        return NODES.objectNode()
                .put("id", run.id())
                .put("finished_at", run.finishedAt())
                .put("version", run.version())
                .put("as_of", run.asOf())
                .put("lake", run.lake());
    }

    private static JsonNode finding(Report.Finding finding, Language language) {
        ObjectNode node = NODES.objectNode().put("key", finding.key()).put("sentence", finding.sentence());
        node.set(
                "figures",
                array(finding.figures(), f -> figure(f, NODES.objectNode().put("key", f.key()), language)));
        return node;
    }

    private static JsonNode figure(Figure figure, ObjectNode node, Language language) {
        node.set("value", figure.isKnown() ? NODES.numberNode(new BigDecimal(figure.plainValue())) : NODES.nullNode());
        return node.put("unit", figure.unit()).put("text", language.figure(figure));
    }

    private static JsonNode section(Report.Section section, Language language) {
        ObjectNode node = NODES.objectNode()
                .put("id", section.id())
                .put("title", section.title())
                .put("lead", section.lead());
        node.set("blocks", array(section.blocks(), block -> block.render(new JsonBlocks(language))));
        return node;
    }

    private static JsonNode source(Report.Source source) {
        return NODES.objectNode()
                .put("id", source.id())
                .put("title", source.title())
                .put("producer", source.producer())
                .put("url", source.url())
                .put("licence", source.licence())
                .put("accessed", source.accessed());
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> print) {
        ArrayNode nodes = NODES.arrayNode();
        items.forEach(item -> nodes.add(print.apply(item)));
        return nodes;
    }
}
