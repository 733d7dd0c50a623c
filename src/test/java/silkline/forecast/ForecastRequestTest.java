package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.Frequency;

class ForecastRequestTest {
    @Test
    void readsWhatItWrites() {
        ForecastRequest request =
                ForecastRequest.parse("theta, naive,theta", "M=24", "99,90.5,80", ForecastRequest.NONE);
        assertThat(request.modelText()).isEqualTo("theta,naive");
        assertThat(request.horizonText()).isEqualTo("A=6,S=4,Q=8,M=24");
        assertThat(request.levelText()).isEqualTo("50,80,90.5,95,99");
        assertThat(ForecastRequest.parse(
                        request.modelText(), request.horizonText(), request.levelText(), ForecastRequest.NONE))
                .isEqualTo(request);
    }

    @Test
    void theDefaultIsTheCombination() {
        assertThat(ForecastRequest.DEFAULT.models()).containsExactly("auto");
        assertThat(ForecastRequest.DEFAULT.horizons())
                .containsEntry(Frequency.ANNUAL, 6)
                .hasSize(4);
        assertThat(ForecastRequest.DEFAULT.coverages()).containsExactly(0.5, 0.8, 0.95);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prophet | A=6 | 95 | --model: unknown model 'prophet'",
                "''      | A=6 | 95 | --model: no name",
                "auto    | A=0 | 95 | --horizon: 'A=0'",
                "auto    | A=121 | 95 | --horizon: 'A=121'",
                "auto    | W=6 | 95 | --horizon: 'W=6'",
                "auto    | R=6 | 95 | --horizon: 'R=6'",
                "auto    | 12  | 95 | --horizon: '12'",
                "auto    | A=6 | 0  | --level: '0'",
                "auto    | A=6 | 100 | --level: '100'",
                "auto    | A=6 | 0.95x | --level: '0.95x'"
            })
    void refusesWithTheOption(String models, String horizons, String levels, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastRequest.parse(models, horizons, levels, ForecastRequest.NONE))
                .withMessageContaining(message);
    }
}
