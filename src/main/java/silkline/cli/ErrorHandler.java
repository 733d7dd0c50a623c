package silkline.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import silkline.UserError;

/** A user's mistake is told in its own words; anything else is a bug and shows its trace. */
final class ErrorHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        int code = ExitCodes.BUG;
        if (failure instanceof UserError error) {
            code = ExitCodes.of(error);
            error.getMessage().lines().forEach(message -> err.println("error: " + message));
        } else if (failure instanceof ExplainCommand.Differs) {
            err.println("error: " + failure.getMessage());
        } else {
            err.println("This is a bug in silkline. Please report it with the lines below.");
            failure.printStackTrace(err);
        }
        err.flush();
        line.getOut().println(ResultLine.failed(line.getCommandName(), code));
        line.getOut().flush();
        return code;
    }
}
