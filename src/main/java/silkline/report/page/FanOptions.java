package silkline.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Scale;
import silkline.report.Status;

/** A fan chart: the observed line, the expected line after it, and two bands that open from the last observation. */
final class FanOptions {
    private FanOptions() {}

    static ObjectNode fill(ChartOptions options, Chart.Fan chart) {
        List<String> periods =
                new ArrayList<>(chart.history().stream().map(Chart.Past::period).toList());
        chart.forecast().forEach(ahead -> periods.add(ahead.period()));
        ObjectNode option = options.overTime(periods, chart.scale());
        option.withObject("/xAxis").put("boundaryGap", true);
        ArrayNode series = option.putArray("series");
        series.add(band(
                options, options.language().text("column.interval_95"), "var(--band-2)", chart, Chart.Ahead::wide));
        series.add(band(
                options, options.language().text("column.interval_80"), "var(--band-1)", chart, Chart.Ahead::likely));
        series.add(options.line(options.language().text("chart.observed"), observed(chart), chart.scale(), 0));
        ObjectNode expected =
                options.line(options.language().text("status.forecast"), expected(chart), chart.scale(), 0);
        String colour = expected.get("color").asText();
        expected.withObject("/lineStyle").put("type", "dashed").put("color", colour);
        expected.set("itemStyle", ChartOptions.hollow(colour));
        series.add(expected);
        return ChartOptions.spec(400, option);
    }

    private static ObjectNode band(
            ChartOptions options,
            String name,
            String colour,
            Chart.Fan chart,
            Function<Chart.Ahead, Cell.Range> range) {
        ObjectNode band = options.looks("band").put("name", name).put("color", colour);
        ArrayNode edges = band.putArray("edges");
        ArrayNode data = band.putArray("data");
        int past = chart.history().size();
        Cell last = past == 0 ? Cell.missing("") : chart.history().get(past - 1).value();
        if (Double.isFinite(last.value())) {
            add(edges, data, past - 1, last.value(), last.value(), chart.scale());
        }
        for (int i = 0; i < chart.forecast().size(); i++) {
            Cell.Range ends = range.apply(chart.forecast().get(i));
            if (ends.low().isKnown() && ends.high().isKnown()) {
                add(edges, data, past + i, ends.low().value(), ends.high().value(), chart.scale());
            }
        }
        return band;
    }

    /** The edges are drawn; the data, the same numbers, make room for them on the axis. */
    private static void add(ArrayNode edges, ArrayNode data, int position, double low, double high, Scale scale) {
        edges.addArray().add(position).add(ChartOptions.shown(low, scale)).add(ChartOptions.shown(high, scale));
        data.addArray().add(position).add(ChartOptions.shown(low, scale));
        data.addArray().add(position).add(ChartOptions.shown(high, scale));
    }

    private static List<Cell> observed(Chart.Fan chart) {
        return chart.history().stream().map(Chart.Past::value).toList();
    }

    /** Begins at the last observation, so that the two lines meet. */
    private static List<Cell> expected(Chart.Fan chart) {
        int past = chart.history().size();
        List<Cell> cells = new ArrayList<>(Collections.nCopies(past, Cell.missing("")));
        if (past > 0) {
            cells.set(past - 1, chart.history().get(past - 1).value());
        }
        chart.forecast().forEach(ahead -> cells.add(Cell.of(ahead.mean(), Status.FORECAST)));
        return cells;
    }
}
