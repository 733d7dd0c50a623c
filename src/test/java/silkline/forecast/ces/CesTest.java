package silkline.forecast.ces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;
import silkline.forecast.Forecasts;
import silkline.forecast.Reference;

class CesTest implements ForecasterContract {
    static List<Reference> others() {
        return Reference.rows("theta-ces.csv").stream()
                .filter(row -> row.text("model").equals("ces"))
                .toList();
    }

    @Override
    public Forecaster model() {
        return new Ces();
    }

    /** Within 5 % of statsforecast 2.1.1. */
    @ParameterizedTest
    @MethodSource("others")
    void forecastsAsAnotherImplementation(Reference other) {
        double[] means = Forecasts.means(other.series().forecast(new Ces(), 24));
        assertThat(Reference.distance(means, other.numbers("mean"))).isLessThan(0.05);
    }
}
