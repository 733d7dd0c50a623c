package silkline.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Language;
import silkline.report.PageResource;
import silkline.report.Scale;
import silkline.report.Status;

/**
 * What the chart library is told: the data, in the units shown. The looks are in {@code charts.json}, the few
 * functions in {@code report.js}.
 */
final class ChartOptions implements Chart.Pen<ObjectNode> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond", "roundRect");
    private static final List<String> STROKES = List.of("solid", "dashed", "dotted");
    /** {@code --series-1} and so on in {@code report.css}. */
    private static final int COLOURS = 8;

    private static final int LONGEST_LABEL = 60;

    private final JsonNode looks;
    private final Language language;

    private ChartOptions(JsonNode looks, Language language) {
        this.looks = looks;
        this.language = language;
    }

    /** JSON that may stand inside a script element: it holds no {@code <}. */
    static String json(Chart chart, Language language) {
        try {
            JsonNode looks = MAPPER.readTree(PageResource.text("/silkline/report/charts.json"));
            ObjectNode spec = chart.draw(new ChartOptions(looks, language))
                    .put("decimals", chart.scale().decimals());
            return MAPPER.writeValueAsString(spec).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("charts.json is not JSON", e);
        }
    }

    @Override
    public ObjectNode lines(Chart.Lines chart) {
        ObjectNode option = overTime(chart.periods(), chart.scale());
        ArrayNode series = option.putArray("series");
        for (Chart.Series line : chart.series()) {
            series.add(line(line.name(), line.values(), chart.scale(), series.size()));
        }
        return spec(380, option);
    }

    @Override
    public ObjectNode fan(Chart.Fan chart) {
        return FanOptions.fill(this, chart);
    }

    @Override
    public ObjectNode bars(Chart.Bars chart) {
        ObjectNode option = looks("base");
        option.remove("legend");
        option.withObject("/grid").put("top", 32).put("right", 72).put("containLabel", false);
        option.withObject("/tooltip")
                .put("trigger", "axis")
                .withObject("/axisPointer")
                .put("type", "none");
        ObjectNode labels = looks("category").put("inverse", true);
        labels.withObject("/axisLabel")
                .put("color", "var(--ink)")
                .put("overflow", "break")
                .put("interval", 0);
        option.set("yAxis", labels);
        ObjectNode values = looks("value").put("position", "top").put("splitNumber", 4);
        values.put("name", language.label(chart.scale())).put("nameLocation", "start");
        values.withObject("/nameTextStyle")
                .put("align", "right")
                .put("verticalAlign", "bottom")
                .put("lineHeight", 28);
        option.set("xAxis", values);
        ArrayNode names = labels.putArray("data");
        ObjectNode series = looks("bar").put("name", language.label(chart.scale()));
        ArrayNode data = series.putArray("data");
        for (Chart.Bar bar : chart.bars()) {
            names.add(shortened(bar.label()));
            ObjectNode item = data.addObject();
            item.set("value", shown(bar.value().value(), chart.scale()));
            String text = language.number(bar.value().value(), chart.scale()) + " "
                    + bar.value().status().word(language);
            item.putObject("label").put("formatter", text.strip());
        }
        option.putArray("series").add(series);
        return spec(60 + 34 * chart.bars().size(), option);
    }

    @Override
    public ObjectNode dumbbell(Chart.Dumbbell chart) {
        return DumbbellOptions.fill(this, chart);
    }

    Language language() {
        return language;
    }

    ObjectNode looks(String part) {
        return looks.get(part).deepCopy();
    }

    /** Periods to the right, values upwards; the unit stands above the axis. */
    ObjectNode overTime(List<String> periods, Scale scale) {
        ObjectNode option = looks("base");
        option.withObject("/tooltip").put("trigger", "axis");
        ObjectNode time = looks("category").put("boundaryGap", false);
        ArrayNode data = time.putArray("data");
        periods.forEach(data::add);
        option.set("xAxis", time);
        option.set("yAxis", looks("value").put("name", language.label(scale)));
        return option;
    }

    /** A line; values that are not final have a hollow mark. */
    ObjectNode line(String name, List<Cell> values, Scale scale, int position) {
        String colour = "var(--series-" + (position % COLOURS + 1) + ")";
        ObjectNode line = looks("line").put("name", shortened(name)).put("color", colour);
        line.put("symbol", SYMBOLS.get(position % SYMBOLS.size()));
        line.withObject("/lineStyle").put("type", STROKES.get(position / 2 % STROKES.size()));
        ArrayNode data = line.putArray("data");
        for (Cell cell : values) {
            ObjectNode item = data.addObject();
            item.set("value", shown(cell.value(), scale));
            if (cell.status() != Status.NORMAL) {
                item.set("itemStyle", hollow(colour));
            }
        }
        return line;
    }

    static ObjectNode hollow(String colour) {
        return NODES.objectNode()
                .put("color", "var(--paper)")
                .put("borderColor", colour)
                .put("borderWidth", 2);
    }

    /** In the unit of the axis; null is a gap. */
    static JsonNode shown(double value, Scale scale) {
        return Double.isFinite(value)
                ? NODES.numberNode(
                        BigDecimal.valueOf(value).movePointRight(scale.shift()).doubleValue())
                : NODES.nullNode();
    }

    static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    static ObjectNode spec(int height, ObjectNode option) {
        ObjectNode spec = NODES.objectNode().put("height", height);
        spec.set("option", option);
        return spec;
    }
}
