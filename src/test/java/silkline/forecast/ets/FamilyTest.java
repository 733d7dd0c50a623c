package silkline.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.forecast.Magnitude;
import silkline.forecast.Reference;

/** The search finds what R's finds, or better. */
class FamilyTest {
    static List<Reference> fits() {
        return SmoothingTest.fits();
    }

    /**
     * The penalty on restless trends is 6 at most, on a scale of minus twice the log-likelihood, so it may cost 3. Forms
     * without trend have no penalty; they may only lose what the tolerance of the search allows.
     */
    @ParameterizedTest
    @MethodSource("fits")
    void theLikelihoodOfEachFormIsNotBelowThatOfR(Reference fit) {
        double[] history = fit.series().history();
        Magnitude magnitude = Magnitude.of(history);
        Family family = new Family(magnitude.reduced(history), fit.series().season());
        String code = fit.text("error") + fit.text("trend") + fit.text("season");
        Family.Member member = family.members().stream()
                .filter(candidate -> candidate.form().toString().equals(code))
                .findFirst()
                .orElseThrow();
        double unit = history.length * magnitude.exponent() * Math.log(2);
        double likelihood = -member.likelihood() / 2 - unit;
        double allowed = member.form().hasTrend() ? 3.2 : 0.1;
        assertThat(likelihood).isGreaterThan(fit.number("loglik") - allowed);
    }
}
