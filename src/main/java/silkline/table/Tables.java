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
            RevisionTable.SPEC,
            ConversionTable.SPEC,
            ShareTable.SPEC,
            ConcentrationTable.SPEC,
            ForecastTable.SPEC,
            AccuracyTable.SPEC,
            ClaimCheckTable.SPEC,
            ClaimVerdictTable.SPEC,
            ClaimConflictTable.SPEC,
            TargetTable.SPEC,
            RunTable.SPEC,
            QualityTable.SPEC);

    private Tables() {}

    public static List<TableSpec> all() {
        return ALL;
    }
}
