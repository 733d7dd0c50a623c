package silkline.stage.panel;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import silkline.series.Observations;
import silkline.series.PublicationDate.Precision;
import silkline.series.SeriesId;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;

/**
 * The newest vintage of every series, a {@link Block} each: what {@link Vintages#newest} has as rows. Rows of a series that
 * lie beside each other in a file, as most do, travel together.
 */
public final class Histories {
    static final int INDEX = 0;
    static final int STATUS = 1;
    static final int PUBLISHED = 2;
    static final int INTEGERS = 3;
    static final int VALUE = 0;
    static final int NUMBERS = 1;
    /** Label 0 is the id of the series; the statuses follow, as {@link #STATUS} numbers them. */
    static final int FIRST_STATUS = 1;

    private static final String FORECAST = "F";

    private Histories() {}

    /** {@code observations} and {@code series} as in the silver tables; vintages are those of the run's date. */
    public static Dataset<Block> of(Dataset<Row> observations, Dataset<Row> series, RunContext run) {
        Column wanted = run.asOf().map(day -> col(PUBLISHED_AT).leq(lit(day))).orElse(lit(true));
        Dataset<Block> stretches = observations
                .where(wanted.and(col(OBS_STATUS).notEqual(FORECAST)))
                .select(
                        col(SERIES_KEY).as("key"),
                        col(PERIOD_INDEX).as("index"),
                        trust().as("trust"),
                        unix_micros(col(INGESTED_AT)).as("ingested"),
                        coalesce(col(OBS_VALUE), lit(Double.NaN)).as("value"),
                        when(col(IS_DELETED), Stretch.DELETED)
                                .otherwise(col(OBS_STATUS))
                                .as("status"))
                .as(Encoders.bean(Vintage.class))
                .mapPartitions((MapPartitionsFunction<Vintage, Block>) Stretch::all, BlockRows.ENCODER);
        return stretches
                .groupByKey((MapFunction<Block, Long>) Block::getKey, Encoders.LONG())
                .cogroup(
                        series.select(SERIES_KEY, SERIES_ID)
                                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG()),
                        (CoGroupFunction<Long, Block, Row, Block>) Histories::newest,
                        BlockRows.ENCODER);
    }

    /** Orders vintages as {@link Vintages} does: dated ones last, then by day, then by how certain the day is. */
    private static Column trust() {
        Column[] bestFirst = Arrays.stream(Precision.values())
                .map(precision -> lit(precision.code()))
                .toArray(Column[]::new);
        Column isDated = when(col(PUBLISHED_PRECISION).notEqual(Precision.BY.code()), Stretch.DATED)
                .otherwise(0);
        Column certainty = lit(Stretch.PRECISIONS)
                .minus(array_position(array(bestFirst), col(PUBLISHED_PRECISION)))
                .cast("int");
        return isDated.plus(unix_date(col(PUBLISHED_AT))
                        .plus(Stretch.DAYS)
                        .multiply(Stretch.PRECISIONS)
                        .plus(certainty))
                .cast("int");
    }

    private static Iterator<Block> newest(long key, Iterator<Block> stretches, Iterator<Row> series) {
        if (!stretches.hasNext() || !series.hasNext()) {
            return List.<Block>of().iterator();
        }
        Block newest = Stretch.newest(key, series.next().getString(1), stretches);
        return newest.getRows() == 0
                ? List.<Block>of().iterator()
                : List.of(newest).iterator();
    }

    /** A block as the observations of its series. */
    static Observations observations(Block history) {
        int rows = history.getRows();
        int[] indices = new int[rows];
        String[] statuses = new String[rows];
        for (int i = 0; i < rows; i++) {
            indices[i] = history.integer(INDEX, i);
            statuses[i] = history.label(FIRST_STATUS + history.integer(STATUS, i));
        }
        return new Observations(SeriesId.parse(history.label(0)), indices, history.getNumbers(), statuses);
    }
}
