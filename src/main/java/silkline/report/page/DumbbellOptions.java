package silkline.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import silkline.report.Chart;
import silkline.report.ClaimCard;

/** Stated divided by official, one row a claim, on a logarithmic scale on which 1 is agreement. */
final class DumbbellOptions {
    private static final Map<ClaimCard.Verdict, List<String>> LOOKS = looks();

    private static final Set<ClaimCard.Verdict> HOLLOW =
            EnumSet.of(ClaimCard.Verdict.CONSISTENT, ClaimCard.Verdict.NOT_CHECKABLE, ClaimCard.Verdict.OPEN);

    private DumbbellOptions() {}

    static ObjectNode fill(ChartOptions options, Chart.Dumbbell chart) {
        List<Ratio> ratios = chart.pairs().stream()
                .map(pair -> Ratio.of(pair, options.language()))
                .filter(Ratio::isDrawable)
                .toList();
        ObjectNode option = options.looks("base");
        option.withObject("/tooltip").put("trigger", "item");
        option.withObject("/grid").put("bottom", 52).put("containLabel", false);
        ObjectNode rows = options.looks("category").put("inverse", true);
        option.set("yAxis", rows);
        rows.withObject("/axisLine").put("show", false);
        rows.withObject("/axisLabel")
                .put("color", "var(--ink)")
                .put("overflow", "break")
                .put("interval", 0);
        ArrayNode names = rows.putArray("data");
        ratios.forEach(ratio -> names.add(ChartOptions.shortened(ratio.label())));
        option.set("xAxis", axis(options, ratios));
        ArrayNode series = option.putArray("series");
        series.add(official(options, ratios));
        Map<ClaimCard.Verdict, ObjectNode> points = new EnumMap<>(ClaimCard.Verdict.class);
        for (int i = 0; i < ratios.size(); i++) {
            Ratio ratio = ratios.get(i);
            ObjectNode point = points.computeIfAbsent(ratio.verdict(), verdict -> points(options, verdict));
            ObjectNode mark = ((ArrayNode) point.get("data")).addObject().put("name", ratio.words());
            mark.putArray("value").add(ratio.middle()).add(i);
            series.add(range(options, ratio, i));
        }
        points.values().forEach(series::add);
        ((ObjectNode) series.get(0)).set("markLine", options.looks("agreement"));
        return ChartOptions.spec(120 + 44 * ratios.size(), option);
    }

    /** Symmetric about 1 and wide enough for all; steps of two, or of ten where claims are far off. */
    private static ObjectNode axis(ChartOptions options, List<Ratio> ratios) {
        double furthest = ratios.stream().mapToDouble(Ratio::distance).max().orElse(0);
        int base = furthest > Math.log(16) ? 10 : 2;
        double edge = Math.pow(base, Math.max(1, Math.ceil(furthest / Math.log(base) - 1e-9)));
        return options.looks("log")
                .put("name", options.language().text("chart.stated_by_official"))
                .put("logBase", base)
                .put("min", 1 / edge)
                .put("max", edge);
    }

    private static ObjectNode official(ChartOptions options, List<Ratio> ratios) {
        ObjectNode series =
                options.looks("official").put("name", options.language().text("chart.official_range"));
        ArrayNode data = series.putArray("data");
        for (int i = 0; i < ratios.size(); i++) {
            ArrayNode ends = data.addObject().putArray("coords");
            ends.addArray().add(ratios.get(i).officialLow()).add(i);
            ends.addArray().add(ratios.get(i).officialHigh()).add(i);
        }
        return series;
    }

    /** What was stated; an open end is an arrow. */
    private static ObjectNode range(ChartOptions options, Ratio ratio, int row) {
        ObjectNode series =
                options.looks("stated").put("color", LOOKS.get(ratio.verdict()).get(1));
        ArrayNode ends = series.putArray("data").addObject().putArray("coords");
        ends.addArray().add(ratio.low()).add(row);
        ends.addArray().add(ratio.high()).add(row);
        series.putArray("symbol")
                .add(ratio.isOpenBelow() ? "arrow" : "none")
                .add(ratio.isOpenAbove() ? "arrow" : "none");
        return series;
    }

    private static ObjectNode points(ChartOptions options, ClaimCard.Verdict verdict) {
        ObjectNode series = options.looks("point").put("name", verdict.label(options.language()));
        String colour = LOOKS.get(verdict).get(1);
        series.put("symbol", LOOKS.get(verdict).get(0)).put("color", colour).putArray("data");
        if (HOLLOW.contains(verdict)) {
            series.set("itemStyle", ChartOptions.hollow(colour).put("opacity", 1));
        }
        return series;
    }

    /** Shape and colour of each verdict. */
    private static Map<ClaimCard.Verdict, List<String>> looks() {
        Map<ClaimCard.Verdict, List<String>> looks = new EnumMap<>(ClaimCard.Verdict.class);
        looks.put(ClaimCard.Verdict.SUPPORTED, List.of("circle", "var(--yes)"));
        looks.put(ClaimCard.Verdict.CONSISTENT, List.of("circle", "var(--yes)"));
        looks.put(ClaimCard.Verdict.CONTRADICTED, List.of("diamond", "var(--no)"));
        looks.put(ClaimCard.Verdict.DEPENDS, List.of("triangle", "var(--series-6)"));
        looks.put(ClaimCard.Verdict.NOT_CHECKABLE, List.of("rect", "var(--muted)"));
        looks.put(ClaimCard.Verdict.OPEN, List.of("triangle", "var(--muted)"));
        looks.put(ClaimCard.Verdict.NO_CLAIM, List.of("rect", "var(--muted)"));
        return looks;
    }
}
