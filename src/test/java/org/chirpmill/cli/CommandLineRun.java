package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a user sees of one command.
 *
 * @param exitCode the process's
 * @param out standard output
 * @param err standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {
    /** Runs a command in this JVM. Arguments may be paths, numbers, texts. */
    public static CommandLineRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Chirpmill.run(new PrintWriter(out, true), new PrintWriter(err, true),
            Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** The same, for commands that must succeed. */
    public static CommandLineRun succeeding(Object... arguments) {
        CommandLineRun run = of(arguments);
        assertEquals(0, run.exitCode, () -> Arrays.toString(arguments) + " said: " + run.err);
        return run;
    }

    /** Makes a dataset. */
    public static CommandLineRun generate(Path settings, Path out, Object... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "generate";
        arguments[1] = settings;
        arguments[2] = "-o";
        arguments[3] = out;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return succeeding(arguments);
    }
}
