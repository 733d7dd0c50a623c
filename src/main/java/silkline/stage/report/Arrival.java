package silkline.stage.report;

import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import silkline.growth.Growth;
import silkline.series.PublicationDate;
import silkline.series.SeriesId;

/**
 * An observation that came in since an earlier report.
 *
 * @param before what had been published before; NaN where it is the first value of its period
 * @param now NaN where the value was withdrawn
 */
public record Arrival(SeriesId series, String period, String published, double before, double now) {
    /** The one that tells most comes last: revisions after first values, then by size, then by period. */
    static final Comparator<Arrival> BY_WEIGHT = Comparator.comparing(Arrival::isRevision)
            .thenComparing(Arrival::size)
            .thenComparing(Arrival::period)
            .thenComparing(arrival -> arrival.series().toString())
            .thenComparing(Arrival::published);

    /** Of a row of {@link ChangeStage#arrivals}. */
    static Arrival of(Row row) {
        return new Arrival(
                SeriesId.parse(row.getAs(SERIES_ID)),
                row.getAs(TIME_PERIOD),
                PublicationDate.of(row.getAs(PUBLISHED_AT), row.getAs(PUBLISHED_PRECISION))
                        .toString(),
                orNaN(row, ChangeStage.OLD_VALUE),
                orNaN(row, OBS_VALUE));
    }

    private static double orNaN(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }

    boolean isRevision() {
        return !Double.isNaN(before);
    }

    private double size() {
        double ratio = Math.abs(Growth.relativeChange(before, now));
        return Double.isNaN(ratio) ? 0 : ratio;
    }
}
