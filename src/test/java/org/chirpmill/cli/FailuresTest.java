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
import org.chirpmill.dataset.DatasetException;
import org.junit.jupiter.api.Test;
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
}
