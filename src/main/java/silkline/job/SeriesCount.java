package silkline.job;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.collection.Iterable;
import silkline.stage.forecast.ForecastStage;

/** How many series the executors are done with, told while they work: tasks say it in every heartbeat and at their end. */
final class SeriesCount extends SparkListener {
    private static final String SERIES = "series";

    private final SparkContext spark;
    private final LongAccumulator done;
    /** Of running tasks as of their last heartbeat. */
    private final Map<Long, Long> doneByTask = new ConcurrentHashMap<>();

    SeriesCount(SparkContext spark) {
        this.spark = spark;
        this.done = spark.longAccumulator(SERIES);
    }

    /** What executors call for each series. */
    ForecastStage.Done counter() {
        return counter(done);
    }

    /** Of the accumulator alone, since the listener cannot travel. */
    private static ForecastStage.Done counter(LongAccumulator done) {
        return () -> done.add(1);
    }

    /** Does the work, and says every second how many of {@code all} series are done. */
    void during(Runnable work, String step, long all, Progress progress) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        spark.addSparkListener(this);
        Future<?> telling = clock.scheduleAtFixedRate(() -> tell(step, all, progress), 1, 1, TimeUnit.SECONDS);
        try {
            work.run();
        } finally {
            telling.cancel(false);
            clock.shutdown();
            spark.removeSparkListener(this);
        }
    }

    private void tell(String step, long all, Progress progress) {
        // A task that is done again counts its series again.
        long seen = Math.min(
                all, doneByTask.values().stream().mapToLong(Long::longValue).sum());
        progress.during(step, seen, all - seen, SERIES);
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
        asJava(heartbeat.accumUpdates()).forEach(task -> note((Long) task._1(), task._4()));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            note(end.taskInfo().taskId(), end.taskInfo().accumulables());
        } else {
            doneByTask.remove(end.taskInfo().taskId());
        }
    }

    /** The largest counts: a heartbeat may be told of after the end of its task. */
    private void note(long task, Iterable<AccumulableInfo> values) {
        for (AccumulableInfo value : asJava(values)) {
            if (value.id() == done.id() && value.update().isDefined()) {
                doneByTask.merge(task, (Long) value.update().get(), Math::max);
            }
        }
    }
}
