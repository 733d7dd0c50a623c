package silkline.stage.panel;

import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.GrowthWindowTable.CAGR_RATIO;
import static silkline.table.gold.GrowthWindowTable.DOUBLING_YEARS;
import static silkline.table.gold.GrowthWindowTable.FOLD;
import static silkline.table.gold.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.gold.GrowthWindowTable.FROM_VALUE;
import static silkline.table.gold.GrowthWindowTable.LOG_CHANGE_PER_YEAR;
import static silkline.table.gold.GrowthWindowTable.TO_PERIOD;
import static silkline.table.gold.GrowthWindowTable.TO_VALUE;
import static silkline.table.gold.GrowthWindowTable.YEARS;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import silkline.growth.Growth;
import silkline.growth.Reason;
import silkline.series.Observations;
import silkline.series.Units;
import silkline.stage.RunContext;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.block.Cell;
import silkline.table.gold.GrowthWindowTable;

/** Growth of every series over several years. */
public final class GrowthWindowStage {
    /** Years that {@code gold.growth_window} looks back from the last observation. */
    static final List<Integer> WINDOWS = List.of(1, 3, 5, 10, 15);

    private static final int WHY_NOT = 0;
    private static final int INTEGERS = 1;

    private static final int LENGTH = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int TIMES = 3;
    private static final int CAGR = 4;
    private static final int IN_LOGS = 5;
    private static final int DOUBLING = 6;
    private static final int NUMBERS = 7;

    private static final int ID = 0;
    private static final int DATASET = 1;
    private static final int LAST_PERIOD = 2;
    private static final int FIRST_PERIOD = 3;

    private GrowthWindowStage() {}

    /** {@code gold.growth_window}: from so many years back, and from the first observation, to the last. */
    public static BlockRows windows(Dataset<Block> histories, RunContext run) {
        Dataset<Block> windows =
                histories.map((MapFunction<Block, Block>) GrowthWindowStage::windows, BlockRows.ENCODER);
        return new BlockRows(
                GrowthWindowTable.SPEC.schema(),
                windows,
                List.of(
                        Cell.key(SERIES_KEY),
                        Cell.label(SERIES_ID, ID),
                        Cell.labelOfRow(FROM_PERIOD, FIRST_PERIOD),
                        Cell.label(TO_PERIOD, LAST_PERIOD),
                        Cell.number(YEARS, LENGTH),
                        Cell.number(FROM_VALUE, FROM),
                        Cell.number(TO_VALUE, TO),
                        Cell.number(FOLD, TIMES),
                        Cell.number(CAGR_RATIO, CAGR),
                        Cell.number(LOG_CHANGE_PER_YEAR, IN_LOGS),
                        Cell.number(DOUBLING_YEARS, DOUBLING),
                        Cell.text(REASON, WHY_NOT, Reason.NAMES),
                        Cell.listOf(SOURCE_IDS, DATASET),
                        Cell.constant(RUN_ID, run.runId())));
    }

    private static Block windows(Block history) {
        Observations observed = Histories.observations(history);
        int[] starts = observed.frequency().isConsecutive() ? starts(observed) : new int[0];
        int last = lastValue(observed);
        String[] labels = new String[FIRST_PERIOD + starts.length];
        labels[ID] = history.label(0);
        labels[DATASET] = observed.id().datasetId();
        labels[LAST_PERIOD] = last < 0 ? "" : PeriodTexts.of(observed.frequency(), observed.index(last));
        Block windows = Block.of(history.getKey(), starts.length, INTEGERS, NUMBERS, labels);
        boolean isRate = Units.RATES.contains(observed.id().unitMeasure());
        for (int i = 0; i < starts.length; i++) {
            labels[FIRST_PERIOD + i] = PeriodTexts.of(observed.frequency(), observed.index(starts[i]));
            set(windows, i, observed, starts[i], last, isRate);
        }
        return windows;
    }

    private static void set(Block windows, int row, Observations observed, int start, int last, boolean isRate) {
        double from = observed.value(start);
        double to = observed.value(last);
        int periods = observed.index(last) - observed.index(start);
        double years = (double) periods / observed.frequency().perYear();
        int whyNot = GrowthStage.whyNot(isRate, observed.hasBreakWithin(last, periods), from, to);
        windows.set(WHY_NOT, row, whyNot);
        windows.set(LENGTH, row, years);
        windows.set(FROM, row, from);
        windows.set(TO, row, to);
        if (whyNot < 0) {
            double inLogs = Growth.logChange(from, to) / years;
            windows.set(TIMES, row, Growth.fold(from, to));
            windows.set(CAGR, row, Growth.compoundAnnualRate(from, to, years));
            windows.set(IN_LOGS, row, inLogs);
            windows.set(DOUBLING, row, Growth.doublingYears(inLogs));
        }
    }

    /** Where the windows begin: at observations with a value, before the last of them. */
    private static int[] starts(Observations observed) {
        int last = lastValue(observed);
        TreeSet<Integer> starts = new TreeSet<>();
        for (int first = 0; first < last && starts.isEmpty(); first++) {
            if (!Double.isNaN(observed.value(first))) {
                starts.add(first);
            }
        }
        for (int years : WINDOWS) {
            int periods = years * observed.frequency().perYear();
            int start = last < 0 ? -1 : observed.positionOf(observed.index(last) - periods);
            if (start >= 0 && !Double.isNaN(observed.value(start))) {
                starts.add(start);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int lastValue(Observations observed) {
        int last = observed.length() - 1;
        while (last >= 0 && Double.isNaN(observed.value(last))) {
            last--;
        }
        return last;
    }
}
