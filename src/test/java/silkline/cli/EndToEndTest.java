package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.UserError;
import silkline.explain.Explanation;
import silkline.forecast.ForecastRequest;
import silkline.job.Explained;
import silkline.job.JobSession;
import silkline.job.JobSettings;
import silkline.job.ReportJob;
import silkline.report.Figure;
import silkline.report.PseudoLanguage;
import silkline.report.Report;
import silkline.report.markdown.MarkdownReport;
import silkline.source.ReferenceData;
import silkline.stage.RunContext;
import silkline.stage.explain.Explainer;
import silkline.stage.explain.Explainers;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.Tables;
import silkline.table.audit.RunTable;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.MirrorTable;
import silkline.table.gold.ShareTable;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;
import silkline.testing.Golden;
import silkline.testing.Reports;
import silkline.testing.Rows;
import silkline.testing.SparkTest;
import silkline.testing.SummarySchema;

/** The main job on a few made-up figures, twice. */
@SparkTest
class EndToEndTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final String FIRST = "run-number-one";
    private static final String SECOND = "run-number-two";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What tells one run from another. */
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "ingested_at");

    /** Status letters, units, verdicts of checks, dates and keys: the same in every language. */
    private static final Pattern CODES = Pattern.compile("[A-Z_]+|[a-z]*_[a-z_]*");

    private Path folder;
    private Lake lake;
    private Cli.Result first;
    private Cli.Result second;
    private Map<String, List<String>> afterFirst;
    private Map<String, List<String>> afterSecond;
    private List<String> runsAfterFirst;

    @BeforeAll
    void runTwice(SparkSession spark, @TempDir Path shared) throws IOException {
        folder = shared;
        lake = Lake.at(spark, folder.resolve("lake").toString(), "", Lake.Writing.DRY_RUN);
        Path config = folder.resolve("silkline.properties");
        Files.writeString(config, "out=" + folder.resolve(FIRST) + "\n");
        first = Cli.execute(
                "run", "--datasets", DATASETS, "--lake", folder.resolve("lake"), "--config", config, "--run-id", FIRST);
        assertThat(first.exitCode()).as(first.err()).isZero();
        afterFirst = content();
        runsAfterFirst = Rows.lines(lake.read(RunTable.SPEC), "run_id", "step");
        second = Cli.execute(
                "run",
                "--datasets",
                DATASETS,
                "--lake",
                folder.resolve("lake"),
                "--out",
                folder.resolve(SECOND),
                "--run-id",
                SECOND);
        assertThat(second.exitCode()).as(second.err()).isZero();
        afterSecond = content();
    }

    /** The rows of every table but those of the audit. */
    private Map<String, List<String>> content() {
        Map<String, List<String>> content = new LinkedHashMap<>();
        for (TableSpec table : Tables.all()) {
            if (!table.layer().equals("audit")) {
                Dataset<Row> rows = lake.read(table);
                String[] columns = Arrays.stream(rows.columns())
                        .filter(column -> !OF_THE_RUN.contains(column))
                        .toArray(String[]::new);
                content.put(table.toString(), Rows.lines(rows, columns));
            }
        }
        return content;
    }

    private String report(String runId, String name) throws IOException {
        Path file = folder.resolve(runId).resolve(name);
        return Reports.comparable(
                Files.readString(file), runId, folder.resolve("lake").toString());
    }

    @Test
    void theFirstRunFillsEveryTable() {
        // Nothing is wrong with the small datasets: no row is refused, no two claims contradict each other; all is in
        // dollars and has neither quantities nor price indices, and gravity needs five exporters.
        afterFirst
                .keySet()
                .removeAll(Set.of(
                        "silver.quarantine",
                        "gold.claim_conflict",
                        "gold.conversion",
                        "gold.gravity",
                        "gold.price",
                        "gold.real_value"));
        assertThat(afterFirst)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        assertThat(first.facts().get("rows_quarantined").asLong()).isZero();
    }

    @Test
    void rowsReadAreAcceptedUnchangedOrQuarantined() {
        for (JsonNode facts : List.of(first.facts(), second.facts())) {
            assertThat(facts.get("rows_read").asLong())
                    .isPositive()
                    .isEqualTo(facts.get("rows_accepted").asLong()
                            + facts.get("rows_unchanged").asLong()
                            + facts.get("rows_quarantined").asLong());
        }
    }

    @Test
    void theSecondRunAcceptsNothingAndSaysSo() {
        assertThat(second.facts().get("rows_accepted").asLong()).isZero();
        assertThat(second.facts().get("rows_unchanged"))
                .isEqualTo(second.facts().get("rows_read"));
        assertThat(second.out()).contains(" 0 accepted ");
    }

    @Test
    void theSecondRunLeavesEveryTableAsItWas() {
        assertThat(afterSecond.keySet()).containsAll(afterFirst.keySet());
        afterFirst.forEach(
                (table, rows) -> assertThat(afterSecond.get(table)).as(table).isEqualTo(rows));
    }

    @Test
    void everyRunIsRecorded() {
        List<String> runs = Rows.lines(lake.read(RunTable.SPEC), "run_id", "step");
        assertThat(runsAfterFirst).isNotEmpty().allMatch(run -> run.startsWith(FIRST));
        assertThat(runs).containsAll(runsAfterFirst).anyMatch(run -> run.startsWith(SECOND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.md", "summary.json", "report.html"})
    void theReportIsTheSameButForRunAndTime(String name) throws IOException {
        assertThat(report(SECOND, name)).isEqualTo(report(FIRST, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.md", "summary.json"})
    void theReportIsTheReviewedOne(String name) throws IOException {
        Golden.assertMatches("small/" + name, Reports.rounded(report(FIRST, name)));
    }

    @Test
    void theSummaryIsValidByThePublishedSchema() throws IOException {
        assertThat(SummarySchema.problems(Files.readString(folder.resolve(FIRST).resolve("summary.json"))))
                .isEmpty();
    }

    /** Of every text only the arguments are left: what can be read then comes from the data, or is a code. */
    @Test
    void noWordOfTheReportIsWrittenInTheProgram(SparkSession spark) throws IOException {
        JobSettings settings = new JobSettings(
                "report",
                DATASETS.toString(),
                folder.resolve("lake").toString(),
                folder.toString(),
                "",
                "*",
                ForecastRequest.DEFAULT,
                Lake.Writing.DRY_RUN,
                "1");
        JobSession session = new JobSession(
                spark,
                settings,
                new RunContext("1", Instant.EPOCH, ""),
                new ConsoleProgress(new PrintWriter(Writer.nullWriter())));
        Report report = ReportJob.report(session, Instant.EPOCH, PseudoLanguage.language());
        session.close();
        Set<String> data = words(vocabulary(report)).collect(Collectors.toSet());
        String markdown = MarkdownReport.render(report).replaceAll("</?(details|summary)>|`[^`]*`", "");
        assertThat(words(markdown)
                        .filter(word ->
                                !data.contains(word) && !CODES.matcher(word).matches()))
                .isEmpty();
    }

    /** What the report is made of: the small datasets, names of areas, titles of indicators, sources, models. */
    private static String vocabulary(Report report) throws IOException {
        StringBuilder text = new StringBuilder(report.run().lake());
        report.sources()
                .forEach(
                        s -> text.append(String.join(" ", " ", s.id(), s.title(), s.producer(), s.licence(), s.url())));
        ReferenceData reference = ReferenceData.shipped();
        reference.indicators().forEach(code -> text.append(' ').append(reference.indicatorTitle(code)));
        report.figures().keySet().stream()
                .filter(key -> key.startsWith("forecast_models/"))
                .forEach(key -> text.append(' ').append(key));
        try (Stream<Path> files = Files.walk(DATASETS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                words(Files.readString(file))
                        .forEach(word ->
                                text.append(' ').append(word).append(' ').append(reference.areaName(word)));
            }
        }
        return text.toString();
    }

    private static Stream<String> words(String text) {
        return Pattern.compile("[\\p{L}_]{2,}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    @ParameterizedTest
    @CsvSource({"de, Wachstum, Growth", "tr, Büyüme, Growth"})
    void aReportInAnotherLanguageSaysTheSame(String language, String word, String english) throws IOException {
        Path out = folder.resolve("reports-" + language);
        Cli.Result result =
                Cli.execute("report", "--lake", folder.resolve("lake"), "--out", out, "--language", language);
        assertThat(result.exitCode()).as(result.err()).isZero();
        String summary = Files.readString(out.resolve("summary.json"));
        assertThat(SummarySchema.problems(summary)).isEmpty();
        JsonNode figures = JSON.readTree(summary).get("figures");
        JsonNode original = JSON.readTree(Files.readString(folder.resolve(FIRST).resolve("summary.json")))
                .get("figures");
        assertThat(figures.findValuesAsText("value")).isEqualTo(original.findValuesAsText("value"));
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("## " + word)
                .doesNotContain("## " + english);
        assertThat(Files.readString(out.resolve("report.html"))).contains("<html lang=\"" + language + "\">");
    }

    /** A share that the report before printed otherwise: by another version, or before a revision came in. */
    @ParameterizedTest
    @CsvSource({
        "version, 'silkline 0.0.1, Spark 4.1.0, Java 17', the program: silkline 0.0.1, das Programm: silkline 0.0.1",
        "finished_at, 2000-01-01T00:00:00Z, a revision, ''"
    })
    void whatDiffersFromTheReportBeforeIsToldWithItsCauseAndExplained(
            String field, String value, String cause, String german, SparkSession spark) throws IOException {
        Path out = folder.resolve("since-" + field);
        JsonNode before =
                JSON.readTree(folder.resolve(FIRST).resolve("summary.json").toFile());
        String key = "share/trade/goods_trade/KAZ/X/UZB/2024/share_ratio";
        assertThat(before.path("figures").has(key)).isTrue();
        ((ObjectNode) before.path("figures").path(key)).put("value", 0.5);
        ((ObjectNode) before.path("run")).put(field, value);
        Files.createDirectories(out);
        Files.writeString(out.resolve("summary.json"), before.toString());

        // The second time the same, in other words.
        for (String language : german.isEmpty() ? List.of("en") : List.of("en", "de")) {
            Cli.Result result =
                    Cli.execute("report", "--lake", folder.resolve("lake"), "--out", out, "--language", language);
            assertThat(result.exitCode()).as(result.err()).isZero();
            String summary = Files.readString(out.resolve("summary.json"));
            assertThat(SummarySchema.problems(summary)).isEmpty();
            assertThat(firstRow(summary, "since-figures").get(3).path("text").asText())
                    .startsWith(language.equals("en") ? cause : german);
            JsonNode figures = JSON.readTree(summary).path("figures");
            assertThat(figures.path("since/changed").path("value").asInt()).isEqualTo(1);
            assertThat(figures.path("since/before/" + key).path("value").asDouble())
                    .isEqualTo(0.5);
        }
        Explained explained = new Explained(spark, DATASETS, folder.resolve("lake"), out);
        List<String> told = new ArrayList<>(List.of("since/changed", "since/new", "since/gone", "since/verdicts"));
        told.add("since/before/" + key);
        assertThat(explained.of(told)).allSatisfy(explanation -> {
            assertThat(explanation.storedIn()).contains("summary.json");
            assertThat(explanation.method()).isEqualTo(Explanation.Method.RECOMPUTED);
            assertThat(explanation.agrees()).isTrue();
        });
    }

    private static JsonNode firstRow(String summary, String table) throws IOException {
        for (JsonNode section : JSON.readTree(summary).path("sections")) {
            for (JsonNode block : section.path("blocks")) {
                if (block.path("id").asText().equals(table)) {
                    return block.path("rows").path(0);
                }
            }
        }
        throw new AssertionError("no table " + table);
    }

    /** Each with its own report; the figures are those of the whole report where both have them. */
    @Test
    void aProfileIsTheSameReportOfFewerCountries() throws IOException {
        Path out = folder.resolve("profiles-out");
        Cli.Result all = Cli.execute("report", "--lake", folder.resolve("lake"), "--out", out, "--profile", "all");
        assertThat(all.exitCode()).as(all.err()).isZero();
        String index = Files.readString(out.resolve("profiles/index.html"));
        JsonNode whole = JSON.readTree(Files.readString(folder.resolve(FIRST).resolve("summary.json")))
                .get("figures");
        for (String area : List.of("KAZ", "UZB")) {
            assertThat(index).contains("href=\"" + area + "/report.html\"");
            String summary =
                    Files.readString(out.resolve("profiles").resolve(area).resolve("summary.json"));
            assertThat(SummarySchema.problems(summary)).isEmpty();
            JsonNode figures = JSON.readTree(summary).get("figures");
            String other = area.equals("KAZ") ? "UZB" : "KAZ";
            figures.fieldNames().forEachRemaining(key -> {
                assertThat(key).doesNotContainPattern("(observation|growth|forecast)/\\w+\\.\\w\\." + other);
                if (whole.has(key)) {
                    assertThat(figures.get(key)).as(key).isEqualTo(whole.get(key));
                }
            });
            assertThat(figures.toString()).contains(area);
        }
    }

    /** That all profiles share what is read does not show. */
    @Test
    void aProfileAloneSaysTheSameAsAmongAll() throws IOException {
        Path out = folder.resolve("profile-out");
        List<String> reports = new ArrayList<>();
        for (String profile : List.of("all", "KAZ")) {
            Cli.Result result = Cli.execute(
                    "report", "--lake", folder.resolve("lake"), "--out", out, "--profile", profile, "--run-id", "same");
            assertThat(result.exitCode()).as(result.err()).isZero();
            reports.add(Reports.comparable(
                    Files.readString(out.resolve("profiles/KAZ/report.md")),
                    "same",
                    folder.resolve("lake").toString()));
        }
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
    }

    @Test
    void aPairIsNarrowedToThePartner() throws IOException {
        Path out = folder.resolve("pair-out");
        Cli.Result pair = Cli.execute("report", "--lake", folder.resolve("lake"), "--out", out, "--profile", "KAZ-UZB");
        assertThat(pair.exitCode()).as(pair.err()).isZero();
        JsonNode summary = JSON.readTree(Files.readString(out.resolve("profiles/KAZ-UZB/summary.json")));
        assertThat(summary.get("title").asText()).startsWith("Kazakhstan – Uzbekistan");
        assertThat(summary.findValuesAsText("stated_as")).containsExactly("about 250 million dollars");
    }

    @Test
    void aProfileOfNobodyIsWrongUsage() {
        Cli.Result result = Cli.execute("report", "--lake", folder.resolve("lake"), "--profile", "KAS");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("--profile 'KAS'", "KAZ").doesNotContain("at silkline");
    }

    @Test
    void theLastLineIsOneJsonObject() {
        JsonNode facts = first.facts();
        assertThat(facts.isObject()).isTrue();
        assertThat(facts.get("command").asText()).isEqualTo("run");
        assertThat(facts.get("status").asText()).isEqualTo("done");
        assertThat(facts.get("run_id").asText()).isEqualTo(FIRST);
        assertThat(Path.of(facts.get("report").asText())).exists();
        assertThat(first.out().lines().filter(line -> line.startsWith("{"))).hasSize(1);
    }

    @Test
    void theEffectiveConfigurationIsPrintedWithItsOrigin() {
        assertThat(first.err())
                .containsPattern("lake +" + folder.resolve("lake") + " \\(flag\\)")
                .containsPattern("out +" + folder.resolve(FIRST) + " \\(config file\\)")
                .containsPattern("only +\\* \\(default\\)");
    }

    @Test
    void progressGoesToStderrWithRowsAndSeconds() {
        assertThat(first.err()).containsPattern("gold\\.growth +[\\d,]+ rows +[\\d.]+ s");
        assertThat(first.out()).doesNotContainPattern("gold\\.growth +[\\d,]+ rows");
    }

    @Test
    void otherReadersCanOpenEveryTable() throws IOException {
        for (TableSpec table : Tables.all()) {
            List<JsonNode> actions =
                    log(folder.resolve("lake").resolve(table.layer()).resolve(table.name()));
            assertThat(actions).as(table.toString()).anyMatch(action -> action.has("protocol"));
            for (JsonNode action : actions) {
                JsonNode protocol = action.path("protocol");
                assertThat(protocol.path("minReaderVersion").asInt(1))
                        .as("reader version of %s", table)
                        .isEqualTo(1);
                assertThat(protocol.has("readerFeatures")).as(table.toString()).isFalse();
                assertThat(action.path("add").has("deletionVector"))
                        .as(table.toString())
                        .isFalse();
                assertThat(action.path("metaData").path("configuration").toString())
                        .as(table.toString())
                        .doesNotContain("columnMapping", "enableDeletionVectors", "v2Checkpoint", "typeWidening");
            }
        }
    }

    private static List<JsonNode> log(Path table) throws IOException {
        List<JsonNode> actions = new ArrayList<>();
        try (Stream<Path> commits = Files.list(table.resolve("_delta_log"))) {
            for (Path commit :
                    commits.filter(f -> f.toString().endsWith(".json")).toList()) {
                for (String line : Files.readAllLines(commit)) {
                    actions.add(JSON.readTree(line));
                }
            }
        }
        return actions;
    }

    @Test
    void everyCommitNamesItsRun() throws IOException {
        for (TableSpec table : Tables.all()) {
            assertThat(log(folder.resolve("lake").resolve(table.layer()).resolve(table.name())))
                    .as(table.toString())
                    .filteredOn(action ->
                            action.path("commitInfo").path("operation").asText().equals("WRITE"))
                    .allSatisfy(action -> assertThat(action.path("commitInfo")
                                    .path("userMetadata")
                                    .asText())
                            .containsPattern(FIRST + "|" + SECOND));
        }
    }

    @Test
    void keysAreUnique() {
        for (TableSpec table : Tables.all()) {
            assertThat(Rows.lines(lake.read(table), table.key().toArray(String[]::new)))
                    .as("keys of %s", table)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        Path nowhere = folder.resolve("nowhere");
        Cli.Result result = Cli.execute(
                "run", "--datasets", DATASETS, "--lake", nowhere, "--out", nowhere.resolve("reports"), "--dry-run");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.facts().get("rows_read")).isEqualTo(first.facts().get("rows_read"));
        assertThat(nowhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"growth", "shares", "forecast", "claims", "report"})
    void aCommandOnAnEmptyLakeSaysWhichOneComesFirst(String command) {
        Path nothing = folder.resolve("nothing");
        Cli.Result result = Cli.execute(command, "--lake", nothing, "--out", nothing.resolve("reports"));
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("no such table", "Run 'silkline ").doesNotContain("at silkline");
        assertThat(result.facts().get("exit_code").asInt()).isEqualTo(ExitCodes.USAGE);
        assertThat(nothing).doesNotExist();
    }

    @Test
    void foldersAndNamesThatAreNotThereAreWrongUsage() {
        Cli.Result noFolder =
                Cli.execute("ingest", "--datasets", folder.resolve("none"), "--lake", folder.resolve("x"));
        assertThat(noFolder.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(noFolder.err())
                .contains("no such folder of datasets", "--datasets")
                .doesNotContain("at silkline");
        Cli.Result noMatch =
                Cli.execute("ingest", "--datasets", DATASETS, "--lake", folder.resolve("x"), "--only", "no*");
        assertThat(noMatch.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(noMatch.err()).contains("no dataset matches 'no*'", "--only").doesNotContain("at silkline");
    }

    @Test
    void everyNumberOfTheReportIsExplainedAndComputedAgain(SparkSession spark) throws IOException {
        JsonNode summary =
                JSON.readTree(folder.resolve(SECOND).resolve("summary.json").toFile());
        Map<String, JsonNode> figures = new LinkedHashMap<>();
        summary.path("figures").properties().forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        assertThat(figures).hasSizeGreaterThan(200);
        Explained explained = new Explained(spark, DATASETS, folder.resolve("lake"), folder.resolve(SECOND));

        for (Explanation explanation : explained.of(figures.keySet())) {
            JsonNode printed = figures.get(explanation.key());
            assertThat(explanation.agrees()).as("%s", explanation).isTrue();
            assertThat(explanation.method()).as("%s", explanation).isEqualTo(Explanation.Method.RECOMPUTED);
            assertThat(explanation.storedIn()).as("%s", explanation).isNotEmpty();
            assertThat(explanation.unit())
                    .as("%s", explanation)
                    .isEqualTo(printed.path("unit").asText());
            assertThat(Figure.of(explanation.key(), explanation.recomputed(), explanation.unit())
                            .text())
                    .as("%s", explanation)
                    .isEqualTo(printed.path("text").asText());
            assertThat(explanation.tables()).as("%s", explanation).isNotEmpty();
        }
    }

    @Test
    void noNumberOfTheSummaryIsWithoutAKey() throws IOException {
        JsonNode summary =
                JSON.readTree(folder.resolve(SECOND).resolve("summary.json").toFile());
        Set<String> keys = new HashSet<>();
        summary.path("figures").fieldNames().forEachRemaining(keys::add);
        ((ObjectNode) summary).remove(List.of("figures", "schema_version"));
        for (JsonNode finding : summary.path("findings")) {
            for (JsonNode figure : finding.path("figures")) {
                assertThat(keys).contains(figure.path("key").asText());
                ((ObjectNode) figure).remove("value");
            }
        }
        assertThat(numbers(summary)).isEmpty();
        for (String field : List.of("figure", "low", "high")) {
            assertThat(keys).containsAll(summary.path("sections").findValuesAsText(field));
        }
    }

    /** Every number of a tree that is not inside a text. */
    private static List<JsonNode> numbers(JsonNode node) {
        List<JsonNode> numbers = new ArrayList<>();
        if (node.isNumber()) {
            numbers.add(node);
        }
        node.forEach(child -> numbers.addAll(numbers(child)));
        return numbers;
    }

    /** Kinds that this report does not print: the claims are about a country that has no mirror and no group. */
    @Test
    void numbersOfStructureAreExplainedToo(SparkSession spark) {
        List<String> keys = new ArrayList<>();
        for (Row row : lake.read(MirrorTable.SPEC)
                .where("reported IS NOT NULL AND mirrored IS NOT NULL")
                .collectAsList()) {
            for (String measure : List.of("reported", "mirrored", "balanced", "cif_fob_ratio", "asymmetry_ratio")) {
                keys.add("mirror/%s/%s/%s/%s/%s"
                        .formatted(
                                panel(row),
                                row.getAs("exporter"),
                                row.getAs("importer"),
                                row.getAs("time_period"),
                                measure));
            }
        }
        for (Row row : lake.read(GroupTradeTable.SPEC)
                .where("intra_share_ratio IS NOT NULL")
                .collectAsList()) {
            keys.add("group_trade/%s/%s/%s/intra_share_ratio"
                    .formatted(panel(row), row.getAs("area_group"), row.getAs("time_period")));
        }
        for (Row row :
                lake.read(ShareTable.SPEC).where("share_ratio IS NOT NULL").collectAsList()) {
            for (String measure : List.of("value", "share_ratio")) {
                keys.add("share/%s/%s/%s/%s/%s/%s/%s"
                        .formatted(
                                row.getAs("dataset_id"),
                                row.getAs("indicator"),
                                row.getAs("ref_area"),
                                row.getAs("flow"),
                                row.getAs("member"),
                                row.getAs("time_period"),
                                measure));
            }
        }
        for (Row row : lake.read(BalanceTable.SPEC)
                .where("counterpart_area = 'WLD' AND balance IS NOT NULL AND product IN ('TOTAL', '_Z')")
                .collectAsList()) {
            for (String measure : List.of("balance", "normalised_balance_ratio", "openness_ratio", "markets")) {
                if (row.getAs(measure) != null) {
                    keys.add("balance/%s.%s/%s/%s"
                            .formatted(row.getAs("ref_area"), panel(row), row.getAs("time_period"), measure));
                }
            }
        }
        for (String kind : List.of("mirror/", "group_trade/", "share/", "balance/")) {
            assertThat(keys).as(kind).anyMatch(key -> key.startsWith(kind));
        }
        Explained explained = new Explained(spark, DATASETS, folder.resolve("lake"), folder.resolve(SECOND));
        assertThat(explained.of(keys)).allSatisfy(explanation -> {
            assertThat(explanation.method()).isEqualTo(Explanation.Method.RECOMPUTED);
            assertThat(explanation.agrees()).isTrue();
        });
    }

    private static String panel(Row row) {
        return "%s.%s.%s.%s"
                .formatted(
                        row.getAs("indicator"), row.getAs("dataset_id"), row.getAs("basis"), row.getAs("unit_measure"));
    }

    @Test
    void explainPrintsFormulaInputsSourceAndVersions() {
        String key = "growth/goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.trade/2024/yoy_ratio";
        Cli.Result result = Cli.execute(
                "explain",
                "--datasets",
                DATASETS,
                "--lake",
                folder.resolve("lake"),
                "--out",
                folder.resolve(SECOND),
                key);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("value / year_ago - 1", "1025000000 / 980000000 - 1 = 0.0459183673469")
                .contains(
                        "equal to what is stored",
                        "dataset trade",
                        "licence",
                        "gold.growth, version ",
                        "silver.observation, version ");
        JsonNode explanation = result.facts().path("explanations").path(0);
        assertThat(explanation.path("key").asText()).isEqualTo(key);
        assertThat(explanation.path("recomputed").asDouble())
                .isEqualTo(explanation.path("stored").asDouble());
        assertThat(explanation.path("inputs").path(1).path("key").asText())
                .isEqualTo("observation/goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.trade/2023");
        assertThat(explanation.path("inputs").path(1).path("source_ref").asText())
                .isNotEmpty();
    }

    @Test
    void aNumberThatItsInputsDoNotGiveEndsWithSeventy(SparkSession spark) {
        Path wrong = folder.resolve("wrong");
        Lake changed = Lake.at(spark, wrong.toString(), "", Lake.Writing.ON);
        for (TableSpec table : List.of(SeriesTable.SPEC, ObservationTable.SPEC, DatasetTable.SPEC)) {
            changed.replace(table, lake.read(table));
        }
        changed.replace(
                GrowthTable.SPEC,
                lake.read(GrowthTable.SPEC).withColumn(GrowthTable.YOY_RATIO, functions.expr("yoy_ratio + 0.001")));
        Cli.Result result = Cli.execute(
                "explain",
                "--datasets",
                DATASETS,
                "--lake",
                wrong,
                "growth/goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.trade/2024/yoy_ratio");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.BUG);
        assertThat(result.out()).contains("0.0459183673469, NOT what is stored", "value      0.0459183673469 RATIO");
        assertThat(result.err())
                .contains(
                        "0.0469183673469 is stored in gold.growth, column yoy_ratio, but the inputs give 0.0459183673469")
                .doesNotContain("at silkline");
        assertThat(result.facts().get("exit_code").asInt()).isEqualTo(ExitCodes.BUG);
    }

    @Test
    void wordsThatAreNoKeyAreWrongUsage(SparkSession spark) {
        Explained explained = new Explained(spark, DATASETS, folder.resolve("lake"), folder.resolve("nowhere"));
        List<String> kinds = Explainers.all().stream().map(Explainer::kind).toList();
        Stream<String> words = Stream.concat(
                Stream.of("", "/", "nonsense/1/2", "GROWTH"),
                kinds.stream()
                        .flatMap(kind -> Stream.of(
                                kind, kind + "/", kind + "/a/b/c/d/e/f/g", kind + "////", kind + "/../x/1/2")));
        assertThat(words).allSatisfy(word -> assertThatThrownBy(() -> explained.of(List.of(word)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the lake holds no number of this key"));
    }

    @Test
    void anUnknownKeyIsToldWithThoseThatAreNear() {
        Cli.Result result = Cli.execute(
                "explain",
                "--datasets",
                DATASETS,
                "--lake",
                folder.resolve("lake"),
                "--out",
                folder.resolve(SECOND),
                "growth/goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.trade/2042/yoy_ratio");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err())
                .contains("the lake holds no number of this key", "growth/SERIES_ID/PERIOD/yoy_ratio")
                .contains("growth/goods_trade.A.KAZ.X.WLD.TOTAL.USD._Z.V.N.customs.trade/2024/yoy_ratio")
                .doesNotContain("at silkline");
    }

    @Test
    void doctorCountsTheRowsOfEveryTable() {
        Cli.Result result = Cli.execute("doctor", "--lake", folder.resolve("lake"));
        assertThat(result.exitCode()).isZero();
        for (TableSpec table : Tables.all()) {
            assertThat(result.out()).containsPattern(table + " +[\\d,]+ rows");
        }
    }
}
