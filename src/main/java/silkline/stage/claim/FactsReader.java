package silkline.stage.claim;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static silkline.series.FlowCode.TURNOVER;
import static silkline.series.SeriesId.WORLD;
import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;
import static silkline.table.silver.SeriesTable.VALUATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.Facts;
import silkline.claim.Outlook;
import silkline.series.Period;
import silkline.series.PublicationDate;
import silkline.series.PublicationDate.Precision;
import silkline.series.SeriesId;
import silkline.stage.Vintages;
import silkline.table.gold.ForecastTable;

/** Brings the few series that claims are about to the driver, in every vintage. */
final class FactsReader {
    private static final Comparator<Cell> BY_TRUST = Comparator.comparing(Cell::published, PublicationDate.BY_TRUST);

    private FactsReader() {}

    /** All vintages, of {@link Vintages#read}, of the plain series that may speak about the claims; turnover and groups come from {@link #derived}. */
    static Dataset<Row> plain(Dataset<Row> vintages, Dataset<Row> series, ClaimBook book) {
        Dataset<Row> wanted =
                series.where(about(book, COUNTERPART_AREA).and(col(FLOW).notEqual(TURNOVER)));
        return vintages.join(wanted, SERIES_KEY)
                .select(
                        SERIES_ID,
                        INDICATOR,
                        FREQ,
                        REF_AREA,
                        FLOW,
                        COUNTERPART_AREA,
                        PRODUCT,
                        UNIT_MEASURE,
                        VALUATION,
                        PRICES,
                        BASIS,
                        DATASET_ID,
                        TIME_PERIOD,
                        OBS_VALUE,
                        PUBLISHED_AT,
                        PUBLISHED_PRECISION);
    }

    /** Turnover, and trade with groups, from {@code gold.share}, in the columns of {@link #plain}. */
    static Dataset<Row> derived(Dataset<Row> shares, ClaimBook book) {
        Column isDerived = col(FLOW).equalTo(TURNOVER).or(col(BY).equalTo(BY_GROUP));
        return shares.where(about(book, MEMBER).and(isDerived).and(col(VALUE).isNotNull()))
                .select(
                        lit("").as(SERIES_ID),
                        col(INDICATOR),
                        col(FREQ),
                        col(REF_AREA),
                        col(FLOW),
                        col(MEMBER).as(COUNTERPART_AREA),
                        col(PRODUCT),
                        col(UNIT_MEASURE),
                        lit(SeriesId.NOT_APPLICABLE).as(VALUATION),
                        lit(SeriesId.NOT_APPLICABLE).as(PRICES),
                        col(BASIS),
                        col(DATASET_ID),
                        col(TIME_PERIOD),
                        col(VALUE).as(OBS_VALUE),
                        col(PUBLISHED_AT),
                        lit(Precision.DAY.code()).as(PUBLISHED_PRECISION));
    }

    private static Column about(ClaimBook book, String counterpart) {
        Set<String> indicators = new HashSet<>();
        Set<String> areas = new HashSet<>(Set.of(WORLD));
        for (Claim claim : book.claims().values()) {
            if (claim.inScope()) {
                indicators.addAll(claim.indicators());
                indicators.addAll(claim.totals());
                claim.indicators()
                        .forEach(own -> indicators.addAll(book.lookAlikes().getOrDefault(own, List.of())));
                areas.add(claim.refArea());
                areas.add(claim.counterpartArea());
            }
        }
        return col(INDICATOR)
                .isInCollection(indicators)
                .and(col(REF_AREA).isInCollection(areas))
                .and(col(counterpart).isInCollection(areas));
    }

    /** What is forecast of the series in {@code evidence}: by the model that counts, in the last run. */
    static Dataset<Row> forecasts(Dataset<Row> forecasts, List<Row> evidence) {
        Set<String> ids = new TreeSet<>();
        evidence.forEach(row -> ids.add(row.getAs(SERIES_ID)));
        return forecasts
                .where(col(SERIES_ID).isInCollection(ids).and(col(MEAN).isNotNull()))
                .where(col(ForecastTable.IS_SELECTED).and(col(ForecastTable.IS_CURRENT)))
                .select(SERIES_ID, TIME_PERIOD, LO95, LO80, MEAN, HI80, HI95);
    }

    private static Map<String, Outlook> outlooks(List<Row> forecasts) {
        Map<String, SortedMap<Period, Outlook.Quantiles>> byId = new HashMap<>();
        for (Row row : forecasts) {
            byId.computeIfAbsent(row.getAs(SERIES_ID), id -> new TreeMap<>())
                    .put(
                            Period.parse(row.getAs(TIME_PERIOD)).orElseThrow(),
                            new Outlook.Quantiles(
                                    row.getAs(LO95),
                                    row.getAs(LO80),
                                    row.getAs(MEAN),
                                    row.getAs(HI80),
                                    row.getAs(HI95)));
        }
        Map<String, Outlook> outlooks = new HashMap<>();
        byId.forEach((id, periods) -> outlooks.put(id, new Outlook(periods)));
        return outlooks;
    }

    /** Facts from collected rows: what is believed now, each other vintage, and what is expected. */
    static Facts facts(List<Row> evidence, List<Row> forecasts) {
        List<Facts.Series> series = new ArrayList<>();
        grouped(evidence).forEach((id, cells) -> {
            series.add(current(id, cells));
            if (!cells.get(0).isDerived()) {
                series.addAll(vintages(id, cells));
            }
        });
        series.removeIf(one -> one.values().isEmpty());
        return new Facts(series, outlooks(forecasts));
    }

    /** One vintage of one observation; NaN where it says that there is no value. */
    private record Cell(Facts.About about, Period period, double value, PublicationDate published, boolean isDerived) {}

    private static Map<String, List<Cell>> grouped(List<Row> rows) {
        Map<String, List<Cell>> grouped = new TreeMap<>();
        for (Row row : rows) {
            Facts.About about = new Facts.About(
                    row.getAs(INDICATOR),
                    row.getAs(FREQ),
                    row.getAs(REF_AREA),
                    row.getAs(FLOW),
                    row.getAs(COUNTERPART_AREA),
                    row.getAs(PRODUCT),
                    row.getAs(UNIT_MEASURE),
                    row.getAs(VALUATION),
                    row.getAs(PRICES),
                    row.getAs(BASIS),
                    row.getAs(DATASET_ID));
            boolean isDerived = row.<String>getAs(SERIES_ID).isEmpty();
            String id = isDerived ? derivedId(about) : row.getAs(SERIES_ID);
            grouped.computeIfAbsent(id, key -> new ArrayList<>())
                    .add(new Cell(
                            about,
                            Period.parse(row.getAs(TIME_PERIOD)).orElseThrow(),
                            row.isNullAt(row.fieldIndex(OBS_VALUE)) ? Double.NaN : row.<Double>getAs(OBS_VALUE),
                            PublicationDate.of(row.getAs(PUBLISHED_AT), row.getAs(PUBLISHED_PRECISION)),
                            isDerived));
        }
        return grouped;
    }

    private static String derivedId(Facts.About about) {
        return new SeriesId(
                        about.indicator(),
                        about.freq(),
                        about.refArea(),
                        about.flow(),
                        about.counterpartArea(),
                        about.product(),
                        about.unitMeasure(),
                        SeriesId.NOT_APPLICABLE,
                        SeriesId.NOT_APPLICABLE,
                        "N",
                        about.basis(),
                        about.datasetId())
                .toString();
    }

    private static List<Facts.Series> vintages(String id, List<Cell> cells) {
        List<Facts.Series> vintages = new ArrayList<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        cells.forEach(cell -> days.add(cell.published().latest()));
        for (LocalDate day : days) {
            List<Cell> known = cells.stream()
                    .filter(cell -> !cell.published().latest().isAfter(day))
                    .toList();
            Comparator<Cell> order = Comparator.comparing(
                            (Cell cell) -> cell.published().latest())
                    .thenComparing(BY_TRUST);
            NavigableMap<Period, Double> values = newest(known, order);
            vintages.add(new Facts.Series(
                    cells.get(0).about(), id, label(known, day), Facts.Standing.OTHER, day, values, Map.of()));
        }
        return vintages;
    }

    private static Facts.Series current(String id, List<Cell> cells) {
        PublicationDate last = Collections.max(cells, BY_TRUST).published();
        Map<Period, LocalDate> dates = new HashMap<>();
        if (cells.get(0).isDerived()) {
            cells.forEach(cell -> dates.put(cell.period(), cell.published().latest()));
        }
        return new Facts.Series(
                cells.get(0).about(),
                id,
                last.toString(),
                Facts.Standing.CURRENT,
                last.latest(),
                newest(cells, BY_TRUST),
                dates);
    }

    /** What the last cell of each period says, in an order; a period without a value is left out. */
    private static NavigableMap<Period, Double> newest(List<Cell> cells, Comparator<Cell> order) {
        NavigableMap<Period, Double> values = new TreeMap<>();
        cells.stream().sorted(order).forEach(cell -> values.put(cell.period(), cell.value()));
        values.values().removeIf(value -> value.isNaN());
        return values;
    }

    private static String label(List<Cell> cells, LocalDate day) {
        return cells.stream()
                .map(Cell::published)
                .filter(published -> published.latest().equals(day))
                .max(PublicationDate.BY_TRUST)
                .map(PublicationDate::toString)
                .orElse(day.toString());
    }
}
