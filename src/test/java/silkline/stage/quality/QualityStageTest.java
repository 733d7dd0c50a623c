package silkline.stage.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.ingest.DecisionStage.ACCEPTED;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RAW;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.quality.Example;
import silkline.quality.Expectations;
import silkline.quality.Rule;
import silkline.quality.RuleResult;
import silkline.quality.Severity;
import silkline.quality.Tally;
import silkline.stage.SeriesColumns;
import silkline.stage.ingest.DecisionStage;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class QualityStageTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X", "SPECA");
    private static final Map<String, Expectations> EXPECTED = Map.of(
            "sample",
            new Expectations(
                    Map.of(Rule.RANGE, Severity.QUARANTINE), Map.of(), List.of(), Expectations.DEFAULT.coverage()));

    private Dataset<Row> decided;
    private Tally tally;
    private List<RuleResult> results;

    @BeforeAll
    void judge(SparkSession spark) {
        Observed known = Observed.of(
                spark,
                "KAZ X UZB 2015 100",
                "KAZ X UZB 2016 110",
                "KAZ X UZB 2017 120",
                "KAZ X UZB 2018 130",
                // Newer by its date, but only known to be published by then: it gives way.
                "KAZ X UZB 2018 130000 published=../2026-01-01",
                "RUS X UZB 2018 -5 dataset=other");
        Observed read = Observed.of(
                spark,
                "KAZ X UZB 2019 140000", // in thousands, after four known years that are not
                "KAZ X UZB 2020 150",
                "KAZ X TJK 2018 -7", // set aside
                "KAZ X TJK 2019 7",
                "KAZ M CHN 2020 60",
                "KAZ M TUR 2020 50",
                "KAZ M SPECA 2020 900", // an aggregate is no partner
                "KAZ M WLD 2020 100", // less than its partners
                "KAZ M CHN 2021 60",
                "KAZ M WLD 2021 100",
                "KAZ M CHN 2022 60",
                "KAZ M _X 2022 10",
                "KAZ M WLD 2022 100", // partners and a rest fall short of it
                "KAZ M WLD 2021-Q1 30",
                "KAZ M WLD 2021-Q2 30",
                "KAZ M WLD 2021-Q3 30",
                "KAZ M WLD 2021-Q4 30", // 120, but the year is 100
                "KAZ M WLD 2022-Q1 40", // one quarter of four: no more than the year
                "KAZ T CHN 2021 90",
                "KAZ X CHN 2021 30");
        decided = decided(read).persist();
        Dataset<Row> series = SeriesColumns.withDimensions(read.series());
        SumStage sums = SumStage.of(SumStage.profile(series).collectAsList(), AGGREGATES);
        tally = new Tally(EXPECTED);
        QualityStage.tallies(decided, series, known.observations(), known.series(), EXPECTED, sums)
                .collectAsList()
                .forEach(tally::add);
        results = tally.results(LocalDate.of(2026, 1, 1));
    }

    /** As after the decision: every row accepted, in a file of its own line. */
    private static Dataset<Row> decided(Observed read) {
        return read.observations()
                .join(read.series(), SERIES_KEY)
                .withColumn(FILE, lit("a.csv"))
                .withColumn(LINE, hash(col(SERIES_KEY), col(TIME_PERIOD)).cast("bigint"))
                .withColumn(RULE, lit(null).cast("string"))
                .withColumn(MESSAGE, lit(null).cast("string"))
                .withColumn(RAW, lit(null).cast("string"))
                .withColumn(DecisionStage.IS_REPEATED, lit(false))
                .withColumn(OUTCOME, lit(ACCEPTED));
    }

    private RuleResult result(Rule rule) {
        return results.stream().filter(r -> r.rule() == rule).findFirst().orElseThrow();
    }

    private List<String> breaks(Rule rule) {
        return result(rule).examples().stream().map(Example::text).toList();
    }

    @Test
    void newRowsAreJudgedTogetherWithWhatTheLakeHolds() {
        assertThat(result(Rule.UNIT_JUMP).examples()).anySatisfy(example -> {
            assertThat(example.text()).contains(".X.UZB.", "2019 is 140000", "the 130 of 2018", "(10^3)");
            assertThat(example.place()).startsWith("a.csv:");
        });
    }

    @Test
    void rowsOfOtherDatasetsAreNotJudged() {
        assertThat(breaks(Rule.RANGE)).singleElement().asString().contains(".X.TJK.", "2018 is -7");
    }

    @Test
    void partnersExceedTheirWorldOrWithARestFallShort() {
        assertThat(result(Rule.SUM_OF_PARTNERS).checked()).isEqualTo(3);
        assertThat(breaks(Rule.SUM_OF_PARTNERS))
                .satisfiesExactly(
                        text -> assertThat(text).endsWith(": 2022 is 100, but its 2 partners add up to 70"),
                        text -> assertThat(text).endsWith(": 2020 is 100, but its 2 partners add up to 110"));
    }

    @Test
    void allQuartersAreTheYearAndSomeAreNoMore() {
        assertThat(result(Rule.SUM_OF_PERIODS).checked()).isEqualTo(2);
        assertThat(breaks(Rule.SUM_OF_PERIODS))
                .singleElement()
                .asString()
                .endsWith(": 2021 is 100, but its 4 periods of Q add up to 120");
    }

    @Test
    void exportsAndImportsAreTheTurnover() {
        assertThat(breaks(Rule.SUM_OF_FLOWS)).isEmpty();
        assertThat(result(Rule.SUM_OF_FLOWS).checked()).isEqualTo(1);
        assertThat(result(Rule.SUM_OF_PRODUCTS).status()).isEqualTo(RuleResult.Status.SKIPPED);
    }

    @Test
    void markedValuesAreSetAsideAndNoOthers() {
        List<Row> rows = QualityStage.setAside(decided, tally.marks()).collectAsList();
        assertThat(rows).hasSize((int) decided.count());
        assertThat(Rows.lines(
                        rows.stream()
                                .filter(row -> !row.<String>getAs(OUTCOME).equals(ACCEPTED))
                                .toList(),
                        TIME_PERIOD,
                        OBS_VALUE,
                        OUTCOME,
                        RULE))
                .containsExactly("2018 -7 quarantined RANGE");
        assertThat(rows).allSatisfy(row -> assertThat(row.schema()).isEqualTo(decided.schema()));
    }

    @Test
    void sumsThatADatasetCannotHaveAreNotPlanned(SparkSession spark) {
        Observed read = Observed.of(spark, "KAZ X UZB 2019 1");
        Dataset<Row> series = SeriesColumns.withDimensions(read.series());
        SumStage sums = SumStage.of(SumStage.profile(series).collectAsList(), AGGREGATES);
        assertThat(sums.tallies(decided(read), series, EXPECTED)
                        .queryExecution()
                        .toString())
                .doesNotContain("Aggregate", "Join");
    }

    @Test
    void aRowThatStandsTwiceIsAddedOnce(SparkSession spark) {
        Observed read = Observed.of(spark, "KAZ M CHN 2022 60", "KAZ M WLD 2022 100");
        Dataset<Row> series = SeriesColumns.withDimensions(read.series());
        SumStage sums = SumStage.of(SumStage.profile(series).collectAsList(), AGGREGATES);
        Dataset<Row> once = decided(read);
        Dataset<Row> twice = once.unionAll(once.withColumn(DecisionStage.IS_REPEATED, lit(true)));
        Tally all = new Tally(EXPECTED);
        sums.tallies(twice, series, EXPECTED).collectAsList().forEach(all::add);
        assertThat(all.results(LocalDate.of(2026, 1, 1)))
                .filteredOn(one -> one.rule() == Rule.SUM_OF_PARTNERS)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.checked()).isEqualTo(1);
                    assertThat(one.broken()).isZero();
                });
    }
}
