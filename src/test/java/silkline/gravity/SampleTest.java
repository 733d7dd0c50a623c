package silkline.gravity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silkline.gravity.Sample.Flow;
import silkline.gravity.Sample.Reason;

class SampleTest {
    private static Flow flow(String exporter, String importer, double value) {
        return new Flow(exporter, importer, value, 1000);
    }

    /** D buys from one alone; without it C sells to one alone, and without C nobody else sells to B. */
    @Test
    void whoIsAloneIsLeftOutUntilNobodyIs() {
        Flow aToX = flow("A", "X", 1);
        Flow aToY = flow("A", "Y", 2);
        Flow bToX = flow("B", "X", 3);
        Flow bToY = flow("B", "Y", 4);
        Flow cToX = flow("C", "X", 5);
        Flow cToD = flow("C", "D", 6);
        Sample sample = Sample.of(List.of(aToX, aToY, bToX, bToY, cToX, cToD));
        assertThat(sample.kept()).containsExactly(aToX, aToY, bToX, bToY);
        assertThat(sample.dropped())
                .containsEntry(cToD, Reason.IMPORTER_ALONE)
                .containsEntry(cToX, Reason.EXPORTER_ALONE)
                .hasSize(2);
        assertThat(sample.exporters()).containsExactly("A", "B");
        assertThat(sample.importers()).containsExactly("X", "Y");
    }

    @Test
    void aZeroIsKeptButIsNoPartner() {
        Flow zero = flow("B", "Z", 0);
        Sample sample = Sample.of(List.of(
                flow("A", "X", 1), flow("A", "Y", 1), flow("B", "X", 1), flow("B", "Y", 0), flow("B", "Z", 1), zero));
        assertThat(sample.kept()).isEmpty();
        Sample kept = Sample.of(List.of(
                flow("A", "X", 1),
                flow("A", "Y", 1),
                flow("B", "X", 1),
                flow("B", "Y", 1),
                flow("C", "X", 0),
                flow("C", "Y", 0)));
        assertThat(kept.dropped()).containsEntry(flow("C", "X", 0), Reason.EXPORTER_ALONE);
        assertThat(kept.kept()).hasSize(4);
    }

    @Test
    void withoutADistanceNothingIsSaid() {
        Flow unknown = new Flow("A", "X", 1, Double.NaN);
        assertThat(Sample.of(List.of(unknown)).dropped()).containsEntry(unknown, Reason.DISTANCE_MISSING);
    }
}
