package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that looks fine and once was not: each told what happens to it. */
class ReviewedInputTest {
    private static final String HEAD = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 0.5}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
        num_samples: 20
        """;
    private static final String SPINS_AND_ANGLES = """
          chi_1: 0.1
          chi_2: 0.0
          theta_jn: 0.3
          phase: 0.2
          geocent_time: 0.0
        """;

    @TempDir
    private Path folder;

    @Test
    void aCompressionThatIsNotKnownIsRefusedRatherThanPromised() throws IOException {
        CommandLineRun run = generate("intrinsic_prior:\n  mass_1: 30\n  mass_2: 20\n  luminosity_distance: 100\n"
            + SPINS_AND_ANGLES + "compression: {phase_heterodyning: {chirp_mass: 20.0}}\n");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("chirpmill: compression.phase_heterodyning.chirp_mass is not a key that "
            + "Chirpmill knows: known here are order"), run.err());
    }

    @Test
    void rejectedDrawsAreTold() throws IOException {
        CommandLineRun run = generate("intrinsic_prior:\n  mass_1: 30\n  mass_2: Uniform(minimum=-5, maximum=10)\n"
            + "  luminosity_distance: 100\n" + SPINS_AND_ANGLES);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("draws were rejected and replaced, the first of row "), run.err());
    }

    @Test
    void redshiftsBeyondTheCosmologyAreRejectedDraws() throws IOException {
        CommandLineRun run = generate("intrinsic_prior:\n  mass_1: 30\n  mass_2: 20\n"
            + "  redshift: Uniform(minimum=0.1, maximum=2000)\n" + SPINS_AND_ANGLES);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("rejected and replaced"), run.err());
    }

    @Test
    void sourceFrameMassesNeedNoOthers() throws IOException {
        CommandLineRun run = generate("intrinsic_prior:\n  mass_1_source: 30\n  mass_2_source: 20\n"
            + "  redshift: Uniform(minimum=0.1, maximum=0.5)\n" + SPINS_AND_ANGLES);
        assertEquals(0, run.exitCode(), run.err());
    }

    @Test
    void aRepeatedMassThatContradictsTheOthersIsRefused() throws IOException {
        Path settings = Files.writeString(folder.resolve("w.yaml"), HEAD + "waveform_parameters:\n  mass_1: 36\n"
            + "  mass_2: 29\n  chirp_mass: 28.0956\n  luminosity_distance: 100\n" + SPINS_AND_ANGLES);
        Path out = folder.resolve("w.npz");
        assertEquals(0, CommandLineRun.of("waveform", settings, "-o", out).exitCode());
        CommandLineRun contradicted =
            CommandLineRun.of("waveform", settings, "-p", "chirp_mass=30", "-o", out, "--force");
        assertEquals(2, contradicted.exitCode());
        assertTrue(contradicted.err().contains(
            "chirp_mass is 30.0, but mass_1 and mass_2 make it 28.095"), contradicted.err());
    }

    private CommandLineRun generate(String rest) throws IOException {
        Path settings = Files.writeString(folder.resolve("a.yaml"), HEAD + rest);
        return CommandLineRun.of("generate", settings, "-o", folder.resolve("a.hdf5"));
    }
}
