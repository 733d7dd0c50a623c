package silkline.stage.panel;

import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.BY_PARTNER;
import static silkline.table.gold.ShareTable.CHANGE_BY_OTHERS_PP;
import static silkline.table.gold.ShareTable.CHANGE_BY_OWN_PP;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.PARTS;
import static silkline.table.gold.ShareTable.PARTS_EXPECTED;
import static silkline.table.gold.ShareTable.PUBLISHED_TOTAL;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.SUM_OF_PARTS;
import static silkline.table.gold.ShareTable.TOTAL;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.share.Ledger;
import silkline.share.Share;
import silkline.share.Trade;
import silkline.stage.RunContext;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.block.Cell;
import silkline.table.gold.ShareTable;

/** Shares, ranks and their changes, by partner and group. */
public final class ShareStage {
    /** What shares and concentration need to know about areas. */
    public record Areas(Set<String> aggregates, List<GroupMember> memberships) implements Serializable {
        public Areas {
            aggregates = Set.copyOf(aggregates);
            memberships = List.copyOf(memberships);
        }
    }

    private static final List<String> DENOMINATORS = List.of(PUBLISHED_TOTAL, SUM_OF_PARTS);
    private static final List<String> REASONS =
            List.of("SIDE_MISSING", "MEMBERS_MISSING", "TOTAL_MISSING", "TOTAL_ZERO");
    private static final int NONE = -1;

    private static final int INDEX_OF_PERIOD = 0;
    private static final int PLACE = 1;
    private static final int WHICH_TOTAL = 2;
    private static final int WHY_NOT = 3;
    private static final int FIGURES = 4;
    private static final int FIGURES_EXPECTED = 5;
    private static final int PUBLISHED = 6;
    private static final int INTEGERS = 7;

    private static final int OF_MEMBER = 0;
    private static final int OF_ALL = 1;
    private static final int RATIO = 2;
    private static final int CHANGE = 3;
    private static final int BY_OWN = 4;
    private static final int BY_OTHERS = 5;
    private static final int NUMBERS = 6;

    /** Labels of a reporter's block: its dimensions; what follows belongs to the table. */
    static final List<String> REPORTER =
            List.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, PRODUCT, BASIS, UNIT_MEASURE, FLOW);

    private static final int BY_WHAT = REPORTER.size();
    private static final int WHO = BY_WHAT + 1;
    private static final int FIRST_PERIOD = WHO + 1;

    private ShareStage() {}

    /** {@code gold.share}. */
    public static BlockRows shares(Dataset<Block> histories, Areas areas, RunContext run) {
        List<Cell> cells = reporterCells();
        cells.addAll(List.of(
                Cell.label(BY, BY_WHAT),
                Cell.label(MEMBER, WHO),
                Cell.labelOfRow(TIME_PERIOD, FIRST_PERIOD),
                Cell.integer(PERIOD_INDEX, INDEX_OF_PERIOD),
                Cell.number(VALUE, OF_MEMBER),
                Cell.number(TOTAL, OF_ALL),
                Cell.text(DENOMINATOR, WHICH_TOTAL, DENOMINATORS),
                Cell.number(SHARE_RATIO, RATIO),
                Cell.number(SHARE_CHANGE_PP, CHANGE),
                Cell.number(CHANGE_BY_OWN_PP, BY_OWN),
                Cell.number(CHANGE_BY_OTHERS_PP, BY_OTHERS),
                Cell.positive(RANK, PLACE),
                Cell.integer(PARTS, FIGURES),
                Cell.integer(PARTS_EXPECTED, FIGURES_EXPECTED),
                Cell.date(PUBLISHED_AT, PUBLISHED),
                Cell.text(REASON, WHY_NOT, REASONS),
                Cell.listOf(SOURCE_IDS, REPORTER.indexOf(DATASET_ID)),
                Cell.constant(RUN_ID, run.runId())));
        return new BlockRows(ShareTable.SPEC.schema(), ofReporters(histories, areas, ShareStage::blocks), cells);
    }

    static List<Cell> reporterCells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < REPORTER.size(); i++) {
            cells.add(Cell.label(REPORTER.get(i), i));
        }
        return cells;
    }

    /** What makes a reporter's rows of a table. */
    interface Rows extends Function<Reporter, Iterator<Block>>, Serializable {}

    static Dataset<Block> ofReporters(Dataset<Block> histories, Areas areas, Rows rows) {
        return histories
                .filter((FilterFunction<Block>)
                        history -> !Reporter.keyOf(history, areas.aggregates()).isEmpty())
                .groupByKey(
                        (MapFunction<Block, String>) history -> Reporter.keyOf(history, areas.aggregates()),
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Block, Block>)
                                (key, of) -> rows.apply(new Reporter(of, areas.aggregates(), areas.memberships())),
                        BlockRows.ENCODER);
    }

    static String[] labels(SeriesId id, String flow, List<String> more) {
        List<String> labels = new ArrayList<>(List.of(
                id.datasetId(),
                id.indicator(),
                id.freq(),
                id.refArea(),
                id.product(),
                id.basis(),
                id.unitMeasure(),
                flow));
        labels.addAll(more);
        return labels.toArray(String[]::new);
    }

    private static Iterator<Block> blocks(Reporter reporter) {
        List<Block> blocks = new ArrayList<>();
        for (Reporter.Flow flow : reporter.flows()) {
            Ledger ledger = flow.ledger();
            List<Trade> single = flow.single();
            int[][] ranks = new int[reporter.periods().size()][];
            for (int at = 0; at < ranks.length; at++) {
                ranks[at] = ledger.ranks(at);
            }
            for (int i = 0; i < single.size(); i++) {
                Block block = block(reporter, flow, ledger, BY_PARTNER, single.get(i));
                int row = 0;
                for (int at = 0; at < ranks.length; at++) {
                    if (single.get(i).isKnown(at)) {
                        block.set(PLACE, row++, ranks[at][i]);
                    }
                }
                blocks.add(block);
            }
            flow.others().forEach(trade -> blocks.add(block(reporter, flow, ledger, BY_PARTNER, trade)));
            flow.groups().forEach(trade -> blocks.add(block(reporter, flow, ledger, BY_GROUP, trade)));
        }
        return blocks.iterator();
    }

    private static Block block(Reporter reporter, Reporter.Flow flow, Ledger ledger, String by, Trade trade) {
        List<Period> periods = reporter.periods();
        List<String> texts = new ArrayList<>(List.of(by, trade.member()));
        for (int at = 0; at < periods.size(); at++) {
            if (trade.isKnown(at)) {
                texts.add(reporter.text(at));
            }
        }
        String[] labels = labels(reporter.id(), flow.code(), texts);
        Block block = Block.of(0, labels.length - FIRST_PERIOD, INTEGERS, NUMBERS, labels);
        int before = 0;
        for (int at = 0, row = 0; at < periods.size(); at++) {
            if (trade.isKnown(at)) {
                set(block, row, periods.get(at).index(), ledger, trade, at);
                block.set(WHY_NOT, row, whyNot(by, trade, at, ledger.total(at)));
                int yearBefore =
                        periods.get(at).index() - periods.get(at).frequency().perYear();
                while (periods.get(before).index() < yearBefore) {
                    before++;
                }
                if (periods.get(before).index() == yearBefore) {
                    setChange(block, row, ledger, trade, before, at);
                }
                row++;
            }
        }
        return block;
    }

    private static void set(Block block, int row, int index, Ledger ledger, Trade trade, int at) {
        double total = ledger.total(at);
        int which = Double.isNaN(total) ? NONE : ledger.hasPublishedTotal(at) ? 0 : 1;
        block.set(INDEX_OF_PERIOD, row, index);
        block.set(WHICH_TOTAL, row, which);
        block.set(FIGURES, row, trade.figures(at));
        block.set(FIGURES_EXPECTED, row, trade.figuresExpected(at));
        block.set(PUBLISHED, row, trade.published(at));
        block.set(OF_MEMBER, row, trade.value(at));
        block.set(OF_ALL, row, total);
        block.set(RATIO, row, Share.of(trade.value(at), total));
    }

    private static void setChange(Block block, int row, Ledger ledger, Trade trade, int before, int at) {
        double[] part = {trade.value(before), trade.value(at)};
        double[] total = {ledger.total(before), ledger.total(at)};
        block.set(CHANGE, row, Share.changePoints(Share.of(part[0], total[0]), Share.of(part[1], total[1])));
        block.set(BY_OWN, row, Share.ownChangePoints(part[0], part[1], total[0], total[1]));
        block.set(BY_OTHERS, row, Share.totalChangePoints(part[0], part[1], total[0], total[1]));
    }

    private static int whyNot(String by, Trade trade, int at, double total) {
        if (!trade.isComplete(at)) {
            return by.equals(BY_PARTNER) ? 0 : 1;
        }
        if (Double.isNaN(total)) {
            return 2;
        }
        return total > 0 ? NONE : 3;
    }
}
