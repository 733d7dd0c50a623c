package silkline.stage.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.Observed.RUN;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class ConversionStageTest {
    private static final Set<String> CURRENCIES = Set.of("USD", "KZT", "TJS");
    private static final String[] COLUMNS = {
        "time_period", "unit_measure", "obs_value", "rate", "usd_value", "reason", "source_ids"
    };

    @Test
    void anAmountIsDividedByTheAverageRateOfItsVeryPeriod(SparkSession spark) {
        Observed amounts = Observed.of(
                spark,
                "KAZ X WLD 2022 1000 unit=KZT",
                "KAZ X WLD 2023 2000 unit=KZT", // no rate of the year
                "KAZ X WLD 2022-Q1 300 unit=KZT", // nor of the quarter
                "KAZ X WLD 2021 - unit=KZT status=M",
                "TJK X WLD 2022 7 unit=TJS", // nor of the currency
                "KAZ M WLD 2022 9 unit=USD",
                "KAZ X KGZ 2022 5 unit=PCT");
        Observed rates = Observed.of(
                spark,
                "KAZ _Z USA 2022 460 unit=KZT dataset=rates",
                "KAZ _Z USA 2022 470 unit=KZT dataset=rates-of-others",
                "KAZ _Z USA 2021 426 unit=KZT dataset=rates",
                "KAZ _Z USA 2022-03 500 unit=KZT dataset=rates",
                "KAZ _Z RUS 2023 5 unit=KZT dataset=rates"); // no rate to the dollar
        assertThat(Rows.lines(convert(amounts, rates), COLUMNS))
                .containsExactlyInAnyOrder(
                        "2022 KZT 1000 460 2.17391304 - ArraySeq(sample, rates)", // 1000 / 460
                        "2023 KZT 2000 - - RATE_MISSING ArraySeq(sample)",
                        "2022-Q1 KZT 300 - - RATE_MISSING ArraySeq(sample)",
                        "2021 KZT - 426 - VALUE_MISSING ArraySeq(sample, rates)",
                        "2022 TJS 7 - - RATE_MISSING ArraySeq(sample)");
    }

    private static Dataset<Row> convert(Observed amounts, Observed rates) {
        Dataset<Row> ofRates = rates.series()
                .selectExpr("*", "'fx_rate' AS rate")
                .drop("indicator")
                .withColumnRenamed("rate", "indicator");
        return ConversionStage.conversions(
                amounts.observations().unionByName(rates.observations()),
                amounts.series().unionByName(ofRates),
                CURRENCIES,
                RUN);
    }
}
