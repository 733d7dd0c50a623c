package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static silkline.table.ConcentrationTable.PARTNERS;
import static silkline.table.ForecastTable.HORIZON;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.SeriesTable.BASIS;
import static silkline.table.SeriesTable.COUNTERPART_AREA;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FLOW;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.INDICATOR;
import static silkline.table.SeriesTable.REF_AREA;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;
import static silkline.table.ShareTable.BY;
import static silkline.table.ShareTable.BY_GROUP;
import static silkline.table.ShareTable.MEMBER;
import static silkline.table.ShareTable.RANK;
import static silkline.table.ShareTable.VALUE;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.source.ReferenceData;
import silkline.table.AccuracyTable;
import silkline.table.ArticleTable;
import silkline.table.ClaimTable;
import silkline.table.ConcentrationTable;
import silkline.table.DatasetTable;
import silkline.table.ForecastTable;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;
import silkline.table.Lake;
import silkline.table.ObservationTable;
import silkline.table.QuarantineTable;
import silkline.table.SeriesTable;
import silkline.table.ShareTable;

/** The rows that a report shows, brought to the driver: those about the countries and figures of the claims. */
public final class ReportInputs {
    private static final int PARTNERS_SHOWN = 8;
    private static final int REFUSED_SHOWN = 20;

    final ReferenceData reference;
    final List<Article> articles;
    final List<ClaimResult> results;
    /** The countries that the claims are about, and their groups' members. */
    final Set<String> areas = new TreeSet<>();

    final List<Row> growth;
    final List<Row> windows;
    final List<Row> shares;
    final List<Row> concentration;
    final List<Row> forecasts;
    final List<Row> refusals;
    final List<Row> history;
    final List<Row> datasets;
    final List<Row> quarantine;
    final long quarantined;

    private ReportInputs(Lake lake, Dataset<Row> newest, ReferenceData reference, RunContext run) {
        this.reference = reference;
        Dataset<Row> series = lake.read(SeriesTable.SPEC);
        List<Claim> claims = lake.read(ClaimTable.SPEC).collectAsList().stream()
                .map(ClaimTable::claim)
                .toList();
        articles = lake.read(ArticleTable.SPEC).collectAsList().stream()
                .map(ArticleTable::article)
                .sorted(Comparator.comparing(Article::id))
                .toList();
        addAreas(claims);
        List<Dataset<Row>> evidence = ClaimStage.evidence(
                Vintages.published(lake.read(ObservationTable.SPEC), run), series, lake.read(ShareTable.SPEC), claims);
        results = ClaimStage.results(
                claims, evidence.get(0).collectAsList(), evidence.get(1).collectAsList());

        Set<String> indicators = new TreeSet<>();
        claims.stream().filter(Claim::inScope).forEach(claim -> indicators.addAll(claim.indicators()));
        Column shown = col(REF_AREA)
                .isInCollection(areas)
                .and(col(INDICATOR).isInCollection(indicators))
                .and(col(COUNTERPART_AREA).isin("WLD", "_Z"))
                .and(col(FREQ).isin("A", "M"))
                .and(col(BASIS).notEqual("statement"));
        Dataset<Row> aboutClaims = series.where(shown)
                .select(SERIES_KEY, INDICATOR, FREQ, REF_AREA, FLOW, COUNTERPART_AREA, DATASET_ID, "prices", "unit_measure");
        growth = lake.read(GrowthTable.SPEC)
                .join(aboutClaims, SERIES_KEY)
                .orderBy(SERIES_ID, PERIOD_INDEX)
                .collectAsList();
        windows = lake.read(GrowthWindowTable.SPEC)
                .join(aboutClaims, SERIES_KEY)
                .orderBy(SERIES_ID, "from_period")
                .collectAsList();
        shares = lake.read(ShareTable.SPEC)
                .where(col(REF_AREA)
                        .isInCollection(areas)
                        .and(col(FREQ).equalTo("A"))
                        .and(col(BASIS).notEqual("statement"))
                        .and(col(BY).equalTo(BY_GROUP)
                                .or(col(RANK).leq(PARTNERS_SHOWN))
                                .or(col(MEMBER).equalTo("WLD")))
                        .and(col(VALUE).isNotNull()))
                .orderBy(DATASET_ID, REF_AREA, FLOW, BY, MEMBER, PERIOD_INDEX)
                .collectAsList();
        concentration = lake.read(ConcentrationTable.SPEC)
                .where(col(REF_AREA)
                        .isInCollection(areas)
                        .and(col(FREQ).equalTo("A"))
                        .and(col(PARTNERS).gt(1)))
                .orderBy(DATASET_ID, REF_AREA, FLOW, PERIOD_INDEX)
                .collectAsList();
        forecasts = lake.read(ForecastTable.SPEC)
                .join(aboutClaims, SERIES_KEY)
                .where(col(HORIZON).gt(0))
                .join(
                        lake.read(AccuracyTable.SPEC)
                                .where(col(AccuracyTable.IS_SELECTED))
                                .select(SERIES_KEY, AccuracyTable.MASE, AccuracyTable.SKILL, AccuracyTable.COVERAGE_RATIO),
                        new String[] {SERIES_KEY},
                        "left")
                .orderBy(SERIES_ID, HORIZON)
                .collectAsList();
        refusals = lake.read(ForecastTable.SPEC)
                .groupBy("model_used", "fallback_reason")
                .agg(org.apache.spark.sql.functions.countDistinct(SERIES_KEY).as("series"))
                .orderBy("model_used", "fallback_reason")
                .collectAsList();
        history = newest.join(aboutClaims, SERIES_KEY)
                .join(series.select(SERIES_KEY, SERIES_ID), SERIES_KEY)
                .where(col(OBS_VALUE).isNotNull())
                .select(SERIES_ID, TIME_PERIOD, PERIOD_INDEX, OBS_VALUE, "obs_status")
                .orderBy(SERIES_ID, PERIOD_INDEX)
                .collectAsList();
        datasets = lake.read(DatasetTable.SPEC)
                .orderBy(DATASET_ID, "published_at", "sha256")
                .collectAsList();
        List<Row> refused = lake.read(QuarantineTable.SPEC)
                .orderBy(DATASET_ID, "file", "line")
                .collectAsList();
        quarantined = refused.size();
        quarantine = refused.subList(0, Math.min(REFUSED_SHOWN, refused.size()));
    }

    /** Reads what the report needs; {@code newest} is the newest vintage of every observation. */
    public static ReportInputs read(Lake lake, Dataset<Row> newest, ReferenceData reference, RunContext run) {
        return new ReportInputs(lake, newest, reference, run);
    }

    private void addAreas(List<Claim> claims) {
        Set<String> named = new TreeSet<>();
        claims.stream().filter(Claim::inScope).forEach(claim -> {
            named.add(claim.refArea());
            named.add(claim.counterpartArea());
        });
        for (Claim claim : claims) {
            if (claim.inScope() && !reference.aggregates().contains(claim.refArea())) {
                areas.add(claim.refArea());
            }
        }
        reference.memberships().stream()
                .filter(m -> named.contains(m.group()))
                .forEach(m -> areas.add(m.member()));
        areas.remove("_Z");
    }

    /** Groups that the claims name. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        for (ClaimResult result : results) {
            String counterpart = result.claim().counterpartArea();
            if (reference.memberships().stream().anyMatch(m -> m.group().equals(counterpart))) {
                groups.add(counterpart);
            }
        }
        return groups;
    }
}
