package silkline.stage.claim;

import static silkline.stage.TableNumbers.orNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Article;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.ClaimResult;
import silkline.claim.Facts;
import silkline.claim.Implied;
import silkline.claim.Interval;
import silkline.claim.Reading;
import silkline.claim.Target;
import silkline.claim.Verdict;
import silkline.claim.Widths;
import silkline.claim.consistency.Conflict;
import silkline.report.ClaimSentence;
import silkline.report.Language;
import silkline.stage.RunContext;
import silkline.table.TableSpec;
import silkline.table.gold.ClaimCheckTable;
import silkline.table.gold.ClaimConflictTable;
import silkline.table.gold.ClaimVerdictTable;
import silkline.table.gold.TargetTable;

/** Holds the claims against the facts; claims are few, so the driver decides and Spark only stores. */
public final class ClaimStage {
    private ClaimStage() {}

    /** The rows that {@link #results} needs, to be collected: plain series, and derived ones of {@code gold.share}. */
    public static Dataset<Row> evidence(
            Dataset<Row> vintages, Dataset<Row> series, Dataset<Row> shares, ClaimBook book) {
        return FactsReader.plain(vintages, series, book).unionByName(FactsReader.derived(shares, book));
    }

    /** The forecasts that the targets among the claims need, to be collected. */
    public static Dataset<Row> forecasts(Dataset<Row> forecasts, List<Row> evidence) {
        return FactsReader.forecasts(forecasts, evidence);
    }

    /** Every claim with what is found about it, in the order of the ids. */
    public static List<ClaimResult> results(ClaimBook book, List<Row> evidence, List<Row> forecasts) {
        Facts facts = DerivedOutlooks.added(
                FactsReader.facts(evidence, forecasts), book.claims().values());
        return book.claims().values().stream()
                .sorted(Comparator.comparing(Claim::id, ClaimStage::naturalOrder))
                .map(claim -> ClaimResult.of(claim, facts, book))
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
                        check.words(),
                        check.known().code(),
                        check.reading().choice(Reading.SIDE),
                        emptyToNull(check.reading().choice(Reading.BASE)),
                        emptyToNull(check.reading().choice(Reading.CHANGE)),
                        emptyToNull(check.reading().choice(Reading.TOTAL)),
                        check.series().id(),
                        check.series().vintage(),
                        check.series().isCurrent(),
                        check.period(),
                        orNull(check.claimed().low()),
                        orNull(check.claimed().high()),
                        orNull(check.official()),
                        orNull(check.gapRatio()),
                        check.verdict().code(),
                        emptyToNull(check.reason()),
                        new String[] {check.series().about().datasetId()},
                        run.runId()));
            }
        }
        return frame(spark, rows, ClaimCheckTable.SPEC);
    }

    /** {@code gold.claim_verdict}; an article without a claim has one row of its own. */
    public static Dataset<Row> verdicts(
            SparkSession spark, List<ClaimResult> results, List<Article> articles, Widths widths, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (ClaimResult result : results) {
            Claim claim = result.claim();
            Interval allowed = result.bounds().allowed();
            rows.add(RowFactory.create(
                    claim.id(),
                    claim.articleId(),
                    result.verdict().code(),
                    result.atPublication().code(),
                    emptyToNull(result.reason()),
                    emptyToNull(result.condition()),
                    orNull(result.robustness()),
                    orNull(allowed.low()),
                    orNull(allowed.high()),
                    allowed.lowOpen(),
                    allowed.highOpen(),
                    orNull(result.bounds().hard().low()),
                    orNull(result.bounds().hard().high()),
                    orNull(result.bounds().plausible().low()),
                    orNull(result.bounds().plausible().high()),
                    widths.version(),
                    (int) result.deciding(),
                    (int) result.holding(),
                    implied(result.implied()),
                    ClaimSentence.of(result, Language.ENGLISH),
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
                        Verdict.NO_CLAIM.code(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        widths.version(),
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

    /** {@code gold.claim_conflict}. */
    public static Dataset<Row> conflicts(SparkSession spark, List<Conflict> conflicts, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (Conflict conflict : conflicts) {
            rows.add(RowFactory.create(
                    rows.size() + 1,
                    conflict.rule().code(),
                    conflict.strength().code(),
                    conflict.claims().toArray(String[]::new),
                    emptyToNull(conflict.identities()),
                    conflict.explanation(),
                    run.runId()));
        }
        return frame(spark, rows, ClaimConflictTable.SPEC);
    }

    /** {@code gold.target}. */
    public static Dataset<Row> targets(SparkSession spark, List<ClaimResult> results, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (ClaimResult result : results) {
            for (Target target : result.targets()) {
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
                        orNull(target.probability()),
                        emptyToNull(target.firstFeasible()),
                        emptyToNull(target.firstExpected()),
                        emptyToNull(target.movedFrom()),
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
                .map(i -> RowFactory.create(
                        i.name(),
                        i.value(),
                        orNull(i.interval().low()),
                        orNull(i.interval().high()),
                        i.unit(),
                        i.formula()))
                .toArray(Row[]::new);
    }

    private static String[] sources(List<Check> checks) {
        return checks.stream()
                .map(check -> check.series().about().datasetId())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
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
