package silkline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.UserError;
import silkline.quality.Expectations;
import silkline.quality.Rule;
import silkline.quality.Severity;
import silkline.testing.SampleDataset;

/** The section "quality" of a dataset.json, and its page in the documentation. */
class QualityExpectationsTest {
    private static final Path PAGE = Path.of("src/docs/quality.md");

    private static Expectations parse(String quality) {
        String manifest = SampleDataset.manifest("sample", "curated-csv", "sample.csv", "0");
        return DatasetManifest.parse(
                        "datasets/sample", manifest.replace("\"files\"", "\"quality\": " + quality + ", \"files\""))
                .quality();
    }

    @Test
    void theExampleOfTheDocumentationIsRead() throws IOException {
        String example = section("example").replaceAll("```\\w*", "");
        Expectations expected = parse(example);
        assertThat(expected.severity(Rule.UNIT_JUMP)).isEqualTo(Severity.FAIL);
        assertThat(expected.severity(Rule.RANGE)).isEqualTo(Severity.QUARANTINE);
        assertThat(expected.severity(Rule.GAPS)).isEqualTo(Severity.OFF);
        assertThat(expected.severity(Rule.REVISION)).isEqualTo(Severity.WARN);
        assertThat(expected.limits())
                .isEqualTo(Map.of(Rule.GROWTH_JUMP, 12.0, Rule.FRESHNESS, 400.0, Rule.MIN_ROWS, 1000.0));
        assertThat(expected.ranges()).containsExactly(new Expectations.Range("gdp_growth", -50, 100));
        assertThat(expected.coverage()).isEqualTo(new Expectations.Coverage(Set.of("KAZ", "UZB"), 2010, 2024));
    }

    @Test
    void theRulesOfTheDocumentationAreThoseOfTheCode() throws IOException {
        String expected = Stream.concat(
                        Stream.of(
                                "",
                                "| rule | what holds where it is kept | checked are | by default | limit |",
                                "| --- | --- | --- | --- | --- |"),
                        Stream.of(Rule.values()).map(QualityExpectationsTest::row))
                .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(
                    PAGE,
                    Files.readString(PAGE).replace("<!-- rules -->" + section("rules"), "<!-- rules -->" + expected));
        }
        assertThat(section("rules"))
                .as("%s; -Dgolden.update=true rewrites it", PAGE)
                .isEqualTo(expected);
    }

    private static String row(Rule rule) {
        String limit = rule.limitMeaning().isEmpty()
                ? ""
                : Double.isNaN(rule.limit())
                        ? rule.limitMeaning() + ", as declared"
                        : rule.limit() + " " + rule.limitMeaning();
        return "| `%s` | %s | %s | `%s` | %s |"
                .formatted(
                        rule,
                        rule.meaning(),
                        rule.scope().counted(),
                        rule.severity().code(),
                        limit);
    }

    private static String section(String name) throws IOException {
        String text = Files.readString(PAGE);
        String mark = "<!-- " + name + " -->";
        assertThat(text).contains(mark);
        int start = text.indexOf(mark) + mark.length();
        return text.substring(start, text.indexOf("<!-- end -->", start));
    }

    @Test
    void withoutASectionTheRulesAreAsTheyAre() {
        assertThat(DatasetManifest.parse(
                                "datasets/sample", SampleDataset.manifest("sample", "curated-csv", "sample.csv", "0"))
                        .quality())
                .isEqualTo(Expectations.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rule\": {}} | unknown field 'rule'. Known: rules, limits",
                "{\"rules\": {\"UNIT_JMP\": \"warn\"}} | no rule is called 'UNIT_JMP'. Known: CELLS",
                "{\"rules\": {\"GAPS\": \"quarantine\"}} | GAPS cannot be 'quarantine'. Write one of off, warn, fail",
                "{\"rules\": {\"UNKNOWN_CODE\": \"warn\"}} | UNKNOWN_CODE cannot be 'warn'. Write one of quarantine, fail",
                "{\"rules\": []} | \"rules\" is not an object",
                "{\"limits\": {\"GAPS\": 3}} | GAPS has no limit",
                "{\"limits\": {\"GROWTH_JUMP\": \"much\"}} | limits.GROWTH_JUMP is \"much\", which is not a number",
                "{\"min_rows\": 0} | min_rows is 0. Write a number above 0",
                "{\"ranges\": [{\"indicator\": \"gdp\"}]} | is none. Write {\"indicator\"",
                "{\"ranges\": [{\"indicator\": \"gdp\", \"min\": 2, \"max\": 1}]} | is none",
                "{\"coverage\": {\"ref_area\": [\"KAZ\"], \"from\": \"2020\", \"to\": \"2010\"}} | coverage",
                "{\"coverage\": {\"area\": [\"KAZ\"]}} | unknown field 'area'",
                "[] | quality is not an object",
            })
    void whatCannotBeMeantIsRefusedWithPlaceAndRemedy(String quality, String message) {
        assertThatThrownBy(() -> parse(quality))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.kind()).isEqualTo(UserError.Kind.INPUT_CONTRACT))
                .hasMessageContaining("sample/dataset.json: ")
                .hasMessageContaining(message);
    }
}
