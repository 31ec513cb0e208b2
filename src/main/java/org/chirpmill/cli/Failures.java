package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.prior.PriorSyntaxException;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.UnusableParametersException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a failure looks like to a user: one sentence, and 2 where the input is to blame, 1 where the world is. */
final class Failures implements IExecutionExceptionHandler {
    static final int RUN_FAILED = 1;
    static final int INPUT_UNUSABLE = 2;

    private final BooleanSupplier verbose;

    Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) throws Exception {
        int exitCode = exitCode(failure);
        line.getErr().println("chirpmill: " + sentence(failure));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(line.getErr());
        }
        return exitCode;
    }

    /** Words that the command line does not know: one sentence, and where to read on. */
    static int misuse(ParameterException misuse, String[] arguments) {
        CommandLine line = misuse.getCommandLine();
        PrintWriter err = line.getErr();
        String name = line.getCommandSpec().qualifiedName();
        err.println("chirpmill: " + withFullStop(misuse.getMessage()));
        UnmatchedArgumentException.printSuggestions(misuse, err);
        err.println("Try '" + name + " --help'.");
        return INPUT_UNUSABLE;
    }

    private static int exitCode(Exception failure) {
        return switch (failure) {
            case SettingsException unusable -> INPUT_UNUSABLE;
            case PriorSyntaxException unusable -> INPUT_UNUSABLE;
            case UnsatisfiedConstraintsException unusable -> INPUT_UNUSABLE;
            case UnusableParametersException unusable -> INPUT_UNUSABLE;
            case UnusableRowException unusable -> INPUT_UNUSABLE;
            case UnsupportedOperationException unusable -> INPUT_UNUSABLE;
            case DatasetException unusable -> INPUT_UNUSABLE;
            default -> RUN_FAILED;
        };
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        boolean known = failure instanceof IOException || exitCode(failure) == INPUT_UNUSABLE;
        if (known && message != null) {
            return withFullStop(message);
        }
        return "this should not have happened: " + withFullStop(failure.toString())
            + " Please report it with the output of --verbose.";
    }

    private static String withFullStop(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
