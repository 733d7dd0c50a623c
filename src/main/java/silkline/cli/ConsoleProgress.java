package silkline.cli;

import java.io.PrintWriter;
import silkline.job.Progress;

/** Progress on stderr, a line per step; Spark's own bar shows how far a long one is. */
final class ConsoleProgress implements Progress {
    private final PrintWriter err;
    private final boolean isTerminal;

    /** From Java 22 on a console need not be a terminal; then lines that should be overwritten stay. */
    @SuppressWarnings("SystemConsoleNull")
    ConsoleProgress(PrintWriter err) {
        this.err = err;
        this.isTerminal = System.console() != null;
    }

    @Override
    public synchronized void begin(String step) {
        if (isTerminal) {
            err.printf("  %-28s ...\r", step);
            err.flush();
        }
    }

    @Override
    public synchronized void end(String step, long rows, double seconds, String words) {
        err.printf("  %-28s %,10d %-5s %6.1f s%n", step, rows, words, seconds);
        err.flush();
    }
}
