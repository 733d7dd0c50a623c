package silkline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.DecisionStage.OUTCOME;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.QuarantineTable.LINE;
import static silkline.table.QuarantineTable.MESSAGE;
import static silkline.table.QuarantineTable.RULE;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class DecisionStageTest {
    private static final String CELLS = "series_key bigint, time_period string, period_index int, "
            + "published_at date, obs_value double, obs_status string";

    private List<Row> decided;

    @BeforeAll
    void decide(SparkSession spark) {
        Dataset<Row> known = Rows.of(
                spark,
                CELLS,
                "1 2021 2021 2024-01-01 100 A",
                "1 2022 2022 2024-01-01 200 A",
                "1 2023 2023 2024-01-01 - M",
                "1 2024 2024 2024-01-01 400 A",
                "1 2024 2024 2026-01-01 402 A");
        Dataset<Row> parsed = Rows.of(
                spark,
                "file string, line bigint, rule string, message string, " + CELLS,
                "a.csv 2 - - 1 2021 2021 2025-01-01 100 A", // says it again
                "a.csv 3 - - 1 2022 2022 2025-01-01 201 A", // revises it
                "a.csv 4 - - 1 2022 2022 2024-01-01 202 A", // contradicts it
                "a.csv 5 - - 1 2023 2023 2025-01-01 - M", // still missing
                "a.csv 6 - - 1 2024 2024 2025-01-01 401 A", // published between two known vintages
                "a.csv 7 - - 2 2021 2021 2025-01-01 5 A", // a new series
                "a.csv 8 - - 2 2021 2021 2025-01-01 5 A", // the same row twice
                "a.csv 9 - - 2 2022 2022 2025-01-01 6 A",
                "a.csv 10 - - 2 2022 2022 2025-01-01 7 A", // two values for one vintage
                "a.csv 11 - - 2 2023 2023 2025-01-01 8 P",
                "a.csv 12 - - 2 2023 2023 2026-01-01 8 A", // same value, another status
                "a.csv 13 NOT_A_NUMBER letters - - - - - -");
        decided = DecisionStage.decide(parsed, known).collectAsList();
    }

    private List<String> ofLine(long line, String... columns) {
        return Rows.lines(
                decided.stream().filter(row -> row.<Long>getAs(LINE) == line).toList(), columns);
    }

    @Test
    void everyRowHasOneOutcome() {
        assertThat(Rows.lines(decided, LINE)).hasSize(12).doesNotHaveDuplicates();
        assertThat(decided)
                .allSatisfy(row -> assertThat(row.<String>getAs(OUTCOME)).isNotNull());
    }

    @Test
    void aLaterVintageWithTheSameValueIsUnchanged() {
        assertThat(ofLine(2, TIME_PERIOD, OUTCOME)).containsExactly("2021 unchanged");
        assertThat(ofLine(5, TIME_PERIOD, OUTCOME)).containsExactly("2023 unchanged");
    }

    @Test
    void aRevisionIsAccepted() {
        assertThat(ofLine(3, TIME_PERIOD, OBS_VALUE, OUTCOME)).containsExactly("2022 201 accepted");
        assertThat(ofLine(12, TIME_PERIOD, OUTCOME)).containsExactly("2023 accepted");
    }

    @Test
    void anotherValueForAKnownVintageIsAConflictAndSaysHowToMendIt() {
        assertThat(ofLine(4, OUTCOME, RULE)).containsExactly("quarantined VINTAGE_CONFLICT");
        assertThat(ofLine(4, MESSAGE))
                .singleElement()
                .asString()
                .contains("2024-01-01", "200", "from the lake", "a revision needs its own published_at");
        assertThat(ofLine(10, MESSAGE)).singleElement().asString().contains("known as 6.0, from a.csv:9");
    }

    @Test
    void aVintageThatComesInLateIsAcceptedAtItsPlace() {
        assertThat(ofLine(6, OBS_VALUE, OUTCOME)).containsExactly("401 accepted");
    }

    @Test
    void aRowThatStandsTwiceIsAcceptedOnce() {
        assertThat(ofLine(7, OUTCOME)).containsExactly("accepted");
        assertThat(ofLine(8, OUTCOME)).containsExactly("unchanged");
    }

    @Test
    void ofTwoValuesForOneVintageTheFirstIsAcceptedAndTheOtherAConflict() {
        assertThat(ofLine(9, OUTCOME)).containsExactly("accepted");
        assertThat(ofLine(10, OUTCOME)).containsExactly("quarantined");
    }

    @Test
    void aRowThatIsNoObservationKeepsItsReason() {
        assertThat(ofLine(13, OUTCOME, RULE, MESSAGE)).containsExactly("quarantined NOT_A_NUMBER letters");
    }
}
