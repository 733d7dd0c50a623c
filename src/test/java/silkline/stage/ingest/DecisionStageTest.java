package silkline.stage.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RULE;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.stage.RunContext;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class DecisionStageTest {
    private static final String CELLS = "series_key bigint, time_period string, period_index int, "
            + "published_at date, published_precision string, obs_value double, obs_status string";

    private List<Row> decided;

    @BeforeAll
    void decide(SparkSession spark) {
        Dataset<Row> known = Rows.of(
                spark,
                CELLS + ", is_deleted boolean",
                "1 2021 2021 2024-01-01 day 100 A false",
                "1 2022 2022 2024-01-01 day 200 A false",
                "1 2023 2023 2024-01-01 day - M false",
                "1 2024 2024 2024-01-01 day 400 A false",
                "1 2024 2024 2026-01-01 day 402 A false",
                "4 2021 2021 2023-01-01 day 1 A false",
                "4 2021 2021 2023-06-01 day - M true");
        Dataset<Row> parsed = Rows.of(
                        spark,
                        "file string, line bigint, rule string, message string, " + CELLS,
                        "a.csv 2 - - 1 2021 2021 2025-01-01 day 100 A", // says it again
                        "a.csv 3 - - 1 2022 2022 2025-01-01 day 201 A", // revises it
                        "a.csv 4 - - 1 2022 2022 2024-01-01 day 202 A", // contradicts it
                        "a.csv 5 - - 1 2023 2023 2025-01-01 day - M", // still missing
                        "a.csv 6 - - 1 2024 2024 2025-01-01 day 401 A", // published between two known vintages
                        "a.csv 7 - - 2 2021 2021 2025-01-01 day 5 A", // a new series
                        "a.csv 8 - - 2 2021 2021 2025-01-01 day 5 A", // the same row twice
                        "a.csv 9 - - 2 2022 2022 2025-01-01 day 6 A",
                        "a.csv 10 - - 2 2022 2022 2025-01-01 day 7 A", // two values for one vintage
                        "a.csv 11 - - 2 2023 2023 2025-01-01 day 8 P",
                        "a.csv 12 - - 2 2023 2023 2026-01-01 day 8 A", // same value, another status
                        "a.csv 13 NOT_A_NUMBER letters - - - - - - -",
                        "a.csv 14 - - 3 2021 2021 2024-01-01 day 1 A",
                        "a.csv 15 - - 3 2021 2021 2024-01-01 day 2 A", // a conflict
                        "a.csv 16 - - 3 2021 2021 2025-01-01 day 2 A", // and a revision to the same value
                        "a.csv 17 - - 3 2021 2021 2025-06-01 by 2 A", // on or before a day: a sequence of its own
                        "a.csv 18 - - 3 2021 2021 2026-01-01 by 2 A",
                        "a.csv 19 - - 6 2021 2021 2025-01-31 month 2 A", // of the month
                        "a.csv 22 - - 6 2021 2021 2025-01-31 day 2 A", // and of its last day
                        "a.csv 20 - - 4 2021 2021 2024-01-01 day 1 A", // comes back after it was deleted
                        "a.csv 21 - - 5 2021 2021 2027-01-01 day 1 A",
                        "a.csv 23 - - 1 2021 2021 2026-06-01 day - M", // withdrawn by the source
                        "a.csv 24 - - 1 2021 2021 2026-07-01 day - M") // which it says again
                .withColumn("is_deleted", col(LINE).isin(23, 24));
        RunContext run = new RunContext("run", Observed.RUN.startedAt(), "2026-12-31");
        decided = DecisionStage.decide(parsed, known, run).collectAsList();
    }

    @Test
    void whereNothingIsKnownFewComparisonsDecideTheSame(SparkSession spark) {
        Dataset<Row> parsed = Rows.of(
                        spark,
                        "file string, line bigint, rule string, message string, " + CELLS,
                        "a.csv 2 - - 1 2021 2021 2025-01-01 day 1 A", // alone
                        "a.csv 3 - - 1 2022 2022 2025-01-01 day 2 A",
                        "a.csv 4 - - 1 2022 2022 2025-01-01 day 2 A", // twice
                        "a.csv 5 - - 1 2023 2023 2025-01-01 day 3 A",
                        "a.csv 6 - - 1 2023 2023 2025-01-01 day 4 A", // a conflict
                        "b.csv 6 - - 1 2023 2023 2026-01-01 day 4 A", // a revision
                        "b.csv 7 - - 1 2024 2024 2027-01-01 day 5 A", // later than the run looks
                        "b.csv 8 NOT_A_NUMBER letters - - - - - - -",
                        "b.csv 9 - - 2 2024 2024 2025-01-01 day - M") // withdrawn before it was known
                .withColumn("is_deleted", col(LINE).equalTo(9))
                .withColumn(DecisionStage.ROW, monotonically_increasing_id());
        RunContext run = new RunContext("run", Observed.RUN.startedAt(), "2026-12-31");
        Dataset<Row> none = Rows.of(spark, CELLS).withColumn("is_deleted", lit(false));
        List<Row> shared = FirstDecision.shared(parsed, run).collectAsList();
        Dataset<Row> ofShared = FirstDecision.ofShared(parsed, shared, none, run);
        Dataset<Row> first = FirstDecision.decide(parsed, ofShared.collectAsList(), ofShared.schema(), run);
        String[] columns = {"file", LINE, OUTCOME, "rule", "message", "is_confirmation", "is_repeated", "is_deleted"};

        assertThat(Rows.lines(first, columns).stream()
                        .map(line -> line.replaceAll("( -| false)+$", ""))
                        .toList())
                .isEqualTo(Rows.lines(DecisionStage.decide(parsed, none, run), columns).stream()
                        .map(line -> line.replaceAll("( -| false)+$", ""))
                        .toList());
        assertThat(ofShared.count()).isEqualTo(5);
        assertThat(FirstDecision.isTooMany(shared)).isFalse();
    }

    private List<String> ofLine(long line, String... columns) {
        return Rows.lines(
                decided.stream().filter(row -> row.<Long>getAs(LINE) == line).toList(), columns);
    }

    @Test
    void everyRowHasOneOutcome() {
        assertThat(Rows.lines(decided, LINE)).hasSize(23).doesNotHaveDuplicates();
        assertThat(decided)
                .allSatisfy(row -> assertThat(row.<String>getAs(OUTCOME)).isNotNull());
    }

    @Test
    void aLaterVintageWithTheSameValueIsUnchanged() {
        assertThat(ofLine(2, TIME_PERIOD, OUTCOME)).containsExactly("2021 unchanged");
        assertThat(ofLine(5, TIME_PERIOD, OUTCOME)).containsExactly("2023 unchanged");
    }

    @Test
    void whatTheSourceWithdrawsIsAcceptedAsDeletedOnce() {
        assertThat(ofLine(23, OUTCOME, "is_deleted")).containsExactly("accepted true");
        assertThat(ofLine(24, OUTCOME, "is_confirmation")).containsExactly("unchanged true");
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
                .contains("2024-01-01", "200", "a revision needs its own published_at");
        assertThat(ofLine(10, MESSAGE)).singleElement().asString().contains("known as 6.0;");
    }

    @Test
    void aVintageThatComesInLateIsAcceptedAtItsPlace() {
        assertThat(ofLine(6, OBS_VALUE, OUTCOME)).containsExactly("401 accepted");
    }

    @Test
    void aRowThatStandsTwiceIsAcceptedOnce() {
        assertThat(ofLine(7, OUTCOME)).containsExactly("accepted");
        assertThat(ofLine(8, OUTCOME)).containsExactly("unchanged");
        assertThat(ofLine(7, "is_repeated")).containsExactly("false");
        assertThat(ofLine(8, "is_repeated")).containsExactly("true");
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

    @Test
    void aConflictIsNoVintageThatALaterRowCouldRepeat() {
        assertThat(ofLine(15, OUTCOME)).containsExactly("quarantined");
        assertThat(ofLine(16, OUTCOME)).containsExactly("accepted");
    }

    @Test
    void datedVintagesAndThoseOnOrBeforeADayRepeatOnlyTheirOwn() {
        assertThat(ofLine(17, OUTCOME)).containsExactly("accepted");
        assertThat(ofLine(18, OUTCOME)).containsExactly("unchanged");
    }

    @Test
    void aLessPreciseDateIsAVintageOfItsOwnBeforeTheMorePreciseOne() {
        assertThat(ofLine(19, OUTCOME)).containsExactly("accepted");
        assertThat(ofLine(22, OUTCOME, DecisionStage.IS_CONFIRMATION)).containsExactly("unchanged true");
    }

    @Test
    void whatComesBackAfterItWasDeletedIsAccepted() {
        assertThat(ofLine(20, OUTCOME)).containsExactly("accepted");
    }

    @Test
    void whatWasPublishedAfterTheDateOfTheRunIsNotRead() {
        assertThat(ofLine(21, OUTCOME)).containsExactly("later");
    }

    @Test
    void onlyARepetitionByAnotherVintageConfirms() {
        assertThat(ofLine(2, DecisionStage.IS_CONFIRMATION)).containsExactly("true");
        assertThat(ofLine(8, DecisionStage.IS_CONFIRMATION)).containsExactly("false");
    }
}
