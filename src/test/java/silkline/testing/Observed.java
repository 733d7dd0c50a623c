package silkline.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import silkline.series.Period;
import silkline.series.PublicationDate;
import silkline.series.SeriesId;
import silkline.stage.RunContext;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/**
 * Observations with their series, from lines such as {@code KAZ X UZB 2024 12.5 status=B published=2026-04-08}:
 * reporter, flow, partner, period, value ({@code -} where it is missing), then what differs from the defaults. The
 * status {@code deleted} makes a withdrawn one.
 */
public record Observed(Dataset<Row> observations, Dataset<Row> series) {
    public static final RunContext RUN = new RunContext("run", Instant.parse("2026-01-01T00:00:00Z"), "");

    private static final Instant INGESTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> DEFAULTS = Map.of(
            "status", "A",
            "published", "2025-06-30",
            "unit", "USD",
            "basis", "customs",
            "product", "TOTAL",
            "indicator", "goods_trade",
            "dataset", "sample",
            "ingested", "0");

    public static Observed of(SparkSession spark, String... lines) {
        List<Row> observations = new ArrayList<>();
        Map<String, Row> series = new LinkedHashMap<>();
        for (String line : lines) {
            String[] cells = line.strip().split("\\s+", -1);
            Map<String, String> more = new HashMap<>(DEFAULTS);
            for (int i = 5; i < cells.length; i++) {
                more.put(cells[i].substring(0, cells[i].indexOf('=')), cells[i].substring(cells[i].indexOf('=') + 1));
            }
            Period period = Period.parse(cells[3]).orElseThrow();
            SeriesId id = new SeriesId(
                    more.get("indicator"),
                    period.frequency().code(),
                    cells[0],
                    cells[1],
                    cells[2],
                    more.get("product"),
                    more.get("unit"),
                    "_Z",
                    "V",
                    "N",
                    more.get("basis"),
                    more.get("dataset"));
            series.computeIfAbsent(id.toString(), text -> seriesRow(id));
            observations.add(observation(id, period, cells[4], more));
        }
        return new Observed(
                spark.createDataFrame(observations, ObservationTable.SPEC.schema()),
                spark.createDataFrame(List.copyOf(series.values()), SeriesTable.SPEC.schema()));
    }

    private static Row observation(SeriesId id, Period period, String value, Map<String, String> more) {
        PublicationDate published = PublicationDate.parse(more.get("published")).orElseThrow();
        return RowFactory.create(
                key(id),
                period.toString(),
                period.index(),
                period.start(),
                period.end(),
                value.equals("-") ? null : Double.valueOf(value),
                0,
                more.get("status").equals("deleted") ? "M" : more.get("status"),
                published.latest(),
                published.precision().code(),
                more.get("status").equals("deleted"),
                INGESTED.plusSeconds(Long.parseLong(more.get("ingested"))),
                null,
                null,
                "run");
    }

    private static Row seriesRow(SeriesId id) {
        return RowFactory.create(
                key(id),
                id.toString(),
                id.indicator(),
                id.freq(),
                id.refArea(),
                id.flow(),
                id.counterpartArea(),
                id.product(),
                id.unitMeasure(),
                id.valuation(),
                id.prices(),
                id.adjustment(),
                id.basis(),
                id.datasetId(),
                false,
                null,
                null,
                0L);
    }

    private static long key(SeriesId id) {
        return id.toString().hashCode();
    }
}
