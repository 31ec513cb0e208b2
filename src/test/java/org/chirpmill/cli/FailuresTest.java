package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.regex.Pattern;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.rows.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FailuresTest {
    private static String said(Exception failure, boolean verbose, int expectedExitCode) throws Exception {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Chirpmill()).setErr(new PrintWriter(err, true));
        assertEquals(expectedExitCode, new Failures(() -> verbose).handleExecutionException(failure, line, null));
        return err.toString();
    }

    @Test
    void whatTheSystemSaysBecomesASentence() throws Exception {
        String end = System.lineSeparator();
        assertEquals("chirpmill: d.hdf5: permission denied." + end,
            said(new AccessDeniedException("d.hdf5"), false, 1));
        assertEquals("chirpmill: d.hdf5 does not exist." + end, said(new NoSuchFileException("d.hdf5"), false, 1));
        assertEquals("chirpmill: d.hdf5: No space left on device." + end,
            said(new FileSystemException("d.hdf5", null, "No space left on device"), false, 1));
        assertEquals("chirpmill: d.hdf5: FileSystemException." + end,
            said(new FileSystemException("d.hdf5"), false, 1));
        assertEquals("chirpmill: the disk is full." + end, said(new IOException("the disk is full"), false, 1));
        assertEquals("chirpmill: d.hdf5 exists." + end, said(new DatasetException("d.hdf5 exists."), false, 2));
        for (Exception interruption : new Exception[] {new InterruptedException(), new ClosedByInterruptException()}) {
            assertEquals("chirpmill: the run was interrupted: continue it with --resume." + end,
                said(interruption, false, 1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        REPLACE      | replace it with --force
        WAIT         | wait for it
        OTHER_NAME   | choose another name with --out
        OTHER_PLACE  | write to another place with --out
        FEWER_ROWS   | ask for fewer rows with --num-samples
        CONTINUE     | continue it with --resume
        COMPLETE     | complete it with --resume
        MAKE_ROOM    | make room, then continue with --resume
        MEND         | mend that, then continue with --resume
        MOVE_AWAY    | move it away and continue with --resume
        GO_ON        | what was written stays: the same command with --resume goes on from there
        START_ANEW   | start anew with --force
        SAME_CHOICES | repeat the first run's settings and options
        SAME_VERSION | finish it with the version that began it
        """)
    void aRemedyIsSaidWithTheOptionThatGenerateHasForIt(Remedy remedy, String clause) throws Exception {
        DatasetException failure = new DatasetException("d.hdf5 is there", remedy);
        String colon = clause.contains(": ") ? "; " : ": ";
        assertEquals("chirpmill: d.hdf5 is there" + colon + clause + "." + System.lineSeparator(),
            said(failure, false, 2));
        assertEquals("d.hdf5 is there" + colon + remedy.clause() + ".", failure.getMessage());
        Map<String, ?> options =
            new CommandLine(new Chirpmill()).getSubcommands().get("generate").getCommandSpec().optionsMap();
        Pattern.compile("--[a-z-]+").matcher(clause).results().forEach(option ->
            assertTrue(options.containsKey(option.group()), () -> option.group() + " is no option of generate"));
    }

    @Test
    void everyKindOfFailureIsSaidWithItsOptions() throws Exception {
        String end = System.lineSeparator();
        assertEquals("chirpmill: d.hdf5 exists: replace it with --force or choose another name with --out." + end,
            said(new DatasetException("d.hdf5 exists", Remedy.REPLACE, Remedy.OTHER_NAME), false, 2));
        DeviceFailureException failed = new DeviceFailureException("GPU 0 failed");
        assertEquals("chirpmill: GPU 0 failed." + end, said(failed, false, 1));
        assertEquals("chirpmill: GPU 0 failed; what was written stays: the same command with --resume goes on from "
            + "there." + end, said(failed.with(Remedy.GO_ON), false, 1));
        assertEquals("GPU 0 failed; what was written stays: resuming the run goes on from there.",
            failed.with(Remedy.GO_ON).getMessage());
    }

    @Test
    void aFaultOfOursAsksForAReport() throws Exception {
        String quiet = said(new IllegalStateException("two and two are five"), false, 1);
        assertEquals("chirpmill: this should not have happened: java.lang.IllegalStateException: two and two are five. "
            + "Please report it with the output of --verbose." + System.lineSeparator(), quiet);
        String verbose = said(new IllegalStateException("two and two are five"), true, 1);
        assertTrue(verbose.startsWith(quiet), verbose);
        assertTrue(verbose.contains("\tat " + FailuresTest.class.getName()), verbose);
        assertFalse(quiet.contains("\tat "), quiet);
    }

    @Test
    void whatTheJvmRunsOutOfIsASentenceToo() {
        String end = System.lineSeparator();
        assertEquals("chirpmill: the input is nested too deeply or holds too long a word to be read." + end,
            said(new StackOverflowError(), 2));
        String heap = said(new OutOfMemoryError("Java heap space"), 1);
        assertTrue(heap.startsWith("chirpmill: there is not enough memory in the JVM's heap, which may have "), heap);
        assertFalse(heap.contains("--batch-size"), () -> "batches lie elsewhere: " + heap);
        String outside = said(new OutOfMemoryError("Cannot reserve 4294967296 bytes"), 1);
        assertTrue(outside.startsWith("chirpmill: this machine has not enough memory: ask for a smaller --batch-size"),
            outside);
        assertFalse(outside.contains("-Xmx"), () -> "the heap is not to blame: " + outside);
        assertEquals("chirpmill: a native library cannot be used: no x in java.library.path." + end,
            said(new UnsatisfiedLinkError("no x in java.library.path"), 1));
        assertEquals("chirpmill: this should not have happened: java.lang.AssertionError: odd. Please report it with "
            + "the output of --verbose." + end, said(new AssertionError("odd"), 1));
    }

    private static String said(Error failure, int expectedExitCode) {
        StringWriter err = new StringWriter();
        assertEquals(expectedExitCode, new Failures(() -> false).handle(failure, new PrintWriter(err, true)));
        return err.toString();
    }
}
