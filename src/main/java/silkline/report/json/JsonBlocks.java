package silkline.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.ClaimCard;
import silkline.report.Language;
import silkline.report.Note;
import silkline.report.Status;
import silkline.report.Table;

/** The blocks of a section as JSON; a cell names its figures by key. */
final class JsonBlocks implements Block.Renderer<JsonNode> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Language language;

    JsonBlocks(Language language) {
        this.language = language;
    }

    @Override
    public JsonNode note(Note note) {
        return block("note").put("text", note.text());
    }

    @Override
    public JsonNode table(Table table) {
        return grid(block("table").put("id", table.id()).put("caption", table.caption()), table);
    }

    @Override
    public JsonNode chart(Chart chart) {
        ObjectNode node = block("chart")
                .put("kind", chart.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .put("id", chart.id())
                .put("title", chart.title())
                .put("unit", chart.scale().label())
                .put("description", chart.description());
        return grid(node, chart.data(language));
    }

    @Override
    public JsonNode claim(ClaimCard claim) {
        ObjectNode node = block("claim")
                .put("id", claim.id())
                .put("stated_as", claim.statement().words())
                .put("language", claim.statement().language())
                .put("outlet", claim.statement().outlet())
                .put("date", claim.statement().date())
                .put("meaning", claim.meaning())
                .put("verdict", claim.verdict().code())
                .put("explanation", claim.explanation());
        node.set("checks", JsonSummary.array(claim.checks(), JsonBlocks::check));
        node.set("implied", JsonSummary.array(claim.implied(), i -> NODES.objectNode()
                .put("label", i.label())
                .put("figure", i.figure().key())));
        return node;
    }

    private static JsonNode check(ClaimCard.Check check) {
        ObjectNode node = NODES.objectNode()
                .put("reading", check.reading())
                .put("series", check.series())
                .put("period", check.period());
        node.set("stated", cell(check.stated()));
        node.set("official", cell(check.official()));
        node.set("gap", cell(check.gap()));
        return node.put("verdict", check.verdict().code());
    }

    private static ObjectNode grid(ObjectNode node, Table table) {
        node.set("columns", JsonSummary.array(table.columns(), column -> NODES.objectNode()
                .put("name", column.name())
                .put("unit", column.scale().label())));
        node.set("rows", JsonSummary.array(table.rows(), row -> JsonSummary.array(row, JsonBlocks::cell)));
        return node;
    }

    private static JsonNode cell(Cell cell) {
        ObjectNode node = NODES.objectNode();
        if (cell instanceof Cell.Text text) {
            node.put("text", text.words());
        } else if (cell instanceof Cell.Value value) {
            node.put("figure", value.figure().key());
        } else if (cell instanceof Cell.Range range) {
            node.put("low", range.low().key()).put("high", range.high().key());
        } else if (cell instanceof Cell.Missing missing) {
            node.put("missing", missing.reason());
        }
        return cell.status() == Status.NORMAL
                ? node
                : node.put("status", cell.status().code());
    }

    private static ObjectNode block(String type) {
        return NODES.objectNode().put("type", type);
    }
}
