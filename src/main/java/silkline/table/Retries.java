package silkline.table;

import java.util.ConcurrentModificationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Does again what another writer came in between of. */
public final class Retries {
    /** One of those who compete always succeeds, so this is about how many may write at once. */
    private static final int ATTEMPTS = 50;

    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 2000;

    private Retries() {}

    /**
     * The answer of the first call of {@code work} that no other writer disturbs ({@link Lake.Outrun} and Delta's own
     * conflicts are {@link ConcurrentModificationException}); the last conflict is thrown after {@value #ATTEMPTS} calls.
     */
    public static <T> T untilUndisturbed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrentModificationException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                pause(attempt);
            }
        }
    }

    /** The same for work without an answer. */
    static void untilUndisturbed(Runnable work) {
        untilUndisturbed(() -> {
            work.run();
            return null;
        });
    }

    /** Longer each time, and at random, so that those who met do not meet again. */
    private static void pause(int attempt) {
        long longest = Math.min(FIRST_WAIT_MILLIS << Math.min(attempt, 10), LONGEST_WAIT_MILLIS);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while another writer was waited for", stopped);
        }
    }
}
