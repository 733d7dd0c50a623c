package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.report.ReportScope.sorted;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_RATIO;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_REASON;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_REASON;
import static silkline.table.gold.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.IS_AGGREGATE;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

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
import silkline.quality.RuleResult;
import silkline.series.PublicationDate;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.Lake;
import silkline.table.audit.QualityTable;
import silkline.table.gold.GrowthDetailTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.QuarantineTable;
import silkline.table.silver.SeriesTable;

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
    static final String GROUP_FORECASTS = "group_forecasts";
    static final String MODELS = "models";
    static final String HISTORY = "history";
    static final String DATASETS = "datasets";
    static final String QUARANTINE = "quarantine";
    static final String RELEASES = "releases";
    static final String CHANGES = "changes";
    static final String QUALITY = "quality";

    private static final int AREAS_SHOWN = 8;

    private final ReportScope scope;

    private ReportQueries(ReportScope scope) {
        this.scope = scope;
    }

    /** To be collected; {@code vintages} are those of {@link Vintages#read}, {@code areas} the countries shown. */
    public static Map<String, Dataset<Row>> of(
            Lake lake, Dataset<Row> vintages, Iterable<Claim> claims, Set<String> areas, Profile profile) {
        return new ReportQueries(new ReportScope(lake, areas, profile)).all(vintages, claims);
    }

    /** As {@link #of}, for {@link ProfileRows}: of every profile whose countries are among {@code areas}, at once. */
    public static Map<String, Dataset<Row>> ofAll(Lake lake, Dataset<Row> vintages, Set<String> areas) {
        ReportQueries queries = new ReportQueries(new ReportScope(lake, areas, Profile.WHOLE));
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
        queries.put(GROWTH, sorted(scope.read(GrowthTable.SPEC).join(shown, SERIES_KEY), SERIES_ID, PERIOD_INDEX));
        queries.put(
                WINDOWS, sorted(scope.read(GrowthWindowTable.SPEC).join(shown, SERIES_KEY), SERIES_ID, FROM_PERIOD));
        queries.put(DETAILS, details(shown));
        new StructureQueries(scope).addTo(queries);
        new ForecastQueries(scope, shown).addTo(queries, Vintages.newest(vintages));
        queries.put(DATASETS, sorted(scope.read(DatasetTable.SPEC), DATASET_ID, PUBLISHED_AT, DatasetTable.SHA256));
        queries.put(QUALITY, quality());
        queries.put(QUARANTINE, sorted(scope.read(QuarantineTable.SPEC), DATASET_ID, FILE, LINE));
        Dataset<Row> all = scope.read(SeriesTable.SPEC);
        Dataset<Row> changes = ChangeStage.changes(vintages, all);
        queries.put(
                RELEASES,
                sorted(ChangeStage.releases(vintages, changes, all), DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION));
        queries.put(
                CHANGES,
                sorted(
                        ChangeStage.largest(
                                scope.profile().isWhole()
                                        ? changes
                                        : changes.where(col(REF_AREA).isInCollection(scope.areas())),
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
        Dataset<Row> newest = scope.read(GrowthDetailTable.SPEC)
                .where(col(OBS_VALUE).isNotNull())
                .join(shown.select(SERIES_KEY), SERIES_KEY)
                .groupBy(SERIES_KEY)
                .agg(max_by(shownOfDetail, col(PERIOD_INDEX)).as("newest"))
                .select(col(SERIES_KEY), col("newest.*"));
        return sorted(newest.join(shown, SERIES_KEY), SERIES_ID);
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
        Set<String> indicators = indicators(claims, scope.profile());
        Column isClaimed = indicators.isEmpty() ? lit(true) : col(INDICATOR).isInCollection(indicators);
        return scope.read(SeriesTable.SPEC)
                .where(scope.isShown()
                        .and(isClaimed)
                        .and(scope.profile()
                                .partners(
                                        COUNTERPART_AREA, col(COUNTERPART_AREA).isin(WORLD, "_Z")))
                        .and(col(FREQ).isin("A", "M")))
                .select(SERIES_KEY, INDICATOR, FREQ, REF_AREA, FLOW, PRICES, UNIT_MEASURE, DATASET_ID);
    }

    /** The rules that the last ingest of each dataset found broken. */
    private Dataset<Row> quality() {
        Column result = struct(
                col(QualityTable.SEVERITY),
                col(QualityTable.STATUS),
                col(QualityTable.CHECKED),
                col(QualityTable.BROKEN),
                col(QualityTable.EXAMPLES));
        Dataset<Row> last = scope.lake()
                .readOrEmpty(QualityTable.SPEC)
                .groupBy(DATASET_ID, QualityTable.RULE)
                .agg(max_by(result, col(QualityTable.CHECKED_AT)).as("last"))
                .select(col(DATASET_ID), col(QualityTable.RULE), col("last.*"))
                .where(col(QualityTable.STATUS).equalTo(RuleResult.Status.BROKEN.code()));
        return sorted(last, DATASET_ID, QualityTable.RULE);
    }
}
