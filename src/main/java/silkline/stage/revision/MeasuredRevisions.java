package silkline.stage.revision;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.stage.TableNumbers.orNull;
import static silkline.table.gold.RevisionTable.HORIZON;
import static silkline.table.gold.RevisionTable.LEVEL_RATIO;
import static silkline.table.gold.RevisionTable.MEASURE;
import static silkline.table.gold.RevisionTable.P_VALUE;
import static silkline.table.gold.RevisionTable.T_STATISTIC;
import static silkline.table.gold.RevisionTable.YOY_RATIO;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import silkline.revision.RevisionSums;
import silkline.revision.Revisions;

/** Sums and tests of one series, measure and horizon, or of all series together: as measured, and as the table says it. */
final class MeasuredRevisions {
    private static final String POOLED = "POOLED";
    static final StructType SCHEMA = new StructType()
            .add(DATASET_ID, StringType)
            .add(INDICATOR, StringType)
            .add(FREQ, StringType)
            .add(SERIES_KEY, LongType)
            .add(SERIES_ID, StringType)
            .add(MEASURE, StringType)
            .add(HORIZON, StringType)
            .add("periods", LongType)
            .add("sum", DoubleType)
            .add("absolute", DoubleType)
            .add("squares", DoubleType)
            .add("absolute_later", DoubleType)
            .add("smallest", DoubleType)
            .add("largest", DoubleType)
            .add("positive", LongType)
            .add("sign_changes", LongType)
            .add(T_STATISTIC, DoubleType)
            .add(P_VALUE, DoubleType);

    private MeasuredRevisions() {}

    static Row row(
            String datasetId,
            String indicator,
            String freq,
            Long seriesKey,
            String seriesId,
            String measure,
            String horizon,
            RevisionSums sums,
            Double tStatistic,
            Double pValue) {
        return RowFactory.create(
                datasetId,
                indicator,
                freq,
                seriesKey,
                seriesId,
                measure,
                horizon,
                sums.periods(),
                sums.sum(),
                sums.absolute(),
                sums.squares(),
                sums.absoluteLater(),
                sums.smallest(),
                sums.largest(),
                sums.positive(),
                sums.signChanges(),
                tStatistic,
                pValue);
    }

    static RevisionSums sums(Row row) {
        return new RevisionSums(
                row.getLong(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getDouble(12),
                row.getDouble(13),
                row.getLong(14),
                row.getLong(15));
    }

    /** A row of the table from one of {@link #SCHEMA}. */
    static Row ofTable(Row measured, String runId) {
        RevisionSums sums = sums(measured);
        String measure = measured.getString(5);
        boolean isTested = !measured.isNullAt(16);
        String reason = isTested
                ? null
                : measured.isNullAt(3)
                        ? POOLED
                        : sums.periods() < Revisions.FEWEST_FOR_TEST ? "TOO_SHORT" : "NO_VARIATION";
        return RowFactory.create(
                measured.getString(0),
                measured.getString(1),
                measured.getString(2),
                measured.get(3),
                measured.get(4),
                measure,
                measured.getString(6),
                sums.periods(),
                sums.mean(),
                sums.meanAbsolute(),
                measure.equals(LEVEL_RATIO) ? null : orNull(sums.relativeMeanAbsolute()),
                sums.rootMeanSquare(),
                orNull(sums.standardDeviation()),
                sums.smallest(),
                sums.largest(),
                measured.get(16),
                measured.get(17),
                sums.positiveShare(),
                measure.equals(YOY_RATIO) ? sums.signChangeShare() : null,
                reason,
                new String[] {measured.getString(0)},
                runId);
    }
}
