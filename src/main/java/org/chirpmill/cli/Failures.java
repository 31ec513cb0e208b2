package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.RemedyOptions;
import org.chirpmill.cli.words.Sentence;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.prior.PriorSyntaxException;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.Advised;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.UnusableParametersException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a failure looks like to a user: a sentence, and 2 where the input is to blame, 1 where the world is. */
final class Failures implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        return handle(failure, line.getErr());
    }

    /** Prints the sentences, and with {@code --verbose} the trace; the exit code. */
    int handle(Throwable failure, PrintWriter err) {
        sentences(failure).forEach(sentence -> err.println("chirpmill: " + Sentence.fitted(sentence)));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        return exitCode(failure);
    }

    /** Of settings one for each fault in them, of all else one. */
    private static List<String> sentences(Throwable failure) {
        return failure instanceof SettingsException unusable
            ? unusable.sentences(RemedyOptions::clause).stream().map(Sentence::withFullStop).toList()
            : List.of(sentence(failure));
    }

    private static int exitCode(Throwable failure) {
        return switch (failure) {
            case SettingsException unusable -> ExitCode.INPUT_UNUSABLE;
            case PriorSyntaxException unusable -> ExitCode.INPUT_UNUSABLE;
            case UnsatisfiedConstraintsException unusable -> ExitCode.INPUT_UNUSABLE;
            case UnusableParametersException unusable -> ExitCode.INPUT_UNUSABLE;
            case UnusableRowException unusable -> ExitCode.INPUT_UNUSABLE;
            case UnsupportedOperationException unusable -> ExitCode.INPUT_UNUSABLE;
            case UnusableFileException unusable -> ExitCode.INPUT_UNUSABLE;
            case StackOverflowError nested -> ExitCode.INPUT_UNUSABLE;
            default -> ExitCode.RUN_FAILED;
        };
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof Error error) {
            return sentence(error);
        }
        String message = failure instanceof Advised advised
            ? advised.advice().sentence(RemedyOptions::clause) : failure.getMessage();
        if (failure instanceof FileSystemException file) {
            return Sentence.withFullStop(sentence(file));
        }
        if (failure instanceof InterruptedException || failure instanceof ClosedByInterruptException) {
            return "the run was interrupted: continue it with --resume.";
        }
        boolean known = failure instanceof IOException || failure instanceof DeviceFailureException
            || exitCode(failure) == ExitCode.INPUT_UNUSABLE;
        if (known && message != null) {
            return Sentence.withFullStop(message);
        }
        return unexpected(failure);
    }

    private static String unexpected(Throwable failure) {
        return "this should not have happened: " + Sentence.withFullStop(failure.toString())
            + " Please report it with the output of --verbose.";
    }

    /** What the JVM runs out of, and libraries that are not there. */
    private static String sentence(Error failure) {
        return switch (failure) {
            case OutOfMemoryError exhausted -> "there is not enough memory: ask for a smaller --batch-size or fewer "
                + "--threads, or give the JVM more with CHIRPMILL_JAVA_OPTS=-Xmx4g.";
            // Nothing but what was read decides how deep calls go.
            case StackOverflowError nested -> "the input is nested too deeply or holds too long a word to be read.";
            case UnsatisfiedLinkError missing -> "a native library cannot be used: "
                + Sentence.withFullStop(String.valueOf(missing.getMessage()));
            default -> unexpected(failure);
        };
    }

    /** The system's exceptions name little more than the file. */
    private static String sentence(FileSystemException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            default -> failure.getFile() + ": "
                + (failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason());
        };
    }
}
