package silkline.table;

import java.util.List;
import silkline.table.audit.QualityTable;
import silkline.table.audit.RunTable;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.AdvantageTable;
import silkline.table.gold.BacktestTable;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.ClaimCheckTable;
import silkline.table.gold.ClaimConflictTable;
import silkline.table.gold.ClaimVerdictTable;
import silkline.table.gold.ComplexityTable;
import silkline.table.gold.ConcentrationTable;
import silkline.table.gold.ConversionTable;
import silkline.table.gold.ForecastTable;
import silkline.table.gold.GravityTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.GrowthDetailTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;
import silkline.table.gold.IntensityTable;
import silkline.table.gold.MarginTable;
import silkline.table.gold.MarketShareTable;
import silkline.table.gold.MirrorTable;
import silkline.table.gold.PriceTable;
import silkline.table.gold.ProximityTable;
import silkline.table.gold.RealValueTable;
import silkline.table.gold.RevisionTable;
import silkline.table.gold.SeasonalTable;
import silkline.table.gold.ShareTable;
import silkline.table.gold.SimilarityTable;
import silkline.table.gold.TargetTable;
import silkline.table.reference.MeasureTable;
import silkline.table.silver.ArticleTable;
import silkline.table.silver.ClaimTable;
import silkline.table.silver.ConfirmationTable;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.QuarantineTable;
import silkline.table.silver.SeriesTable;

/** All tables of a lake. */
public final class Tables {
    private static final List<TableSpec> ALL = List.of(
            DatasetTable.SPEC,
            SeriesTable.SPEC,
            ObservationTable.SPEC,
            ConfirmationTable.SPEC,
            ArticleTable.SPEC,
            ClaimTable.SPEC,
            QuarantineTable.SPEC,
            GrowthTable.SPEC,
            GrowthWindowTable.SPEC,
            GrowthDetailTable.SPEC,
            RevisionTable.SPEC,
            SeasonalTable.SPEC,
            ConversionTable.SPEC,
            RealValueTable.SPEC,
            PriceTable.SPEC,
            ShareTable.SPEC,
            ConcentrationTable.SPEC,
            BalanceTable.SPEC,
            MirrorTable.SPEC,
            IntensityTable.SPEC,
            GroupTradeTable.SPEC,
            MarginTable.SPEC,
            MarketShareTable.SPEC,
            AdvantageTable.SPEC,
            ComplexityTable.SPEC,
            ProximityTable.SPEC,
            SimilarityTable.SPEC,
            GravityTable.SPEC,
            ForecastTable.SPEC,
            BacktestTable.SPEC,
            AccuracyTable.SPEC,
            ClaimCheckTable.SPEC,
            ClaimVerdictTable.SPEC,
            ClaimConflictTable.SPEC,
            TargetTable.SPEC,
            MeasureTable.SPEC,
            RunTable.SPEC,
            QualityTable.SPEC);

    private Tables() {}

    public static List<TableSpec> all() {
        return ALL;
    }
}
