package silkline.stage.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.table.gold.SeasonalTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class SeasonalStageTest {
    private Dataset<Row> seasonal;

    @BeforeAll
    void compute(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        double[] season = {0.7, 0.8, 1, 1.1, 1, 0.9, 1, 1.2, 1.1, 1, 0.9, 1.3};
        for (int month = 0; month < 60; month++) {
            double wobble = 1 + 0.01 * Math.sin(5 * month);
            String value = month == 30 ? "-" : "%.6f".formatted((200 + month) * season[month % 12] * wobble);
            lines.add("KAZ X WLD %d-%02d %s".formatted(2015 + month / 12, month % 12 + 1, value));
        }
        lines.add("UZB X WLD 2020-01 5");
        lines.add("UZB X WLD 2020 5");
        lines.add("KAZ _Z _Z 2020-01 400 indicator=fx_rate");
        Observed observed = Observed.of(spark, lines.toArray(String[]::new));
        seasonal = SeasonalStage.seasonal(observed.observations(), observed.series(), RUN)
                .cache();
    }

    @Test
    void bothMethodsTakeTheSeasonOutAndNothingElse() {
        List<Row> rows =
                seasonal.where("reason is null and adjusted is not null").collectAsList();
        assertThat(rows).hasSize(2 * 59).allSatisfy(row -> {
            int year = Integer.parseInt(row.<String>getAs(TIME_PERIOD).substring(0, 4));
            int month = Integer.parseInt(row.<String>getAs(TIME_PERIOD).substring(5));
            double trend = 200 + (year - 2015) * 12 + month - 1;
            assertThat(row.<Double>getAs(SeasonalTable.ADJUSTED) / trend).isCloseTo(1, within(0.05));
            assertThat(row.<Double>getAs(SeasonalTable.SEASONALITY_P_VALUE)).isLessThan(0.01);
            assertThat(row.<String>getAs(SeasonalTable.ADJUSTED_SERIES_ID)).contains(".V.S.customs.");
        });
    }

    @Test
    void aMissingMonthStaysMissingAndAShortSeriesSaysSo() {
        assertThat(Rows.lines(
                        seasonal.where("time_period = '2017-07'"),
                        SeasonalTable.METHOD,
                        OBS_VALUE,
                        SeasonalTable.ADJUSTED))
                .containsExactly("tramo-seats - -", "x13 - -");
        assertThat(Rows.lines(
                        seasonal.where("reason is not null"),
                        SeasonalTable.METHOD,
                        TIME_PERIOD,
                        SeasonalTable.SPECIFICATION,
                        SeasonalTable.MODEL,
                        REASON))
                .containsExactly("tramo-seats 2020-01 RSA3 - TOO_SHORT", "x13 2020-01 RSA3 - TOO_SHORT");
    }
}
