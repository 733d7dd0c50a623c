package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static silkline.table.AccuracyTable.COVERAGE_RATIO;
import static silkline.table.AccuracyTable.IS_SELECTED;
import static silkline.table.AccuracyTable.MASE;
import static silkline.table.AccuracyTable.SKILL;
import static silkline.table.ConcentrationTable.PARTNERS;
import static silkline.table.ConcentrationTable.TOP_PARTNER;
import static silkline.table.ForecastTable.FALLBACK_REASON;
import static silkline.table.ForecastTable.HORIZON;
import static silkline.table.ForecastTable.MODEL_USED;
import static silkline.table.GrowthDetailTable.ROLLING_YEAR_RATIO;
import static silkline.table.GrowthDetailTable.ROLLING_YEAR_REASON;
import static silkline.table.GrowthDetailTable.TREND_10Y_R2;
import static silkline.table.GrowthDetailTable.TREND_10Y_RATIO;
import static silkline.table.GrowthDetailTable.TREND_5Y_R2;
import static silkline.table.GrowthDetailTable.TREND_5Y_RATIO;
import static silkline.table.GrowthDetailTable.YTD_RATIO;
import static silkline.table.GrowthDetailTable.YTD_REASON;
import static silkline.table.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.QuarantineTable.FILE;
import static silkline.table.QuarantineTable.LINE;
import static silkline.table.SeriesTable.BASIS;
import static silkline.table.SeriesTable.COUNTERPART_AREA;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FLOW;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.INDICATOR;
import static silkline.table.SeriesTable.IS_AGGREGATE;
import static silkline.table.SeriesTable.PRICES;
import static silkline.table.SeriesTable.PRODUCT;
import static silkline.table.SeriesTable.REF_AREA;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;
import static silkline.table.SeriesTable.UNIT_MEASURE;
import static silkline.table.ShareTable.BY;
import static silkline.table.ShareTable.BY_GROUP;
import static silkline.table.ShareTable.MEMBER;
import static silkline.table.ShareTable.RANK;
import static silkline.table.ShareTable.VALUE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Claim;
import silkline.forecast.YearToDate;
import silkline.quality.RuleResult;
import silkline.series.PublicationDate;
import silkline.table.AccuracyTable;
import silkline.table.BalanceTable;
import silkline.table.ConcentrationTable;
import silkline.table.DatasetTable;
import silkline.table.ForecastTable;
import silkline.table.GravityTable;
import silkline.table.GroupTradeTable;
import silkline.table.GrowthDetailTable;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;
import silkline.table.Lake;
import silkline.table.MirrorTable;
import silkline.table.QualityTable;
import silkline.table.QuarantineTable;
import silkline.table.SeriesTable;
import silkline.table.ShareTable;

/** The rows that a report shows, by name: those about the countries and figures of the claims, in a fixed order. */
public final class ReportQueries {
    static final String GROWTH = "growth";
    static final String WINDOWS = "windows";
    static final String DETAILS = "details";
    static final String SHARES = "shares";
    static final String CONCENTRATION = "concentration";
    static final String BALANCE = "balance";
    static final String MIRROR = "mirror";
    static final String GROUP_TRADE = "group_trade";
    static final String GRAVITY = "gravity";
    static final String FORECASTS = "forecasts";
    static final String MODELS = "models";
    static final String HISTORY = "history";
    static final String DATASETS = "datasets";
    static final String QUARANTINE = "quarantine";
    static final String RELEASES = "releases";
    static final String CHANGES = "changes";
    static final String QUALITY = "quality";

    private static final int PARTNERS_SHOWN = 8;
    private static final int AREAS_SHOWN = 8;

    private final Lake lake;
    private final Set<String> areas;
    private final Profile profile;

    private ReportQueries(Lake lake, Set<String> areas, Profile profile) {
        this.lake = lake;
        this.areas = areas;
        this.profile = profile;
    }

    /** To be collected; {@code vintages} are those of {@link Vintages#read}, {@code areas} the countries shown. */
    public static Map<String, Dataset<Row>> of(
            Lake lake, Dataset<Row> vintages, Iterable<Claim> claims, Set<String> areas, Profile profile) {
        return new ReportQueries(lake, areas, profile).all(vintages, claims);
    }

    /** As {@link #of}, for {@link ProfileRows}: of every profile whose countries are among {@code areas}, at once. */
    public static Map<String, Dataset<Row>> ofAll(Lake lake, Dataset<Row> vintages, Set<String> areas) {
        ReportQueries queries = new ReportQueries(lake, areas, Profile.WHOLE);
        Map<String, Dataset<Row>> all = queries.all(vintages, List.of());
        Dataset<Row> series = lake.read(SeriesTable.SPEC);
        Dataset<Row> changes =
                ChangeStage.changes(vintages, series).where(col(REF_AREA).isInCollection(areas));
        all.put(
                CHANGES,
                sorted(
                        ChangeStage.largest(
                                changes, queries.series(List.of()), REF_AREA, INDICATOR, ChangeStage.IS_SHOWN),
                        DATASET_ID,
                        PUBLISHED_AT,
                        PUBLISHED_PRECISION));
        return all;
    }

    /** The collected rows without the contents of datasets that were published later, where there is an earlier one. */
    public static Map<String, List<Row>> asOf(Map<String, List<Row>> rows, RunContext run) {
        Map<String, List<Row>> known = new LinkedHashMap<>(rows);
        run.asOf().ifPresent(day -> {
            List<Row> earlier =
                    rows.get(DATASETS).stream().filter(row -> isOut(row, day)).toList();
            Set<String> ids =
                    earlier.stream().map(row -> row.<String>getAs(DATASET_ID)).collect(Collectors.toSet());
            known.put(
                    DATASETS,
                    rows.get(DATASETS).stream()
                            .filter(row -> isOut(row, day) || !ids.contains(row.<String>getAs(DATASET_ID)))
                            .toList());
        });
        return known;
    }

    private static boolean isOut(Row dataset, LocalDate day) {
        return PublicationDate.parse(dataset.getAs(PUBLISHED_AT))
                .filter(published -> published.latest().isAfter(day))
                .isEmpty();
    }

    /** The reporting countries with the most series. */
    public static Dataset<Row> largestAreas(Dataset<Row> series) {
        return series.where(not(col(IS_AGGREGATE)))
                .groupBy(REF_AREA)
                .count()
                .orderBy(col("count").desc(), col(REF_AREA))
                .select(REF_AREA)
                .limit(AREAS_SHOWN);
    }

    private Map<String, Dataset<Row>> all(Dataset<Row> vintages, Iterable<Claim> claims) {
        Dataset<Row> shown = series(claims);
        Map<String, Dataset<Row>> queries = new LinkedHashMap<>();
        queries.put(GROWTH, sorted(lake.read(GrowthTable.SPEC).join(shown, SERIES_KEY), SERIES_ID, PERIOD_INDEX));
        queries.put(WINDOWS, sorted(lake.read(GrowthWindowTable.SPEC).join(shown, SERIES_KEY), SERIES_ID, FROM_PERIOD));
        queries.put(DETAILS, details(shown));
        queries.put(SHARES, shares());
        queries.put(CONCENTRATION, concentration());
        queries.put(BALANCE, balance());
        queries.put(MIRROR, mirror());
        queries.put(GROUP_TRADE, groupTrade());
        queries.put(GRAVITY, gravity());
        queries.put(FORECASTS, forecasts(shown));
        queries.put(MODELS, models());
        queries.put(HISTORY, history(Vintages.newest(vintages), shown));
        queries.put(DATASETS, sorted(lake.read(DatasetTable.SPEC), DATASET_ID, PUBLISHED_AT, DatasetTable.SHA256));
        queries.put(QUALITY, quality());
        queries.put(QUARANTINE, sorted(lake.read(QuarantineTable.SPEC), DATASET_ID, FILE, LINE));
        Dataset<Row> all = lake.read(SeriesTable.SPEC);
        Dataset<Row> changes = ChangeStage.changes(vintages, all);
        queries.put(
                RELEASES,
                sorted(ChangeStage.releases(vintages, changes, all), DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION));
        queries.put(
                CHANGES,
                sorted(
                        ChangeStage.largest(
                                profile.isWhole()
                                        ? changes
                                        : changes.where(col(REF_AREA).isInCollection(areas)),
                                shown),
                        DATASET_ID,
                        PUBLISHED_AT,
                        PUBLISHED_PRECISION,
                        ChangeStage.RANK));
        return queries;
    }

    /** The newest of each series. */
    private Dataset<Row> details(Dataset<Row> shown) {
        Column shownOfDetail = struct(
                col(SERIES_ID),
                col(TIME_PERIOD),
                col(YTD_RATIO),
                col(YTD_REASON),
                col(ROLLING_YEAR_RATIO),
                col(ROLLING_YEAR_REASON),
                col(TREND_5Y_RATIO),
                col(TREND_5Y_R2),
                col(TREND_10Y_RATIO),
                col(TREND_10Y_R2));
        Dataset<Row> newest = lake.read(GrowthDetailTable.SPEC)
                .where(col(OBS_VALUE).isNotNull())
                .join(shown.select(SERIES_KEY), SERIES_KEY)
                .groupBy(SERIES_KEY)
                .agg(max_by(shownOfDetail, col(PERIOD_INDEX)).as("newest"))
                .select(col(SERIES_KEY), col("newest.*"));
        return sorted(newest.join(shown, SERIES_KEY), SERIES_ID);
    }

    /** Few rows: one partition sorts them without the sampling of a global sort. */
    private static Dataset<Row> sorted(Dataset<Row> rows, String first, String... others) {
        return rows.coalesce(1).sortWithinPartitions(first, others);
    }

    /** What the claims about a profile are about; empty: anything. */
    static Set<String> indicators(Iterable<Claim> claims, Profile profile) {
        Set<String> indicators = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.inScope() && profile.isAbout(claim)) {
                indicators.addAll(claim.indicators());
            }
        }
        return indicators;
    }

    /** The statistics that the claims are about, in total rather than by partner. */
    private Dataset<Row> series(Iterable<Claim> claims) {
        Set<String> indicators = indicators(claims, profile);
        Column isClaimed = indicators.isEmpty() ? lit(true) : col(INDICATOR).isInCollection(indicators);
        return lake.read(SeriesTable.SPEC)
                .where(isShown()
                        .and(isClaimed)
                        .and(profile.partners(
                                COUNTERPART_AREA, col(COUNTERPART_AREA).isin("WLD", "_Z")))
                        .and(col(FREQ).isin("A", "M")))
                .select(SERIES_KEY, INDICATOR, FREQ, REF_AREA, FLOW, PRICES, UNIT_MEASURE, DATASET_ID);
    }

    private Column isShown() {
        return col(REF_AREA).isInCollection(areas).and(col(BASIS).notEqual("statement"));
    }

    private Dataset<Row> shares() {
        Column isLarge = col(BY).equalTo(BY_GROUP)
                .or(col(RANK).leq(PARTNERS_SHOWN))
                .or(col(MEMBER).equalTo("WLD"));
        Dataset<Row> rows = lake.read(ShareTable.SPEC)
                .where(isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(profile.partners(MEMBER, isLarge))
                        .and(col(VALUE).isNotNull()));
        return sorted(rows, DATASET_ID, REF_AREA, FLOW, BY, MEMBER, PERIOD_INDEX);
    }

    private Dataset<Row> concentration() {
        Dataset<Row> rows = lake.read(ConcentrationTable.SPEC)
                .where(isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(col(PARTNERS).gt(1))
                        .and(profile.partners(TOP_PARTNER, lit(true))));
        return sorted(rows, DATASET_ID, REF_AREA, FLOW, PERIOD_INDEX);
    }

    /** Trade of the countries with the world. */
    private Dataset<Row> balance() {
        Dataset<Row> rows = lake.read(BalanceTable.SPEC)
                .where(isShown()
                        .and(col(FREQ).equalTo("A"))
                        .and(profile.partners(
                                COUNTERPART_AREA, col(COUNTERPART_AREA).equalTo("WLD")))
                        .and(col(PRODUCT).isin("TOTAL", "_Z"))
                        .and(col(BalanceTable.BALANCE).isNotNull()));
        return sorted(rows, REF_AREA, INDICATOR, DATASET_ID, BASIS, UNIT_MEASURE, PERIOD_INDEX);
    }

    /** Exports of the countries that both sides report. */
    private Dataset<Row> mirror() {
        Dataset<Row> rows = lake.read(MirrorTable.SPEC)
                .where(col(MirrorTable.EXPORTER)
                        .isInCollection(areas)
                        .and(col(FREQ).equalTo("A"))
                        .and(col(PRODUCT).equalTo("TOTAL"))
                        .and(profile.partners(MirrorTable.IMPORTER, lit(true)))
                        .and(col(MirrorTable.ASYMMETRY_RATIO).isNotNull()));
        return sorted(
                rows,
                MirrorTable.EXPORTER,
                INDICATOR,
                DATASET_ID,
                BASIS,
                UNIT_MEASURE,
                PERIOD_INDEX,
                MirrorTable.IMPORTER);
    }

    private Dataset<Row> groupTrade() {
        Dataset<Row> rows = lake.read(GroupTradeTable.SPEC)
                .where(col(FREQ)
                        .equalTo("A")
                        .and(col(PRODUCT).equalTo("TOTAL"))
                        .and(col(GroupTradeTable.INTRA_SHARE_RATIO).isNotNull()));
        return sorted(rows, DATASET_ID, GroupTradeTable.AREA_GROUP, PERIOD_INDEX);
    }

    private Dataset<Row> gravity() {
        Dataset<Row> rows = lake.read(GravityTable.SPEC)
                .where(col(MirrorTable.EXPORTER)
                        .isInCollection(areas)
                        .and(profile.partners(MirrorTable.IMPORTER, lit(true)))
                        .and(col(GravityTable.EXPECTED).isNotNull()));
        return sorted(rows, MirrorTable.EXPORTER, INDICATOR, DATASET_ID, BASIS, UNIT_MEASURE, MirrorTable.IMPORTER);
    }

    /** The forecasts that count and years under way; a series without a forecast has a row with the reason. */
    private Dataset<Row> forecasts(Dataset<Row> shown) {
        Dataset<Row> accuracy =
                lake.read(AccuracyTable.SPEC).where(col(IS_SELECTED)).select(SERIES_KEY, MASE, SKILL, COVERAGE_RATIO);
        Column counts = col(ForecastTable.IS_SELECTED)
                .or(col(ForecastTable.MODEL_REQUESTED).equalTo(YearToDate.NAME));
        Dataset<Row> rows = lake.read(ForecastTable.SPEC)
                .where(col(ForecastTable.IS_CURRENT).and(counts))
                .join(shown, SERIES_KEY)
                .join(accuracy, new String[] {SERIES_KEY}, "left");
        return sorted(rows, SERIES_ID, ForecastTable.MODEL_REQUESTED, HORIZON);
    }

    private Dataset<Row> models() {
        Dataset<Row> rows = lake.read(ForecastTable.SPEC)
                .where(col(ForecastTable.IS_CURRENT).and(col(ForecastTable.IS_SELECTED)))
                .groupBy(MODEL_USED, FALLBACK_REASON)
                .agg(countDistinct(SERIES_KEY).as("series"));
        return sorted(rows, MODEL_USED, FALLBACK_REASON);
    }

    /** The rules that the last ingest of each dataset found broken. */
    private Dataset<Row> quality() {
        Column result = struct(
                col(QualityTable.SEVERITY),
                col(QualityTable.STATUS),
                col(QualityTable.CHECKED),
                col(QualityTable.BROKEN),
                col(QualityTable.EXAMPLES));
        Dataset<Row> last = lake.readOrEmpty(QualityTable.SPEC)
                .groupBy(DATASET_ID, QualityTable.RULE)
                .agg(max_by(result, col(QualityTable.CHECKED_AT)).as("last"))
                .select(col(DATASET_ID), col(QualityTable.RULE), col("last.*"))
                .where(col(QualityTable.STATUS).equalTo(RuleResult.Status.BROKEN.code()));
        return sorted(last, DATASET_ID, QualityTable.RULE);
    }

    private Dataset<Row> history(Dataset<Row> newest, Dataset<Row> shown) {
        Dataset<Row> ids = lake.read(SeriesTable.SPEC).select(SERIES_KEY, SERIES_ID);
        Dataset<Row> rows = newest.where(col(OBS_VALUE).isNotNull())
                .join(shown.select(SERIES_KEY), SERIES_KEY)
                .join(ids, SERIES_KEY);
        return sorted(rows, SERIES_ID, PERIOD_INDEX);
    }
}
