package silkline.stage.panel;

import static silkline.table.gold.GrowthTable.LOG_CHANGE;
import static silkline.table.gold.GrowthTable.POP_RATIO;
import static silkline.table.gold.GrowthTable.PREVIOUS_VALUE;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.GrowthTable.YEAR_AGO_VALUE;
import static silkline.table.gold.GrowthTable.YOY_RATIO;
import static silkline.table.gold.GrowthTable.YOY_REASON;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
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
import silkline.table.gold.GrowthTable;

/** Growth of every series against the period and the year before. */
public final class GrowthStage {
    private static final int INDEX = 0;
    private static final int STATUS = 1;
    private static final int WHY_NOT = 2;
    private static final int WHY_NOT_YEARLY = 3;
    private static final int INTEGERS = 4;

    private static final int VALUE = 0;
    private static final int PREVIOUS = 1;
    private static final int YEAR_AGO = 2;
    private static final int CHANGE = 3;
    private static final int YEARLY_CHANGE = 4;
    private static final int IN_LOGS = 5;
    private static final int NUMBERS = 6;

    private static final int ID = 0;
    private static final int DATASET = 1;
    /** Of the rows, then the statuses that they point to. */
    private static final int FIRST_PERIOD = 2;

    private static final int ANSWERED = -1;

    private GrowthStage() {}

    /** {@code gold.growth} of the newest vintage. */
    public static BlockRows growth(Dataset<Block> histories, RunContext run) {
        Dataset<Block> grown = histories.map((MapFunction<Block, Block>) GrowthStage::grown, BlockRows.ENCODER);
        return new BlockRows(
                GrowthTable.SPEC.schema(),
                grown,
                List.of(
                        Cell.key(SERIES_KEY),
                        Cell.label(SERIES_ID, ID),
                        Cell.labelOfRow(TIME_PERIOD, FIRST_PERIOD),
                        Cell.integer(PERIOD_INDEX, INDEX),
                        Cell.number(OBS_VALUE, VALUE),
                        Cell.labelAt(OBS_STATUS, STATUS, 0),
                        Cell.number(PREVIOUS_VALUE, PREVIOUS),
                        Cell.number(YEAR_AGO_VALUE, YEAR_AGO),
                        Cell.number(POP_RATIO, CHANGE),
                        Cell.number(YOY_RATIO, YEARLY_CHANGE),
                        Cell.number(LOG_CHANGE, IN_LOGS),
                        Cell.text(REASON, WHY_NOT, Reason.NAMES),
                        Cell.text(YOY_REASON, WHY_NOT_YEARLY, Reason.NAMES),
                        Cell.listOf(SOURCE_IDS, DATASET),
                        Cell.constant(RUN_ID, run.runId())));
    }

    private static Block grown(Block history) {
        Observations observed = Histories.observations(history);
        int firstStatus = FIRST_PERIOD + observed.length();
        int statuses = history.getLabels().length - Histories.FIRST_STATUS;
        String[] labels = new String[firstStatus + statuses];
        labels[ID] = history.label(0);
        labels[DATASET] = observed.id().datasetId();
        System.arraycopy(history.getLabels(), Histories.FIRST_STATUS, labels, firstStatus, statuses);
        Block grown = Block.of(history.getKey(), history.getRows(), INTEGERS, NUMBERS, labels);
        boolean isRate = Units.RATES.contains(observed.id().unitMeasure());
        boolean isConsecutive = observed.frequency().isConsecutive();
        int perYear = observed.frequency().perYear();
        for (int i = 0; i < observed.length(); i++) {
            double value = observed.value(i);
            double previous = isConsecutive ? observed.valueBefore(i, 1) : Double.NaN;
            double yearAgo = observed.valueBefore(i, perYear);
            int whyNot = isConsecutive
                    ? whyNot(isRate, observed.hasBreakWithin(i, 1), previous, value)
                    : code(Reason.NO_PREVIOUS_PERIOD);
            int whyNotYearly = whyNot(isRate, observed.hasBreakWithin(i, perYear), yearAgo, value);
            labels[FIRST_PERIOD + i] = PeriodTexts.of(observed.frequency(), observed.index(i));
            grown.set(INDEX, i, observed.index(i));
            grown.set(STATUS, i, firstStatus + history.integer(Histories.STATUS, i));
            grown.set(WHY_NOT, i, whyNot);
            grown.set(WHY_NOT_YEARLY, i, whyNotYearly);
            grown.set(VALUE, i, value);
            grown.set(PREVIOUS, i, previous);
            grown.set(YEAR_AGO, i, yearAgo);
            if (whyNot == ANSWERED) {
                grown.set(CHANGE, i, Growth.relativeChange(previous, value));
                grown.set(IN_LOGS, i, Growth.logChange(previous, value));
            }
            if (whyNotYearly == ANSWERED) {
                grown.set(YEARLY_CHANGE, i, Growth.relativeChange(yearAgo, value));
            }
        }
        return grown;
    }

    /** The number of the reason why there is no growth; {@link #ANSWERED} where there is. */
    static int whyNot(boolean isRate, boolean hasBreak, double from, double to) {
        if (hasBreak) {
            return code(Reason.BREAK);
        }
        if (isRate && !Double.isNaN(to)) {
            return code(Reason.ALREADY_A_RATE);
        }
        return Reason.of(from, to).map(GrowthStage::code).orElse(ANSWERED);
    }

    @SuppressWarnings("EnumOrdinal") // the position in Reason.NAMES, and only until the rows are made
    private static int code(Reason reason) {
        return reason.ordinal();
    }
}
