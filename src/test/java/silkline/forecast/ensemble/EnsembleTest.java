package silkline.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;

class EnsembleTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Ensemble();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12})
    void weightsSumToOne(int season) {
        assertThat(Member.of(season).stream().mapToDouble(Member::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aValueThatRunsAwayDoesNotCount() {
        TrimmedMean mean = new TrimmedMean(5);
        for (double value : new double[] {3, 1, 1e9, 2, 4}) {
            mean.add(value, 0.2);
        }
        // 0.05 of 1, 0.2 of each of 2, 3, 4, 0.05 of 1e9.
        assertThat(mean.take()).isCloseTo((0.05 + 0.4 + 0.6 + 0.8 + 0.05e9) / 0.7, within(1.0));
    }

    @Test
    void oneValueIsItsOwnMean() {
        TrimmedMean mean = new TrimmedMean(1);
        mean.add(7, 0.3);
        assertThat(mean.take()).isCloseTo(7, within(1e-12));
    }
}
