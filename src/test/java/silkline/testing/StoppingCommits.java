package silkline.testing;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import silkline.table.LocalCommits;

/** As the program commits, but stops before a certain commit where a test asks for it. */
public final class StoppingCommits extends LocalCommits {
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

    /** What is thrown in place of a killed process. */
    public static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    public StoppingCommits(Configuration hadoop) {
        super(hadoop);
    }

    /** Lets that many commits through and no other, until {@link #never}. */
    public static void after(int commits) {
        LEFT.set(commits);
    }

    public static void never() {
        LEFT.set(Integer.MAX_VALUE);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (!overwrite && LEFT.getAndUpdate(left -> Math.max(left - 1, 0)) == 0) {
            throw new Stopped();
        }
        super.write(path, actions, overwrite, hadoop);
    }
}
