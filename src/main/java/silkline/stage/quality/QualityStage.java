package silkline.stage.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.quality.DatasetTally;
import silkline.quality.Expectations;
import silkline.quality.RuleResult;
import silkline.quality.SeriesRows;
import silkline.quality.Tally;
import silkline.series.PublicationDate.Precision;
import silkline.stage.RunContext;
import silkline.stage.ingest.DecisionStage;

/** Holds the rules of quality against what the lake would hold after a run, before anything is written. */
public final class QualityStage {
    private static final String IS_BREAK = "is_break";
    private static final String BREAK = "B";
    private static final String FORECAST = "F";
    private static final String MARKED = "marked_";

    private static final StructType MARKS = new StructType()
            .add(MARKED + SERIES_KEY, DataTypes.LongType)
            .add(MARKED + PERIOD_INDEX, DataTypes.IntegerType)
            .add(MARKED + PUBLISHED_AT, DataTypes.IntegerType)
            .add(MARKED + RULE, DataTypes.StringType)
            .add(MARKED + MESSAGE, DataTypes.StringType);

    private QualityStage() {}

    /**
     * One tally per part of the data, to be added up; {@code series} are those of the rows, with their dimensions, and {@code known} is what the lake has of {@code knownSeries}.
     * Series are gathered once, with all their vintages, and handed to the rules.
     */
    public static Dataset<Tally> tallies(
            Dataset<Row> decided,
            Dataset<Row> series,
            Dataset<Row> known,
            Dataset<Row> knownSeries,
            Map<String, Expectations> expected,
            SumStage sums) {
        Dataset<Row> accepted =
                decided.where(col(OUTCOME).equalTo(DecisionStage.ACCEPTED)).select(columns(col(FILE), col(LINE)));
        Column isNeeded = col(DATASET_ID)
                .isInCollection(expected.keySet())
                .or(col(INDICATOR).equalTo("fx_rate"));
        Dataset<Row> before = known.join(knownSeries.where(isNeeded).select(SERIES_KEY, SERIES_ID), SERIES_KEY)
                .select(columns(lit(null).cast(DataTypes.StringType), lit(0L)));
        Dataset<Tally> ofSeries = accepted.unionAll(before)
                .where(col(OBS_STATUS).notEqual(FORECAST))
                .drop(OBS_STATUS)
                .repartition(col(SERIES_KEY))
                .sortWithinPartitions(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(PUBLISHED_PRECISION).desc(),
                        col(PUBLISHED_AT))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Tally>) rows ->
                                List.of(ofSeries(rows, new Tally(expected))).iterator(),
                        Encoders.javaSerialization(Tally.class));
        return ofSeries.union(ofRefused(decided, expected)).union(sums.tallies(decided, series, expected));
    }

    /** What the rules about one series need, in the order in which {@link #ofSeries} reads it. */
    private static Column[] columns(Column file, Column line) {
        return new Column[] {
            col(SERIES_KEY),
            col(SERIES_ID),
            col(PERIOD_INDEX),
            unix_date(col(PUBLISHED_AT)).as(PUBLISHED_AT),
            coalesce(col(OBS_VALUE), lit(Double.NaN)).as(OBS_VALUE),
            col(OBS_STATUS).equalTo(BREAK).as(IS_BREAK),
            file.as(FILE),
            line.as(LINE),
            // One that is only known to be published by a day gives way to any that is dated.
            col(PUBLISHED_PRECISION).equalTo(Precision.BY.code()).as(PUBLISHED_PRECISION),
            col(OBS_STATUS)
        };
    }

    private static Tally ofSeries(Iterator<Row> rows, Tally tally) {
        SeriesRows series = new SeriesRows();
        boolean isFirst = true;
        while (rows.hasNext()) {
            Row row = rows.next();
            long key = row.getLong(0);
            if (isFirst || key != series.key()) {
                if (!isFirst) {
                    tally.add(series);
                }
                series.start(key, row.getString(1));
                isFirst = false;
            }
            series.add(
                    row.getInt(2),
                    row.getInt(3),
                    row.getDouble(4),
                    row.getBoolean(5),
                    row.getString(6),
                    row.getLong(7));
        }
        if (!isFirst) {
            tally.add(series);
        }
        return tally;
    }

    /** The rows that the parser and the decision refused. */
    private static Dataset<Tally> ofRefused(Dataset<Row> decided, Map<String, Expectations> expected) {
        return decided.where(col(OUTCOME).equalTo(DecisionStage.QUARANTINED))
                .select(DATASET_ID, FILE, LINE, RULE, MESSAGE)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Tally>) rows ->
                                List.of(ofRefused(rows, new Tally(expected))).iterator(),
                        Encoders.javaSerialization(Tally.class));
    }

    private static Tally ofRefused(Iterator<Row> rows, Tally tally) {
        while (rows.hasNext()) {
            Row row = rows.next();
            tally.of(row.getString(0)).refused(row.getString(3), row.getString(1), row.getLong(2), row.getString(4));
        }
        return tally;
    }

    /** {@code decided} with the marked values in quarantine instead of accepted. */
    public static Dataset<Row> setAside(Dataset<Row> decided, List<DatasetTally.Mark> marks) {
        if (marks.isEmpty()) {
            return decided;
        }
        // Several rules may mark one value: one of them is enough, always the same.
        Map<List<Long>, Row> byValue = new TreeMap<>(Comparator.comparing(List::toString));
        marks.stream()
                .sorted(Comparator.comparing(DatasetTally.Mark::rule))
                .forEach(mark -> byValue.putIfAbsent(
                        List.of(mark.seriesKey(), (long) mark.period(), (long) mark.published()),
                        RowFactory.create(
                                mark.seriesKey(),
                                mark.period(),
                                mark.published(),
                                mark.rule().name(),
                                mark.message())));
        Dataset<Row> marked = decided.sparkSession().createDataFrame(List.copyOf(byValue.values()), MARKS);
        Column isMarked = col(MARKED + RULE).isNotNull();
        Column[] columns = Arrays.stream(decided.columns())
                .map(name -> switch (name) {
                    case OUTCOME ->
                        when(isMarked, DecisionStage.QUARANTINED)
                                .otherwise(col(name))
                                .as(name);
                    case RULE, MESSAGE ->
                        coalesce(col(MARKED + name), col(name)).as(name);
                    default -> col(name);
                })
                .toArray(Column[]::new);
        return decided.join(
                        broadcast(marked),
                        col(SERIES_KEY)
                                .equalTo(col(MARKED + SERIES_KEY))
                                .and(col(PERIOD_INDEX).equalTo(col(MARKED + PERIOD_INDEX)))
                                .and(unix_date(col(PUBLISHED_AT)).equalTo(col(MARKED + PUBLISHED_AT)))
                                .and(col(OUTCOME).equalTo(DecisionStage.ACCEPTED)),
                        "left")
                .select(columns);
    }

    /** Rows of {@code audit.quality}. */
    public static List<Row> rows(List<RuleResult> results, RunContext run) {
        return results.stream().map(result -> row(result, run)).toList();
    }

    private static Row row(RuleResult result, RunContext run) {
        return RowFactory.create(
                run.runId(),
                result.datasetId(),
                result.rule().name(),
                result.severity().code(),
                result.status().code(),
                result.checked(),
                result.broken(),
                orNull(result.brokenRatio()),
                result.examples().stream().map(example -> example.text()).toArray(String[]::new),
                result.message(),
                orNull(result.limit()),
                run.startedAt());
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
