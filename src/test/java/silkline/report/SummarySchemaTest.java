package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.report.json.JsonSummary;
import silkline.testing.SummarySchema;

/** The summary of every report is valid by the published schema; the end-to-end tests validate theirs too. */
class SummarySchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "tr"})
    void everyKindOfBlockAndCellIsInTheSchema(String language) {
        assertThat(SummarySchema.problems(JsonSummary.render(LanguageTest.in(Language.of(language)))))
                .isEmpty();
    }

    static List<String> texts() {
        return HostileTextTest.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textFromDataCannotBreakIt(String text) {
        assertThat(SummarySchema.problems(JsonSummary.render(HostileTextTest.everywhere(text))))
                .allMatch(problem -> problem.contains("run.finished_at")); // not a time here, as intended
    }

    @Test
    void aReportOfNothingIsValidToo() {
        Report empty = new Report("1", SampleReport.report().run(), List.of(), List.of(), List.of());
        assertThat(SummarySchema.problems(JsonSummary.render(empty))).isEmpty();
    }

    @Test
    void theSchemaNoticesWhatIsNotInIt() {
        String summary = JsonSummary.render(SampleReport.report());
        assertThat(SummarySchema.problems(summary.replace("\"verdict\" : \"supported\"", "\"verdict\" : \"true\"")))
                .isNotEmpty();
        assertThat(SummarySchema.problems(summary.replaceFirst("\"unit\" :", "\"units\" :")))
                .isNotEmpty();
        assertThat(SummarySchema.problems(summary.replaceFirst("\"value\" : [0-9.]+", "\"value\" : \"12 %\"")))
                .isNotEmpty();
    }
}
