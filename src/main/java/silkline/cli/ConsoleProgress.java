package silkline.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import silkline.job.Progress;

/**
 * Progress on stderr: a line per step. How far a long one is stands on a line that is renewed on a terminal, and in a log
 * on a line every ten seconds.
 */
final class ConsoleProgress implements Progress {
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
    /** Back to the beginning of a line, and empty. */
    private static final String RENEWED = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isTerminal;
    private final LongSupplier nanoseconds;
    private final Map<String, Long> lastTold = new HashMap<>();

    /** From Java 22 on a console need not be a terminal; then lines that should be overwritten stay. */
    @SuppressWarnings("SystemConsoleNull")
    ConsoleProgress(PrintWriter err) {
        this(err, System.console() != null, System::nanoTime);
    }

    ConsoleProgress(PrintWriter err, boolean isTerminal, LongSupplier nanoseconds) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public synchronized void begin(String step) {
        lastTold.put(step, nanoseconds.getAsLong());
        if (isTerminal) {
            err.printf("%s  %-28s ...\r", RENEWED, step);
            err.flush();
        }
    }

    @Override
    public synchronized void during(String step, long done, long left, String words) {
        if (!lastTold.containsKey(step)) {
            return; // it has ended meanwhile
        }
        long now = nanoseconds.getAsLong();
        if (isTerminal) {
            err.printf("%s  %-28s %,10d %s done, %,d left\r", RENEWED, step, done, words, left);
            err.flush();
        } else if (now - lastTold.get(step) >= BETWEEN_LINES) {
            lastTold.put(step, now);
            err.printf("  %-28s %,10d %s done, %,d left%n", step, done, words, left);
            err.flush();
        }
    }

    @Override
    public synchronized void end(String step, long rows, double seconds, String words) {
        lastTold.remove(step);
        err.printf("%s  %-28s %,10d %-5s %6.1f s%n", isTerminal ? RENEWED : "", step, rows, words, seconds);
        err.flush();
    }
}
