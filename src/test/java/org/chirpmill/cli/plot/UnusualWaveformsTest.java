package org.chirpmill.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waveforms of which little is to be seen. */
class UnusualWaveformsTest {
    @TempDir
    private Path directory;

    @Test
    void aPolarizationThatVanishesBesideTheOtherIsLeftOut() throws IOException {
        assertTrue(drawn("0.4").contains("|h\u00d7|"), "both are drawn of a wave that is seen from above");
        assertFalse(drawn("1.5707963267948966").contains("|h\u00d7|"), "seen from the edge, hx is as good as zero");
    }

    private String drawn(String inclination) throws IOException {
        Path picture = directory.resolve(inclination + ".svg");
        CommandLineRun.succeeding("plot", "waveform", Samples.WAVEFORM, "-p", "theta_jn=" + inclination, "-o", picture);
        return Files.readString(picture);
    }

    @Test
    void aWaveformOfNoSourceIsRefusedWithThePlaceOfItsParameters() throws IOException {
        Path settings = Files.writeString(directory.resolve("none.yaml"),
            Samples.REJECTING + "waveform_parameters: {mass_1: -40.0, mass_2: 30.0, chi_1: 0.1, chi_2: 0.1, "
                + "theta_jn: 0.4, phase: 1.0, luminosity_distance: 400.0, geocent_time: 0.0}\n");
        CommandLineRun run = CommandLineRun.of("plot", "waveform", settings, "-o", directory.resolve("w.svg"));
        assertEquals("chirpmill: there is no such waveform: mass_1 is -40.0, which is not above 0 (" + settings
            + ", line 19)." + System.lineSeparator(), run.err());
        assertEquals(2, run.exitCode());
    }
}
