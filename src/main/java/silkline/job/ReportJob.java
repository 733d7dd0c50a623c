package silkline.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.report.Block;
import silkline.report.Language;
import silkline.report.Report;
import silkline.report.json.JsonSummary;
import silkline.report.markdown.MarkdownReport;
import silkline.report.page.HtmlReport;
import silkline.report.page.ProfileIndex;
import silkline.report.since.Comparison;
import silkline.report.since.PrintedReport;
import silkline.stage.report.Profile;
import silkline.stage.report.ProfileRows;
import silkline.stage.report.ReportInputs;
import silkline.stage.report.ReportQueries;
import silkline.stage.report.ReportStage;
import silkline.stage.report.SinceSection;
import silkline.table.Lake;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.ConcentrationTable;
import silkline.table.gold.ForecastTable;
import silkline.table.gold.GravityTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.GrowthDetailTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;
import silkline.table.gold.MirrorTable;
import silkline.table.gold.ShareTable;

/** Writes the report in its three forms, and the verdicts as ClaimReview. */
public final class ReportJob {
    public static final String HTML = "report.html";
    static final String SUMMARY = "summary.json";
    private static final String STEP = "report";
    private static final String PROFILES = "profiles/";
    private static final String INDEX = "index.html";

    private ReportJob() {}

    /** What was written: the headlines of the report, or of all of them, and the page to open. */
    public record Written(List<Report.Finding> findings, String page) {}

    /** Writes the report, or those of the profiles asked for. {@code finishedAt} is printed in them. */
    public static Written run(JobSession session, Instant finishedAt, ReportRequest request) {
        if (request.profile().equals(ReportRequest.ALL)) {
            return all(session, finishedAt, request.language());
        }
        boolean isWhole = request.profile().isEmpty();
        Profile profile = isWhole ? Profile.WHOLE : Profile.of(request.profile(), session.reference());
        session.progress().begin(STEP);
        long start = System.nanoTime();
        ReportInputs inputs = inputs(session, request.language(), profile);
        return written(session, finishedAt, inputs, isWhole ? "" : PROFILES + profile.code() + "/", start);
    }

    private static Written all(JobSession session, Instant finishedAt, Language language) {
        List<Claim> claims =
                session.claimResults().stream().map(ClaimResult::claim).toList();
        Set<String> codes = new TreeSet<>(areas(session, claims));
        codes.addAll(ReportInputs.groups(claims, session.reference()));
        List<Profile> profiles = codes.stream()
                .map(code -> Profile.of(code, session.reference()))
                .toList();
        Set<String> areas = new TreeSet<>();
        profiles.forEach(profile -> areas.addAll(profile.areas()));
        requireSameDates(session);
        Map<String, List<Row>> rows = collected(ReportQueries.ofAll(session.lake(), session.vintages(), areas));
        List<Article> articles = session.articles();
        List<ProfileIndex.Entry> entries = new ArrayList<>();
        List<Report.Finding> findings = new ArrayList<>();
        for (Profile profile : profiles) {
            String code = profile.code();
            session.progress().begin(STEP);
            long start = System.nanoTime();
            ReportInputs inputs = inputs(session, articles, language, profile, ProfileRows.of(rows, profile, claims));
            Written written = written(session, finishedAt, inputs, PROFILES + code + "/", start);
            findings.addAll(written.findings());
            entries.add(new ProfileIndex.Entry(
                    code,
                    session.reference().areaName(code, language.code()),
                    code + "/" + HTML,
                    claims.stream().filter(profile::isAbout).count()));
        }
        keep(session, PROFILES, Map.of(INDEX, ProfileIndex.render(entries, language)));
        return new Written(findings, session.settings().out() + "/" + PROFILES + INDEX);
    }

    private static Written written(
            JobSession session, Instant finishedAt, ReportInputs inputs, String folder, long start) {
        Report report = report(session, finishedAt, inputs, List.of());
        Map<String, String> files = new LinkedHashMap<>();
        Optional<Predecessor> before = Predecessor.of(session, folder, PrintedReport.of(report));
        if (before.isPresent()) {
            // First, so that whoever is stopped here finds the same predecessor again.
            before.get().toKeep().ifPresent(text -> files.put(Predecessor.FILE, text));
            report = report(
                    session,
                    finishedAt,
                    inputs,
                    since(session, inputs, report, before.get().comparison()));
        }
        files.put(SUMMARY, JsonSummary.render(report));
        files.put("report.md", MarkdownReport.render(report));
        files.put(HTML, HtmlReport.render(report));
        files.put(
                "claims.jsonld",
                ReportStage.claimReviews(
                        inputs, finishedAt.atZone(ZoneOffset.UTC).toLocalDate().toString()));
        keep(session, folder, files);
        session.progress().end(STEP, files.size(), JobSession.seconds(start), "files");
        return new Written(report.findings(), session.settings().out() + "/" + folder + HTML);
    }

    /** The whole report in a language, not written anywhere. */
    public static Report report(JobSession session, Instant finishedAt, Language language) {
        return report(session, finishedAt, inputs(session, language, Profile.WHOLE), List.of());
    }

    private static List<Block> since(JobSession session, ReportInputs inputs, Report report, Comparison comparison) {
        List<Row> arrivals = SinceSection.arrivals(inputs, comparison, session.vintages(), session.series())
                .collectAsList();
        return SinceSection.blocks(report, inputs, comparison, arrivals);
    }

    private static Report report(JobSession session, Instant finishedAt, ReportInputs inputs, List<Block> since) {
        return ReportStage.report(
                inputs,
                new Report.Run(
                        session.run().runId(),
                        finishedAt.toString(),
                        session.settings().version(),
                        session.run().asOf().map(LocalDate::toString).orElseGet(() -> inputs.text("page.everything")),
                        session.settings().lake()),
                since);
    }

    private static void keep(JobSession session, String folder, Map<String, String> files) {
        if (session.settings().writing() == Lake.Writing.ON) {
            files.forEach(
                    (name, text) -> write(session, new Path(session.settings().out() + "/" + folder + name), text));
        }
    }

    private static ReportInputs inputs(JobSession session, Language language, Profile profile) {
        requireSameDates(session);
        List<Claim> claims =
                session.claimResults().stream().map(ClaimResult::claim).toList();
        Set<String> areas = profile.isWhole() ? areas(session, claims) : profile.areas();
        Map<String, List<Row>> rows =
                collected(ReportQueries.of(session.lake(), session.vintages(), claims, areas, profile));
        return inputs(session, session.articles(), language, profile, rows);
    }

    private static ReportInputs inputs(
            JobSession session,
            List<Article> articles,
            Language language,
            Profile profile,
            Map<String, List<Row>> rows) {
        return new ReportInputs(
                session.reference(),
                articles,
                session.claimResults(),
                ReportQueries.asOf(rows, session.run()),
                language,
                profile);
    }

    private static void requireSameDates(JobSession session) {
        session.requireSameDate(GrowthTable.SPEC, GrowthWindowTable.SPEC, GrowthDetailTable.SPEC);
        session.requireSameDate(ForecastTable.SPEC, AccuracyTable.SPEC);
        session.requireSameDate(ShareTable.SPEC, ConcentrationTable.SPEC);
        session.requireSameDate(BalanceTable.SPEC, MirrorTable.SPEC, GroupTradeTable.SPEC, GravityTable.SPEC);
    }

    private static Map<String, List<Row>> collected(Map<String, Dataset<Row>> queries) {
        Map<String, List<Row>> rows = new ConcurrentHashMap<>();
        SideBySide.run(queries.entrySet().stream()
                .map(query -> (Runnable)
                        () -> rows.put(query.getKey(), query.getValue().collectAsList()))
                .toArray(Runnable[]::new));
        return rows;
    }

    /** The countries that the claims are about; without claims, those with the most series. */
    private static Set<String> areas(JobSession session, List<Claim> claims) {
        Set<String> areas = ReportInputs.areas(claims, session.reference());
        if (areas.isEmpty()) {
            ReportQueries.largestAreas(session.series()).collectAsList().forEach(row -> areas.add(row.getString(0)));
        }
        return areas;
    }

    /** Under another name first, so that no reader sees half a file. */
    private static void write(JobSession session, Path path, String text) {
        try {
            FileSystem files = path.getFileSystem(session.spark().sparkContext().hadoopConfiguration());
            files.setWriteChecksum(false); // no hidden companions beside files for people
            Path unfinished = new Path(path.getParent(), "." + path.getName() + ".unfinished");
            try (OutputStream out = files.create(unfinished, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            files.delete(path, false);
            if (!files.rename(unfinished, path)) {
                throw new IOException("cannot rename %s to %s".formatted(unfinished, path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
