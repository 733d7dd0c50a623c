package silkline.stage.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.AdvantageTable.CLASSIFICATION;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.testing.Observed.RUN;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.table.gold.AdvantageTable;
import silkline.table.gold.ComplexityTable;
import silkline.table.gold.ProximityTable;
import silkline.table.gold.SimilarityTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Worked by hand. */
@SparkTest
class ProductStageTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X");

    private ProductStage stage;

    @BeforeAll
    void compute(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                "KAZ X WLD 2016 80 product=HS:27",
                "KAZ X WLD 2016 20 product=HS:10",
                "UZB X WLD 2016 10 product=HS:27",
                "UZB X WLD 2016 90 product=HS:52",
                "UZB M WLD 2016 50 product=HS:10",
                "UZB M WLD 2016 50 product=HS:27",
                // Other digits, partners and totals are of other matrices.
                "KAZ X WLD 2016 70 product=HS:2709",
                "KAZ X WLD 2016 30 product=HS:1001",
                "UZB X WLD 2016 9 product=HS:520100",
                "KAZ X UZB 2016 15 product=HS:27",
                "KAZ X WLD 2016 111",
                // A published world.
                "KAZ X WLD 2017 80 product=HS:27",
                "KAZ X WLD 2017 20 product=HS:10",
                "WLD X WLD 2017 400 product=HS:27",
                "WLD X WLD 2017 600 product=HS:52",
                // The world alone.
                "WLD X WLD 2018 600 product=HS:52",
                "WLD X WLD 2018 400 product=HS:27");
        Dataset<Row> results = ProductStage.results(observed.observations(), observed.series(), AGGREGATES)
                .cache();
        stage = ProductStage.of(results);
    }

    /** The world of 2016 sells 90, 20 and 90 of 200; Kazakhstan .8 against .45 and .2 against .1. */
    @Test
    void advantageIsAgainstTheWorldOfTheSameDigits() {
        assertThat(Rows.lines(
                        stage.advantages(RUN).where("time_period = '2016' and ref_area = 'KAZ'"),
                        CLASSIFICATION,
                        PRODUCT,
                        VALUE,
                        SHARE_RATIO,
                        AdvantageTable.WORLD_SHARE_RATIO,
                        AdvantageTable.RCA,
                        DENOMINATOR,
                        REASON))
                .containsExactly(
                        "HS/2 HS:10 20 0.2 1 2 sum_of_reporters -",
                        "HS/2 HS:27 80 0.8 0.888888889 1.77777778 sum_of_reporters -",
                        "HS/2 HS:52 - - - - sum_of_reporters NOT_REPORTED",
                        "HS/4 HS:1001 30 0.3 1 1 sum_of_reporters -",
                        "HS/4 HS:2709 70 0.7 1 1 sum_of_reporters -");
        assertThat(Rows.values(stage.advantages(RUN).where("classification = 'HS/6'"), PRODUCT))
                .as("one product alone is no matrix")
                .isEmpty();
        assertThat(Rows.lines(
                        stage.advantages(RUN).where("time_period = '2017'"),
                        REF_AREA,
                        PRODUCT,
                        AdvantageTable.RCA,
                        DENOMINATOR,
                        REASON))
                .containsExactly(
                        "KAZ HS:10 - published_world WORLD_MISSING",
                        "KAZ HS:27 2 published_world -",
                        "KAZ HS:52 - published_world NOT_REPORTED");
    }

    /** Of Uzbekistan: 27 is near 10 in Kazakhstan alone (1); it has neither. */
    @Test
    void densityIsThereForWhatIsNotExportedToo() {
        assertThat(Rows.lines(
                        stage.advantages(RUN).where("time_period = '2016' and classification = 'HS/2'"),
                        REF_AREA,
                        PRODUCT,
                        AdvantageTable.DENSITY))
                .containsExactly(
                        "KAZ HS:10 1", "KAZ HS:27 1", "KAZ HS:52 0", "UZB HS:10 0", "UZB HS:27 0", "UZB HS:52 1");
    }

    @Test
    void theProductSpaceHasEachNearPairOnce() {
        assertThat(Rows.lines(
                        stage.proximities(RUN).where("time_period = '2016' and classification = 'HS/2'"),
                        PRODUCT,
                        ProximityTable.OTHER_PRODUCT,
                        ProximityTable.PROXIMITY,
                        ProximityTable.SHARED_AREAS))
                .as("Kazakhstan alone has both; cotton is Uzbekistan's alone")
                .containsExactly("HS:10 HS:27 1 1");
    }

    @Test
    void theWorldAloneHasNothingToCompare() {
        assertThat(stage.advantages(RUN).where("time_period = '2018'").isEmpty())
                .isTrue();
        assertThat(stage.complexities(RUN).where("time_period = '2018'").isEmpty())
                .isTrue();
        assertThat(stage.proximities(RUN).where("time_period = '2018'").isEmpty())
                .isTrue();
    }

    @Test
    void complexityOfTwoAreasSaysWhyThereIsNone() {
        assertThat(Rows.lines(
                        stage.complexities(RUN).where("time_period = '2016' and classification = 'HS/2'"),
                        ComplexityTable.KIND,
                        ComplexityTable.CODE,
                        ComplexityTable.COMPLEXITY,
                        ComplexityTable.LINKS,
                        ComplexityTable.AREAS_KEPT,
                        REASON))
                .containsExactly(
                        "area KAZ - 2 2 TOO_FEW",
                        "area UZB - 1 2 TOO_FEW",
                        "product HS:10 - 1 2 TOO_FEW",
                        "product HS:27 - 1 2 TOO_FEW",
                        "product HS:52 - 1 2 TOO_FEW");
    }

    /** Shares .2 .8 0 and 0 .1 .9 overlap in .1; what Uzbekistan buys is .5 .5 0: .2 + .5. */
    @Test
    void similarityAndComplementarity() {
        assertThat(Rows.lines(
                        stage.similarities(RUN).where("time_period = '2016' and classification = 'HS/2'"),
                        REF_AREA,
                        COUNTERPART_AREA,
                        SimilarityTable.FINGER_KREININ,
                        SimilarityTable.COMPLEMENTARITY,
                        REASON))
                .containsExactly("KAZ UZB 0.1 0.7 -", "UZB KAZ 0.1 - SIDE_MISSING");
    }
}
