package silkline.stage.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.gravity.Sample;
import silkline.gravity.Sample.Flow;
import silkline.series.Place;
import silkline.table.gold.GravityTable;
import silkline.table.gold.MirrorTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class GravityStageTest {
    /** Exporter, importer, value, kilometres; and what Python's statsmodels 0.15.0 expects (GLM, Poisson, to 1e-14). */
    private static final String[] FLOWS = {
        "KAZ UZB 120 500 121.76045645442989",
        "KAZ CHN 480 3000 370.3343862458423",
        "KAZ TUR 60 2500 167.90515729971864",
        "UZB KAZ 90 500 89.18743123664404",
        "UZB CHN 150 3300 158.56708631008902",
        "UZB TUR 80 2700 72.2454824532634",
        "CHN KAZ 700 3000 757.407899111367",
        "CHN UZB 400 3300 442.74274064159727",
        "CHN TUR 900 6000 799.8493602470055",
        "TUR KAZ 100 2500 43.40466965197379",
        "TUR UZB 70 2700 25.49680290396293",
        "TUR CHN 0 6000 101.09852744406076"
    };

    private static final double ELASTICITY = -0.2669935242927153;

    /** Scaled, so that the unit of the values is seen not to matter. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e6})
    void theEquationIsThatOfAnIndependentProgram(double scale, SparkSession spark) {
        List<Flow> flows = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (String line : FLOWS) {
            String[] cells = line.split(" ", -1);
            double value = Double.parseDouble(cells[2]) * scale;
            flows.add(new Flow(cells[0], cells[1], value, Double.parseDouble(cells[3])));
            expected.add(Double.parseDouble(cells[4]) * scale);
        }
        GravityModel model = GravityModel.fit(spark, Sample.of(flows));
        assertThat(model.elasticity()).isCloseTo(ELASTICITY, within(1e-6));
        for (int i = 0; i < FLOWS.length; i++) {
            assertThat(model.expected(flows.get(i))).as(FLOWS[i]).isCloseTo(expected.get(i), within(1e-4 * scale));
        }
    }

    /** With constants of exporters and importers the expected exports of each add up to the actual ones. */
    @Test
    void theNewestYearWithEnoughExportersIsTaken(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        String[] areas = {"KAZ", "UZB", "CHN", "TUR", "KGZ"};
        for (int from = 0; from < areas.length; from++) {
            for (int to = 0; to < areas.length; to++) {
                if (from != to) {
                    lines.add("%s X %s 2020 %d".formatted(areas[from], areas[to], 10 + 7 * from + 3 * to * to));
                    lines.add("%s X %s 2019 1".formatted(areas[from], areas[to]));
                }
            }
        }
        lines.add("KAZ X UZB 2021 5");
        lines.add("KAZ X ITA 2020 50");
        lines.add("KAZ X ZZZ 2020 50");
        lines.add("KAZ X WLD 2020 999");
        Observed observed = Observed.of(spark, lines.toArray(String[]::new));
        Set<String> aggregates = Set.of("WLD");
        List<Row> flows = GravityStage.flows(observed.observations(), observed.series(), aggregates)
                .collectAsList();
        Map<String, Place> capitals = Map.of(
                "KAZ", new Place(51, 71),
                "UZB", new Place(41, 69),
                "CHN", new Place(40, 116),
                "TUR", new Place(40, 33),
                "KGZ", new Place(43, 75),
                "ITA", new Place(42, 12));
        Dataset<Row> gravity = GravityStage.gravity(spark, flows, capitals, observed.series(), aggregates, RUN)
                .cache();
        assertThat(gravity.count()).isEqualTo(22);
        assertThat(Rows.<String>values(gravity.select(TIME_PERIOD).distinct(), TIME_PERIOD))
                .containsExactly("2020");
        assertThat(Rows.lines(gravity.where("reason is not null"), MirrorTable.IMPORTER, VALUE, REASON))
                .containsExactly("ITA 50 IMPORTER_ALONE", "ZZZ 50 DISTANCE_MISSING");
        gravity.where("reason is null")
                .groupBy(MirrorTable.EXPORTER)
                .sum(VALUE, GravityTable.EXPECTED)
                .collectAsList()
                .forEach(row -> assertThat(row.getDouble(2)).isCloseTo(row.getDouble(1), within(1e-3)));
    }
}
