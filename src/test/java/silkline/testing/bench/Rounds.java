package silkline.testing.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import silkline.cli.Main;

/** Runs growth and shares several times in one process, as their commands do, and says how long each took. */
public final class Rounds {
    private Rounds() {}

    /** Arguments: how many rounds, then options of the commands. */
    public static void main(String[] arguments) {
        for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
            for (String command : List.of("growth", "shares")) {
                String[] line = arguments.clone();
                line[0] = command;
                timed(System.err, "silkline", command, round, () -> Main.main(line));
            }
        }
    }

    /** A line of who, what, round, seconds, seconds of processor. */
    static void timed(PrintStream out, String who, String what, int round, Runnable work) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long processor = system.getProcessCpuTime();
        work.run();
        out.printf(
                "TIME %s %s %d %.2f %.2f%n",
                who, what, round, (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - processor) / 1e9);
    }
}
