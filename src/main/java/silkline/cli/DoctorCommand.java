package silkline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.Tables;

/** Says what the program runs on and what the lake holds. */
@Command(
        name = "doctor",
        description = "Print versions, the Spark session, and the tables of a lake with their rows.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  silkline doctor --lake lake"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lake",
            paramLabel = "DIR|URI",
            defaultValue = "lake",
            description = "Folder of Delta tables (${DEFAULT-VALUE}).")
    private String lake;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SparkSession spark = SparkSessions.open("silkline doctor");
        out.println(Versions.text());
        out.printf(
                "master %s, heap %,d MiB%n",
                spark.sparkContext().master(), Runtime.getRuntime().maxMemory() >> 20);
        Lake tables = Lake.at(spark, lake, "", Lake.Writing.DRY_RUN);
        for (TableSpec table : Tables.all()) {
            String state = tables.has(table)
                    ? "%,d rows".formatted(tables.read(table).count())
                    : "not there; 'silkline %s' makes it".formatted(table.madeBy());
            out.printf("  %-22s %s%n", table, state);
        }
        out.flush();
        return ExitCodes.DONE;
    }
}
