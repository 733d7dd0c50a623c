package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import silkline.claim.ClaimResult;
import silkline.claim.Facts;
import silkline.explain.Key;
import silkline.report.since.Comparison;
import silkline.series.Period;

/**
 * Which observations a printed figure rests on, as far as its key tells. What is empty may be anything.
 *
 * @param seriesId where it rests on one series
 * @param areas who reports
 */
record Footing(String seriesId, String datasetId, String indicator, Set<String> areas, Set<String> periods) {
    private static final Pattern IN_WORDS = Pattern.compile("\\b\\d{4}(?:-(?:[SQ]\\d|\\d{2}))?\\b");
    private static final Pattern DOT = Pattern.compile("\\.");

    Footing {
        areas = Set.copyOf(areas);
        periods = Set.copyOf(periods);
    }

    /** Of a figure; several where a claim is held against several series. */
    static List<Footing> of(String text, List<ClaimResult> claims) {
        Key key = Key.parse(text);
        Set<String> periods = Comparison.periods(text);
        return switch (key.kind()) {
            case "claim", "target" -> ofClaim(key.at(1), claims);
            case "growth" -> List.of(ofSeries(key.at(1), withBase(periods)));
            case "growth_window", "observation" -> List.of(ofSeries(key.at(1), periods));
            case "growth_detail", "forecast", "accuracy" -> List.of(ofSeries(key.at(1), Set.of()));
            case "share" ->
                List.of(new Footing(
                        "",
                        key.at(1),
                        key.at(2),
                        Set.of(key.at(3)),
                        switch (key.last()) {
                            case "share_shift_pp" -> Set.<String>of();
                            case "share_change_pp" -> withBase(periods);
                            default -> periods;
                        }));
            case "concentration", "balance" -> {
                List<String> parts = DOT.splitAsStream(key.at(1)).toList(); // COUNTRY.INDICATOR.DATASET...
                yield parts.size() < 3
                        ? List.of()
                        : List.of(new Footing("", parts.get(2), parts.get(1), Set.of(parts.get(0)), periods));
            }
            case "mirror", "gravity", "group_trade" -> {
                List<String> parts = DOT.splitAsStream(key.at(1)).toList(); // INDICATOR.DATASET...
                Set<String> areas = key.kind().equals("group_trade")
                        ? Set.of()
                        : Stream.of(key.at(2), key.at(3)).collect(Collectors.toSet());
                yield parts.size() < 2
                        ? List.of()
                        : List.of(new Footing("", parts.get(1), parts.get(0), areas, Set.of()));
            }
            default -> List.of();
        };
    }

    /** What a claim is judged by. */
    static List<Footing> ofClaim(String claimId, List<ClaimResult> claims) {
        List<Footing> footings = new ArrayList<>();
        for (ClaimResult result : claims) {
            if (result.claim().id().equals(claimId)) {
                result.checks()
                        .forEach(check ->
                                footings.add(of(check.series().about(), named(check.period() + check.words()))));
                result.targets()
                        .forEach(target -> footings.add(of(target.series().about(), Set.of())));
            }
        }
        return footings;
    }

    /** A turnover is no series of its own, so it is the area and not the id that counts. */
    private static Footing of(Facts.About about, Set<String> periods) {
        Set<String> areas = new TreeSet<>(Set.of(about.refArea()));
        areas.add(about.counterpartArea());
        return new Footing("", about.datasetId(), about.indicator(), areas, periods);
    }

    private static Footing ofSeries(String seriesId, Set<String> periods) {
        return new Footing(seriesId, "", "", Set.of(), periods);
    }

    private static Set<String> named(String words) {
        return IN_WORDS.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** With the period before, and that of the year before. */
    private static Set<String> withBase(Set<String> periods) {
        Set<String> all = new TreeSet<>(periods);
        periods.stream().map(Period::parse).flatMap(Optional::stream).forEach(period -> {
            all.add(period.plus(-1).toString());
            all.add(period.yearEarlier().toString());
        });
        return all;
    }

    /** The series that it may rest on. */
    Column series() {
        if (!seriesId.isEmpty()) {
            return col(SERIES_ID).equalTo(seriesId);
        }
        Column same = col(DATASET_ID).equalTo(datasetId).and(col(INDICATOR).equalTo(indicator));
        return same.and(areas.isEmpty() ? lit(true) : col(REF_AREA).isInCollection(areas));
    }

    boolean holds(Arrival arrival) {
        boolean isOfSeries = seriesId.isEmpty()
                ? arrival.series().datasetId().equals(datasetId)
                        && arrival.series().indicator().equals(indicator)
                        && (areas.isEmpty() || areas.contains(arrival.series().refArea()))
                : arrival.series().toString().equals(seriesId);
        return isOfSeries && (periods.isEmpty() || periods.contains(arrival.period()));
    }
}
