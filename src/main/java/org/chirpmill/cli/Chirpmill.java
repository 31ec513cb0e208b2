package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chirpmill.cli.benchmark.BenchmarkCommand;
import org.chirpmill.cli.domain.DomainCommand;
import org.chirpmill.cli.options.FileName;
import org.chirpmill.cli.plot.PlotCommand;
import org.chirpmill.cli.svd.SvdCommand;
import org.chirpmill.cli.verify.CompareCommand;
import org.chirpmill.cli.verify.VerifyCommand;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: reads words, calls a subcommand, turns failures into one sentence and an exit code. */
@Command(
    name = "chirpmill",
    description = "Makes gravitational-wave training sets: reads a DINGO settings file, draws sources, evaluates "
        + "waveforms, writes an HDF5 file that dingo-gw loads.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
        GenerateCommand.class,
        ServeCommand.class,
        InspectCommand.class,
        WaveformCommand.class,
        PlotCommand.class,
        DomainCommand.class,
        VerifyCommand.class,
        SvdCommand.class,
        CompareCommand.class,
        BenchmarkCommand.class,
        DevicesCommand.class,
        CompletionCommand.class,
        HelpCommand.class,
    },
    footer = {
        "",
        "Examples:",
        "  chirpmill generate configs/quick.yaml            1,000 IMRPhenomD waveforms",
        "  chirpmill generate my.yaml -o set.hdf5 --dry-run what that would cost",
        "  chirpmill inspect set.hdf5                       what is in a dataset",
        "  chirpmill waveform configs/waveform.yaml         one waveform, for a plot",
        "  chirpmill help generate                          all options of a command",
        "",
        "Exit codes: 0 done; 1 a check or the run failed; 2 the input cannot be used.",
    })
public final class Chirpmill implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
        names = "--verbose",
        scope = ScopeType.INHERIT,
        description = "Show the stack trace of a failure, and why a better backend was not taken.")
    private boolean verbose;

    Chirpmill() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Numbers look the same to every reader, human or script.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    /** Runs the command line and gives the exit code. */
    static int run(String... arguments) {
        return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
    }

    /** The same with streams of the caller's: results go to {@code out}, everything else to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Terminal results = new Terminal(out);
        Terminal messages = new Terminal(err);
        Chirpmill chirpmill = new Chirpmill();
        Failures failures = new Failures(() -> chirpmill.verbose);
        CommandLine line = new CommandLine(chirpmill);
        line.setOut(results);
        line.setErr(messages);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(true);
        line.registerConverter(Path.class, new FileName.Reader());
        // A word that begins with @ is that word: what some file of that name says is no part of the command.
        line.setExpandAtFiles(false);
        line.setExecutionExceptionHandler(failures);
        line.setParameterExceptionHandler(Misuse::handle);
        try {
            int exitCode = Misuse.holdsEmptyWord(arguments)
                ? Misuse.emptyWord(line, arguments) : line.execute(arguments);
            if (results.checkError()) {
                // The reader of a pipe may have seen enough.
                if (!printsToPipe()) {
                    messages.println("chirpmill: the output could not be written.");
                }
                return ExitCode.RUN_FAILED;
            }
            return exitCode;
        } catch (RuntimeException | Error uncaught) {
            // Commands' exceptions are handled before: these are the JVM's errors, and faults of the parser.
            return failures.handle(uncaught, messages);
        }
    }

    /** Whether standard output is a pipe, where the system tells. */
    private static boolean printsToPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: one of "
            + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /** The whole command line as a script for bash and zsh. */
    static String completionScript() {
        return AutoComplete.bash("chirpmill", new CommandLine(new Chirpmill()));
    }
}
