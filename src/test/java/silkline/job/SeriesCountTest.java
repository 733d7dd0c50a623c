package silkline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.Observed.RUN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.forecast.ForecastRequest;
import silkline.stage.forecast.ForecastStage;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.SparkTest;

@SparkTest
class SeriesCountTest {
    private static final int SERIES = 20;

    private static final class Told implements Progress {
        private final List<Long> done = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void begin(String step) {}

        @Override
        public void during(String step, long series, long left, String words) {
            assertThat(series + left).isEqualTo(SERIES);
            done.add(series);
        }

        @Override
        public void end(String step, long rows, double seconds, String words) {}
    }

    /** Each series takes a quarter of a second here, so that there is something to tell. */
    @Test
    void theSeriesDoneAreToldWhileOthersAreLeftAndTheResultIsTheSame(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            for (int year = 2015; year < 2025; year++) {
                lines.add("KAZ X WLD %d %d product=HS:%02d".formatted(year, 10 + (year * (i + 3)) % 7, i + 1));
            }
        }
        Observed observed = Observed.of(spark, lines.toArray(String[]::new));
        SeriesCount count = new SeriesCount(spark.sparkContext());
        ForecastStage.Done counter = count.counter();
        ForecastRequest request = ForecastRequest.parse("drift", "", "", ForecastRequest.NONE);
        Dataset<Row> counted = ForecastStage.results(observed.observations(), observed.series(), request, RUN, () -> {
                    counter.series();
                    pause(250);
                })
                .cache();
        Told told = new Told();
        count.during(counted::count, "gold.forecast", SERIES, told);
        assertThat(told.done).isSorted().anyMatch(done -> done > 0 && done < SERIES);
        Frames.assertSameRows(
                ForecastStage.forecasts(
                        ForecastStage.results(observed.observations(), observed.series(), request, RUN)),
                ForecastStage.forecasts(counted));
        counted.unpersist();
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
