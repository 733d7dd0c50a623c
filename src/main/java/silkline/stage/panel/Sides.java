package silkline.stage.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import silkline.series.FlowCode;
import silkline.share.Trade;
import silkline.table.block.Block;

/** What a reporter says of one partner: exports, imports, turnover as stated, period by period; NaN where nothing. */
final class Sides {
    private final int periods;
    private final Map<String, double[]> flows = new HashMap<>();
    private final int[] published;

    Sides(int periods) {
        this.periods = periods;
        this.published = new int[periods];
        Arrays.fill(published, Integer.MIN_VALUE);
    }

    /** Of two series of one flow, such as two valuations, the larger value counts. */
    void add(String flow, Block history, int[] indices) {
        double[] values = flows.computeIfAbsent(flow, code -> missing());
        int at = 0;
        for (int row = 0; row < history.getRows(); row++) {
            double value = history.number(Histories.VALUE, row);
            while (indices[at] < history.integer(Histories.INDEX, row)) {
                at++;
            }
            if (!Double.isNaN(value)) {
                values[at] = Double.isNaN(values[at]) ? value : Math.max(values[at], value);
                published[at] = Math.max(published[at], history.integer(Histories.PUBLISHED, row));
            }
        }
    }

    boolean has(String flow) {
        return flows.containsKey(flow);
    }

    /** Turnover is exports plus imports, or as stated; what is known of it with one side missing is the other. */
    Trade trade(String member, String flow) {
        Trade trade = new Trade(member, periods);
        double[] exports = of(FlowCode.EXPORTS);
        double[] imports = of(FlowCode.IMPORTS);
        double[] stated = of(flow);
        boolean isTurnover = flow.equals(FlowCode.TURNOVER);
        for (int at = 0; at < periods; at++) {
            if (!isTurnover) {
                trade.set(at, stated[at], stated[at], 1, 1, published[at]);
            } else {
                double value = first(stated[at], exports[at] + imports[at]);
                double known = first(value, first(exports[at], imports[at]));
                trade.set(at, value, known, Double.isNaN(value) ? 1 : 2, 2, published[at]);
            }
        }
        return trade;
    }

    private double[] of(String flow) {
        double[] values = flows.get(flow);
        return values == null ? missing() : values;
    }

    private static double first(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private double[] missing() {
        double[] values = new double[periods];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
