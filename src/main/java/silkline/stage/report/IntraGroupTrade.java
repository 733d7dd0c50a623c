package silkline.stage.report;

import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Figure;
import silkline.report.Scale;
import silkline.table.gold.GroupTradeTable;

/** The share of a group's trade that stays inside, a chart per group that the claims name. */
final class IntraGroupTrade {
    private IntraGroupTrade() {}

    static List<Chart.Lines> of(ReportInputs inputs) {
        List<Chart.Lines> charts = new ArrayList<>();
        for (String group : inputs.groups()) {
            Map<String, Map<String, Row>> lines = new TreeMap<>();
            for (Row row : inputs.rows(ReportQueries.GROUP_TRADE)) {
                if (row.getAs(GroupTradeTable.AREA_GROUP).equals(group)) {
                    lines.computeIfAbsent(TradeRows.panel(row), key -> new TreeMap<>())
                            .put(row.getAs(TIME_PERIOD), row);
                }
            }
            if (!lines.isEmpty()) {
                charts.add(chart(inputs, group, lines));
            }
        }
        return charts;
    }

    private static Chart.Lines chart(ReportInputs inputs, String group, Map<String, Map<String, Row>> lines) {
        TreeSet<String> periods = new TreeSet<>();
        lines.values().forEach(rows -> periods.addAll(rows.keySet()));
        List<Chart.Series> series = new ArrayList<>();
        double largest = 0;
        for (Map.Entry<String, Map<String, Row>> line : lines.entrySet()) {
            List<Cell> cells = new ArrayList<>();
            for (String period : periods) {
                Row row = line.getValue().get(period);
                String key = "group_trade/%s/%s/%s/intra_share_ratio".formatted(line.getKey(), group, period);
                cells.add(
                        row == null
                                ? Cell.missing("")
                                : Cell.of(
                                        Figure.of(key, row.<Double>getAs(GroupTradeTable.INTRA_SHARE_RATIO), "RATIO")));
                largest =
                        row == null ? largest : Math.max(largest, row.<Double>getAs(GroupTradeTable.INTRA_SHARE_RATIO));
            }
            Row any = line.getValue().values().iterator().next();
            String name = "%s (%s)".formatted(inputs.indicatorTitle(any.getAs(INDICATOR)), any.getAs(DATASET_ID));
            series.add(new Chart.Series(name, cells));
        }
        String title = inputs.text("structure.intra_group", inputs.areaName(group));
        return new Chart.Lines(
                "intra-group-" + group,
                title,
                Scale.of("RATIO", largest),
                inputs.text("structure.intra_group_chart", title, periods.first(), periods.last()),
                List.copyOf(periods),
                series);
    }
}
