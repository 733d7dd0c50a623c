package silkline.table;

import java.util.List;

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
