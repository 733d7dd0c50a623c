package silkline.stage.panel;

import static silkline.table.gold.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.gold.ConcentrationTable.ENTROPY;
import static silkline.table.gold.ConcentrationTable.HHI;
import static silkline.table.gold.ConcentrationTable.HHI_HIGH;
import static silkline.table.gold.ConcentrationTable.HHI_LOW;
import static silkline.table.gold.ConcentrationTable.HHI_NORMALISED;
import static silkline.table.gold.ConcentrationTable.HHI_UNCTAD;
import static silkline.table.gold.ConcentrationTable.PARTNERS;
import static silkline.table.gold.ConcentrationTable.THEIL;
import static silkline.table.gold.ConcentrationTable.TOP_PARTNER;
import static silkline.table.gold.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import silkline.share.Bounds;
import silkline.share.Concentration;
import silkline.share.Ledger;
import silkline.share.Trade;
import silkline.stage.RunContext;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.block.Cell;
import silkline.table.gold.ConcentrationTable;

/** How much trade lies with few partners. */
public final class ConcentrationStage {
    private static final int INDEX = 0;
    private static final int COUNT = 1;
    private static final int WHY_PARTIAL = 2;
    private static final int LARGEST = 3;
    private static final int INTEGERS = 4;

    private static final int NONE = -1;
    private static final List<String> REASONS = List.of("PARTS_MISSING");

    private static final int HERFINDAHL = 0;
    private static final int NORMALISED = 1;
    private static final int EFFECTIVE = 2;
    private static final int UNCTAD = 3;
    private static final int SHANNON = 4;
    private static final int INEQUALITY = 5;
    private static final int LOW = 6;
    private static final int HIGH = 7;
    private static final int TOP_SHARE = 8;
    private static final int NUMBERS = 9;

    private static final int FIRST_PERIOD = ShareStage.REPORTER.size();

    private ConcentrationStage() {}

    /** {@code gold.concentration}. */
    public static BlockRows concentration(Dataset<Block> histories, ShareStage.Areas areas, RunContext run) {
        List<Cell> cells = ShareStage.reporterCells();
        cells.addAll(List.of(
                Cell.labelOfRow(TIME_PERIOD, FIRST_PERIOD),
                Cell.integer(PERIOD_INDEX, INDEX),
                Cell.integer(PARTNERS, COUNT),
                Cell.number(HHI, HERFINDAHL),
                Cell.number(HHI_NORMALISED, NORMALISED),
                Cell.number(EFFECTIVE_NUMBER, EFFECTIVE),
                Cell.number(HHI_UNCTAD, UNCTAD),
                Cell.number(ENTROPY, SHANNON),
                Cell.number(THEIL, INEQUALITY),
                Cell.number(HHI_LOW, LOW),
                Cell.number(HHI_HIGH, HIGH),
                Cell.labelAt(TOP_PARTNER, LARGEST, 0),
                Cell.number(TOP_SHARE_RATIO, TOP_SHARE),
                Cell.text(REASON, WHY_PARTIAL, REASONS),
                Cell.listOf(SOURCE_IDS, ShareStage.REPORTER.indexOf(DATASET_ID)),
                Cell.constant(RUN_ID, run.runId())));
        return new BlockRows(
                ConcentrationTable.SPEC.schema(),
                ShareStage.ofReporters(histories, areas, ConcentrationStage::blocks),
                cells);
    }

    private static Iterator<Block> blocks(Reporter reporter) {
        List<Block> blocks = new ArrayList<>();
        for (Reporter.Flow flow : reporter.flows()) {
            blocks.add(block(reporter, flow));
        }
        return blocks.iterator();
    }

    private static Block block(Reporter reporter, Reporter.Flow flow) {
        Ledger ledger = flow.ledger();
        List<double[]> parts = new ArrayList<>();
        for (int at = 0; at < reporter.periods().size(); at++) {
            parts.add(ledger.parts(at));
        }
        int most = parts.stream().mapToInt(of -> of.length).max().orElse(0);
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).length > 0) {
                texts.add(reporter.text(at));
            }
        }
        int rows = texts.size();
        List<String> partners = flow.single().stream().map(Trade::member).toList();
        texts.addAll(partners);
        String[] labels = ShareStage.labels(reporter.id(), flow.code(), texts);
        Block block = Block.of(0, rows, INTEGERS, NUMBERS, labels);
        for (int at = 0, row = 0; at < parts.size(); at++) {
            if (parts.get(at).length > 0) {
                block.set(INDEX, row, reporter.periods().get(at).index());
                block.set(LARGEST, row, FIRST_PERIOD + rows + partners.indexOf(ledger.top(at)));
                set(block, row++, parts.get(at), ledger.isFull(parts.get(at).length, most), ledger.published(at));
            }
        }
        return block;
    }

    private static void set(Block block, int row, double[] parts, boolean isFull, double published) {
        block.set(COUNT, row, parts.length);
        block.set(WHY_PARTIAL, row, isFull ? NONE : 0);
        if (isFull) {
            double hhi = Concentration.herfindahl(parts);
            block.set(HERFINDAHL, row, hhi);
            block.set(NORMALISED, row, Concentration.normalised(hhi, parts.length));
            block.set(EFFECTIVE, row, Concentration.effectiveNumber(hhi));
            block.set(UNCTAD, row, Concentration.unctad(hhi, parts.length));
            block.set(SHANNON, row, Concentration.entropy(parts));
            block.set(INEQUALITY, row, Concentration.theil(parts));
            block.set(
                    TOP_SHARE,
                    row,
                    Arrays.stream(parts).max().orElse(Double.NaN)
                            / Arrays.stream(parts).sum());
        }
        if (published > 0) {
            double[] shares = Arrays.stream(parts).map(part -> part / published).toArray();
            Bounds bounds = Bounds.herfindahl(shares, Long.MAX_VALUE);
            block.set(LOW, row, bounds.low());
            block.set(HIGH, row, bounds.high());
        }
    }
}
