package silkline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import silkline.UserError;
import silkline.table.TableSpec;
import silkline.table.Tables;

/** Prints what the tables hold. */
@Command(
        name = "tables",
        description = "Print every table, or those of one layer or name, with their columns and comments.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  silkline tables gold.growth"})
final class TablesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "", description = "silver, gold, or gold.growth.")
    private String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long shown = Tables.all().stream()
                .filter(this::isWanted)
                .peek(t -> print(t, out))
                .count();
        if (shown == 0) {
            throw UserError.usage("No table is called '%s'. 'silkline tables' prints all.".formatted(name));
        }
        out.flush();
        return ExitCodes.DONE;
    }

    private boolean isWanted(TableSpec table) {
        return name.isEmpty() || table.layer().equals(name) || table.toString().equals(name);
    }

    private static void print(TableSpec table, PrintWriter out) {
        out.printf("%s: %s%n", table, table.meaning());
        out.printf("  key: %s; written by 'silkline %s'%n", String.join(", ", table.key()), table.madeBy());
        for (StructField field : table.fields()) {
            out.printf(
                    "  %-22s %-10s %s%n",
                    field.name(),
                    field.dataType().simpleString().replaceAll("<struct.*", "<struct>"),
                    field.getComment().get());
        }
        out.println();
    }
}
