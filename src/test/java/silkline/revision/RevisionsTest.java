package silkline.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static Revisions of(double... firstAndLater) {
        Revisions revisions = new Revisions();
        for (int i = 0; i < firstAndLater.length; i += 2) {
            revisions.add(firstAndLater[i], firstAndLater[i + 1]);
        }
        return revisions;
    }

    /** By hand: revisions 2, -1, 4, -1; later values 12, 9, -2, 4; the third crosses zero, from -6 to -2 it does not. */
    @Test
    void figuresAreThoseWorkedByHand() {
        RevisionSums sums =
                of(10, 12, 10, 9, -6, -2, 5, 4, Double.NaN, 7, 7, Double.NaN).sums();
        assertThat(sums.periods()).isEqualTo(4);
        assertThat(sums.mean()).isCloseTo(1, EXACT);
        assertThat(sums.meanAbsolute()).isCloseTo(2, EXACT);
        assertThat(sums.relativeMeanAbsolute()).isCloseTo(8.0 / 27, EXACT);
        assertThat(sums.rootMeanSquare()).isCloseTo(Math.sqrt(22.0 / 4), EXACT);
        assertThat(sums.standardDeviation()).isCloseTo(Math.sqrt(6), EXACT); // (1 + 4 + 9 + 4) / 3
        assertThat(sums.smallest()).isCloseTo(-1, EXACT);
        assertThat(sums.largest()).isCloseTo(4, EXACT);
        assertThat(sums.positiveShare()).isCloseTo(0.5, EXACT);
        assertThat(sums.signChangeShare()).isCloseTo(0, EXACT);
        assertThat(of(-0.01, 0.02, 0.01, 0.02).sums().signChangeShare()).isCloseTo(0.5, EXACT);
    }

    @Test
    void oneRevisionHasNoDeviationAndNoneHasNoMean() {
        assertThat(of(1, 2).sums().standardDeviation()).isNaN();
        assertThat(new Revisions().sums().mean()).isNaN();
        assertThat(of(1, 0).sums().relativeMeanAbsolute()).isNaN();
    }

    /**
     * By hand: 1 and 3 in turn, ten times; mean 2, deviations -1 and 1; variance 1, first autocovariance -9/10,
     * second 8/10; floor(4 (10/100)^(2/9)) = 2 lags with weights 2/3 and 1/3: 1 - 2 * 2/3 * 0.9 + 2 * 1/3 * 0.8 = 1/3;
     * t = 2 / sqrt(1/30).
     */
    @Test
    void theBiasTestAllowsForNeighboursThatAreAlike() {
        Revisions revisions = new Revisions();
        for (int i = 0; i < 10; i++) {
            revisions.add(0, i % 2 == 0 ? 1 : 3);
        }
        assertThat(revisions.tStatistic()).isCloseTo(2 * Math.sqrt(30), EXACT);
        assertThat(revisions.pValue()).isBetween(0.0, 1e-5);
    }

    @Test
    void fewOrEqualRevisionsAreNotTested() {
        Revisions equal = new Revisions();
        Revisions few = new Revisions();
        for (int i = 0; i < 12; i++) {
            equal.add(i, i + 0.1);
            if (i < 9) {
                few.add(0, i);
            }
        }
        assertThat(equal.tStatistic()).isNaN();
        assertThat(equal.pValue()).isNaN();
        assertThat(few.tStatistic()).isNaN();
    }

    /** The two-sided critical values of every table of the t distribution, to their three digits. */
    @ParameterizedTest
    @CsvSource({
        "12.706, 1, 0.05",
        "4.303, 2, 0.05",
        "3.182, 3, 0.05",
        "2.776, 4, 0.05",
        "2.262, 9, 0.05",
        "3.250, 9, 0.01",
        "2.228, 10, 0.05",
        "1.812, 10, 0.10",
        "2.042, 30, 0.05",
        "1.984, 100, 0.05"
    })
    void chancesAreThoseOfTheTables(double t, int degrees, double probability) {
        assertThat(StudentT.twoSided(t, degrees)).isCloseTo(probability, within(2e-4));
        assertThat(StudentT.twoSided(-t, degrees)).isCloseTo(StudentT.twoSided(t, degrees), EXACT);
        assertThat(StudentT.twoSided(0, degrees)).isCloseTo(1, EXACT);
    }
}
