package silkline.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Steps of a run at the same time. */
public final class SideBySide {
    private static final int AT_ONCE = 3;

    private SideBySide() {}

    /**
     * Runs steps that do not need each other side by side: on small data most of a step is waiting and planning.
     * The first failure is thrown when all have ended.
     */
    public static void run(Runnable... steps) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable step : steps) {
                running.add(threads.submit(step));
            }
            awaitAll(running);
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitAll(List<Future<?>> running) {
        RuntimeException first = null;
        for (Future<?> step : running) {
            try {
                step.get();
            } catch (ExecutionException failed) {
                RuntimeException failure = failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
                first = first == null ? failure : first;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
