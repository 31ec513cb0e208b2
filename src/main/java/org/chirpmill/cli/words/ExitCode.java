package org.chirpmill.cli.words;

/** What commands tell the shell. */
public final class ExitCode {
    /** What was asked for is there. */
    public static final int DONE = 0;
    /** A check or the run failed: the world is to blame. */
    public static final int RUN_FAILED = 1;
    /** The input cannot be used. */
    public static final int INPUT_UNUSABLE = 2;

    private ExitCode() {}

    /** Of a check. */
    public static int of(boolean passed) {
        return passed ? DONE : RUN_FAILED;
    }
}
