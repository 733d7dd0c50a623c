package silkline.stage.report;

import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Report.Section;
import silkline.report.Scale;
import silkline.report.Table;
import silkline.table.gold.BalanceTable;

/** How the trade of the countries is built: partners and their shifts, balance, both sides of the border, groups. */
final class StructureSection {
    private StructureSection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        Blocks.addUnlessEmpty(blocks, PartnerShifts.of(inputs));
        Blocks.addUnlessEmpty(blocks, balances(inputs));
        Blocks.addUnlessEmpty(blocks, MirrorGaps.of(inputs));
        blocks.addAll(IntraGroupTrade.of(inputs));
        Blocks.addUnlessEmpty(blocks, GravityPairs.of(inputs));
        return new Section("structure", inputs.text("structure.title"), inputs.text("structure.lead"), blocks);
    }

    private static Table balances(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, Row> newest = new TreeMap<>();
        inputs.rows(ReportQueries.BALANCE).forEach(row -> newest.put(TradeRows.id(row), row));
        for (Row row : newest.values()) {
            String key = "balance/%s/%s/".formatted(TradeRows.id(row), row.getAs(TIME_PERIOD));
            rows.add(List.of(
                    Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                    Cell.of(inputs.indicatorTitle(row.getAs(INDICATOR))),
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(row.<String>getAs(TIME_PERIOD)),
                    TradeRows.number(row, key, BalanceTable.BALANCE, row.getAs(UNIT_MEASURE)),
                    TradeRows.number(row, key, BalanceTable.NORMALISED_BALANCE_RATIO, "RATIO"),
                    TradeRows.number(row, key, BalanceTable.OPENNESS_RATIO, "RATIO"),
                    TradeRows.number(row, key, BalanceTable.MARKETS, "COUNT")));
        }
        return new Table(
                "balances",
                inputs.text("structure.balances"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("trade"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.numberColumn("balance"),
                        inputs.numberColumn("balance_of_trade", new Scale("", 2, 1)),
                        inputs.numberColumn("trade_of_gdp", new Scale("", 2, 1)),
                        inputs.numberColumn("markets", new Scale("", 0, 0))),
                rows);
    }
}
