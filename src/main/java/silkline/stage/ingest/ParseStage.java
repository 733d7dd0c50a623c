package silkline.stage.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.NOTE;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_END;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PERIOD_START;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.SOURCE_REF;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.ObservationTable.UNIT_MULT;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RAW;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import silkline.series.CodeLists;
import silkline.series.ObservationParser;
import silkline.series.ObservationParser.Reading;
import silkline.source.DatasetManifest;
import silkline.source.DeliveredRows;
import silkline.source.RawRow;
import silkline.source.SourceFormat;
import silkline.source.format.SourceFormats;
import silkline.stage.SeriesColumns;

/**
 * Text cells to observations: a row either is one or says in {@code rule} and {@code message} why it is not. The
 * dimensions are in the series' id alone, since these rows are sorted by the million; see {@link SeriesColumns}.
 */
final class ParseStage {
    private static final StructType PARSED = schema();

    private ParseStage() {}

    /** The rows of all datasets of observations; one plan per format, however many datasets. */
    static Dataset<Row> parse(
            SparkSession spark, List<DatasetManifest> datasets, CodeLists codes, DeliveredRows delivered) {
        return SourceFormats.all().stream()
                .flatMap(format -> parse(spark, format, datasets, codes, delivered).stream())
                .reduce(Dataset::unionAll)
                .orElseGet(() -> spark.createDataFrame(List.of(), PARSED))
                .withColumn(SERIES_KEY, when(col(RULE).isNull(), xxhash64(col(SERIES_ID))))
                .withColumn(DecisionStage.ROW, monotonically_increasing_id());
    }

    private static Optional<Dataset<Row>> parse(
            SparkSession spark,
            SourceFormat format,
            List<DatasetManifest> datasets,
            CodeLists codes,
            DeliveredRows delivered) {
        List<DatasetManifest> own = datasets.stream()
                .filter(dataset -> dataset.format().equals(format.id()))
                .toList();
        Map<String, ObservationParser> parsers = new HashMap<>();
        own.forEach(dataset -> parsers.put(
                dataset.id(), new ObservationParser(codes, dataset.id(), dataset.locale(), dataset.published())));
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(format.read(
                        spark,
                        own,
                        codes,
                        delivered,
                        (MapFunction<RawRow, Row>) raw -> parsed(parsers, raw),
                        Encoders.row(PARSED)));
    }

    private static Row parsed(Map<String, ObservationParser> parsers, RawRow raw) {
        String datasetId = raw.datasetId();
        Reading reading = raw.isBroken()
                ? new Reading.Rejected(raw.rule(), raw.problem())
                : parsers.get(datasetId).parse(raw::cell);
        Object[] values = new Object[PARSED.length()];
        values[0] = raw.file();
        values[1] = raw.line();
        values[2] = datasetId;
        if (reading instanceof Reading.Accepted accepted) {
            fill(values, accepted);
        } else if (reading instanceof Reading.Rejected rejected) {
            values[3] = rejected.rule();
            values[4] = rejected.message();
            values[5] = raw.raw();
        }
        return RowFactory.create(values);
    }

    private static void fill(Object[] values, Reading.Accepted accepted) {
        int at = 6;
        values[at++] = accepted.seriesId();
        values[at++] = accepted.period().toString();
        values[at++] = accepted.period().index();
        values[at++] = accepted.period().start();
        values[at++] = accepted.period().end();
        values[at++] = Double.isNaN(accepted.value()) ? null : accepted.value();
        values[at++] = accepted.unitMult();
        values[at++] = accepted.status();
        values[at++] = accepted.published().latest();
        values[at++] = accepted.published().precision().code();
        values[at++] = accepted.sourceRef();
        values[at++] = accepted.note();
        values[at] = accepted.isDeleted();
    }

    private static StructType schema() {
        return new StructType()
                .add(FILE, StringType)
                .add(LINE, LongType)
                .add(DATASET_ID, StringType)
                .add(RULE, StringType)
                .add(MESSAGE, StringType)
                .add(RAW, StringType)
                .add(SERIES_ID, StringType)
                .add(TIME_PERIOD, StringType)
                .add(PERIOD_INDEX, IntegerType)
                .add(PERIOD_START, DateType)
                .add(PERIOD_END, DateType)
                .add(OBS_VALUE, DoubleType)
                .add(UNIT_MULT, IntegerType)
                .add(OBS_STATUS, StringType)
                .add(PUBLISHED_AT, DateType)
                .add(PUBLISHED_PRECISION, StringType)
                .add(SOURCE_REF, StringType)
                .add(NOTE, StringType)
                .add(IS_DELETED, BooleanType);
    }
}
