package silkline.stage.report;

import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import silkline.claim.Claim;
import silkline.series.SeriesId;
import silkline.table.gold.MirrorTable;

/**
 * The rows of one profile among those that {@link ReportQueries#ofAll} collected for all of them: the same, in the same
 * order, as {@link ReportQueries#of} reads for the profile alone. Profiles with a partner are not among them.
 */
public final class ProfileRows {
    private static final Set<String> BY_SERIES = Set.of(
            ReportQueries.GROWTH,
            ReportQueries.WINDOWS,
            ReportQueries.DETAILS,
            ReportQueries.FORECASTS,
            ReportQueries.GROUP_FORECASTS,
            ReportQueries.HISTORY);
    private static final Set<String> BY_AREA =
            Set.of(ReportQueries.SHARES, ReportQueries.CONCENTRATION, ReportQueries.BALANCE);
    private static final Set<String> BY_EXPORTER = Set.of(ReportQueries.MIRROR, ReportQueries.GRAVITY);

    private final Set<String> areas;
    private final Set<String> indicators;

    private ProfileRows(Set<String> areas, Set<String> indicators) {
        this.areas = areas;
        this.indicators = indicators;
    }

    public static Map<String, List<Row>> of(Map<String, List<Row>> all, Profile profile, List<Claim> claims) {
        ProfileRows own = new ProfileRows(profile.areas(), ReportQueries.indicators(claims, profile));
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        all.forEach((query, every) -> rows.put(query, own.of(query, every)));
        return rows;
    }

    private List<Row> of(String query, List<Row> all) {
        if (query.equals(ReportQueries.CHANGES)) {
            return changes(all);
        }
        return all.stream().filter(row -> isOwn(query, row)).toList();
    }

    private boolean isOwn(String query, Row row) {
        if (BY_SERIES.contains(query)) {
            SeriesId series = SeriesId.parse(row.getAs(SERIES_ID));
            return areas.contains(series.refArea()) && isShown(series.indicator());
        }
        if (BY_AREA.contains(query)) {
            return areas.contains(row.<String>getAs(REF_AREA));
        }
        return !BY_EXPORTER.contains(query) || areas.contains(row.<String>getAs(MirrorTable.EXPORTER));
    }

    private boolean isShown(String indicator) {
        return indicators.isEmpty() || indicators.contains(indicator);
    }

    /** The first of each release: {@code all} has them of each country and indicator. */
    private List<Row> changes(List<Row> all) {
        Comparator<Row> byWeight = Comparator.comparing((Row row) -> !isShown(row))
                .thenComparing(ProfileRows::size, Comparator.reverseOrder())
                .thenComparing(row -> row.<String>getAs(SERIES_ID))
                .thenComparing(row -> row.<String>getAs(TIME_PERIOD));
        Map<List<Object>, List<Row>> byRelease = new LinkedHashMap<>();
        for (Row row : all) {
            if (areas.contains(row.<String>getAs(REF_AREA))) {
                byRelease
                        .computeIfAbsent(
                                List.of(row.getAs(DATASET_ID), row.getAs(PUBLISHED_AT), row.getAs(PUBLISHED_PRECISION)),
                                release -> new ArrayList<>())
                        .add(row);
            }
        }
        return byRelease.values().stream()
                .flatMap(rows -> rows.stream().sorted(byWeight).limit(ChangeStage.MOST_SHOWN))
                .toList();
    }

    private boolean isShown(Row row) {
        boolean isTotal = Boolean.TRUE.equals(row.<Boolean>getAs(ChangeStage.IS_SHOWN));
        return isTotal && isShown(SeriesId.parse(row.getAs(SERIES_ID)).indicator());
    }

    /** Of the revision, up or down; -1 where there is none. */
    private static double size(Row row) {
        Double ratio = row.getAs(ChangeStage.RATIO);
        return ratio == null ? -1 : Math.abs(ratio);
    }
}
