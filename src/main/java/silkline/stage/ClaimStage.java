package silkline.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Article;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Facts;
import silkline.claim.Implied;
import silkline.claim.Target;
import silkline.claim.Verdict;
import silkline.report.ClaimSentence;
import silkline.table.ClaimCheckTable;
import silkline.table.ClaimVerdictTable;
import silkline.table.TableSpec;
import silkline.table.TargetTable;

/** Holds the claims against the facts; claims are few, so the driver decides and Spark only stores. */
public final class ClaimStage {
    private ClaimStage() {}

    /** The rows that {@link #results} needs, to be collected: plain series, and derived ones of {@code gold.share}. */
    public static Dataset<Row> evidence(
            Dataset<Row> vintages, Dataset<Row> series, Dataset<Row> shares, List<Claim> claims) {
        return FactsReader.plain(vintages, series, claims).unionByName(FactsReader.derived(shares, claims));
    }

    /** Every claim with what is found about it, in the order of the ids. */
    public static List<ClaimResult> results(List<Claim> claims, List<Row> evidence) {
        Facts facts = FactsReader.facts(evidence);
        Map<String, Claim> byId = new LinkedHashMap<>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        return claims.stream()
                .sorted(Comparator.comparing(Claim::id, ClaimStage::naturalOrder))
                .map(claim -> ClaimResult.of(claim, facts, byId))
                .toList();
    }

    /** {@code gold.claim_check}. */
    public static Dataset<Row> checks(SparkSession spark, List<ClaimResult> results, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (ClaimResult result : results) {
            int number = 0;
            for (Check check : result.checks()) {
                rows.add(RowFactory.create(
                        check.claimId(),
                        ++number,
                        check.reading(),
                        check.series().id(),
                        check.series().vintage(),
                        check.series().isCurrent(),
                        check.period(),
                        orNull(check.claimed().low()),
                        orNull(check.claimed().high()),
                        orNull(check.official()),
                        orNull(check.gapRatio()),
                        check.verdict().code(),
                        check.reason().isEmpty() ? null : check.reason(),
                        new String[] {check.series().about().datasetId()},
                        run.runId()));
            }
        }
        return frame(spark, rows, ClaimCheckTable.SPEC);
    }

    /** {@code gold.claim_verdict}; an article without a claim has one row of its own. */
    public static Dataset<Row> verdicts(
            SparkSession spark, List<ClaimResult> results, List<Article> articles, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (ClaimResult result : results) {
            Claim claim = result.claim();
            rows.add(RowFactory.create(
                    claim.id(),
                    claim.articleId(),
                    result.verdict().code(),
                    result.reason().isEmpty() ? null : result.reason(),
                    orNull(claim.interval().low()),
                    orNull(claim.interval().high()),
                    (int) result.deciding(),
                    (int) result.holding(),
                    implied(result.implied()),
                    ClaimSentence.of(result),
                    sources(result.checks()),
                    run.runId()));
        }
        Set<String> withClaims = new TreeSet<>();
        results.forEach(result -> withClaims.add(result.claim().articleId()));
        for (Article article : articles) {
            if (!withClaims.contains(article.id())) {
                rows.add(RowFactory.create(
                        article.id(),
                        article.id(),
                        Verdict.NO_CLAIM.code(),
                        null,
                        null,
                        null,
                        0,
                        0,
                        new Row[0],
                        "The article states no figure.",
                        new String[0],
                        run.runId()));
            }
        }
        return frame(spark, rows, ClaimVerdictTable.SPEC);
    }

    /** {@code gold.target}. */
    public static Dataset<Row> targets(SparkSession spark, List<ClaimResult> results, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (ClaimResult result : results) {
            for (Target target : result.targets()) {
                TargetOdds odds = TargetOdds.of(target);
                rows.add(RowFactory.create(
                        target.claimId(),
                        target.series().id(),
                        target.series().vintage(),
                        target.series().isCurrent(),
                        target.target(),
                        target.targetPeriod().isEmpty() ? null : target.targetPeriod(),
                        target.lastPeriod().toString(),
                        target.lastValue(),
                        orNull(target.previousValue()),
                        orNull(target.requiredCagr()),
                        orNull(target.lastGrowth()),
                        orNull(target.actualCagr()),
                        orNull(odds.probability()),
                        odds.firstFeasible().isEmpty() ? null : odds.firstFeasible(),
                        new String[] {target.series().about().datasetId()},
                        run.runId()));
            }
        }
        return frame(spark, rows, TargetTable.SPEC);
    }

    private static Dataset<Row> frame(SparkSession spark, List<Row> rows, TableSpec table) {
        return spark.createDataFrame(rows, table.schema());
    }

    private static Row[] implied(List<Implied> implied) {
        return implied.stream()
                .map(i -> RowFactory.create(i.name(), i.value(), i.unit(), i.formula()))
                .toArray(Row[]::new);
    }

    private static String[] sources(List<Check> checks) {
        return checks.stream()
                .map(check -> check.series().about().datasetId())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** 003-2 before 003-10. */
    private static int naturalOrder(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String id) {
        StringBuilder padded = new StringBuilder();
        for (String part : id.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            padded.append(part.matches("\\d{1,9}") ? "%010d".formatted(Integer.parseInt(part)) : part);
        }
        return padded.toString();
    }
}
