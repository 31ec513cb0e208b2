package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorFileCommandTest {
    private static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
        num_samples: 3
        """;
    private static final String PRIOR = """
        # as bilby's
        chirp_mass = UniformInComponentsChirpMass(name='chirp_mass', minimum=25, maximum=100)
        mass_ratio = 0.8
        chi_1 = AlignedSpin(name='chi_1', a_prior=Uniform(minimum=0, maximum=0.99))
        chi_2 = Uniform(-np.cos(0), 1)
        theta_jn = Sine()
        phase = Uniform(minimum=0, maximum=2 * np.pi, boundary='periodic')
        luminosity_distance = UniformSourceFrame(minimum=1e2, maximum=5e3)
        geocent_time = 0
        """;

    @TempDir
    private Path directory;

    private String generated(String settings, Object... options) throws IOException {
        Path file = Files.writeString(directory.resolve("s.yaml"), settings);
        Path out = directory.resolve("set.hdf5");
        Object[] command = new Object[5 + options.length];
        System.arraycopy(new Object[] {"generate", file, "-o", out, "--force"}, 0, command, 0, 5);
        System.arraycopy(options, 0, command, 5, options.length);
        CommandLineRun run = CommandLineRun.of(command);
        assertEquals(0, run.exitCode(), run.err());
        try (HdfFile set = new HdfFile(out)) {
            String stored = (String) set.getAttribute("settings").getData();
            return stored.substring(stored.indexOf("'intrinsic_prior'")) + GoldenHashes.of(out).parameters();
        }
    }

    @Test
    void aPriorMakesTheSameSetWhereverItStands() throws IOException {
        Path prior = Files.writeString(directory.resolve("a.prior"), PRIOR);
        String inline = generated(SETTINGS + "prior:\n"
            + PRIOR.replaceAll("(?m)^(\\w+) = (.*)$", "  $1: $2").replace("# as", "  # as"));
        assertEquals(inline, generated(SETTINGS + "prior: a.prior\n"));
        assertEquals(inline, generated(SETTINGS, "--prior", prior));
        assertEquals(inline, generated(SETTINGS + "intrinsic_prior: {chirp_mass: 1}\n", "--prior", prior));
        // in the form that dingo-gw reads
        assertTrue(inline.contains("'luminosity_distance': \"bilby.gw.prior.UniformSourceFrame(minimum=100.0, "
            + "maximum=5000.0, name='luminosity_distance')\""), inline);
        assertTrue(inline.contains("'mass_ratio': 0.8, "), inline);
        assertTrue(inline.contains("\"bilby.core.prior.Uniform(minimum=-1.0, maximum=1, name='chi_2')\""), inline);
    }

    @Test
    void whatIsWrongInAFileIsToldWithItsLine() throws IOException {
        Path settings = Files.writeString(directory.resolve("s.yaml"), SETTINGS);
        Path prior = Files.writeString(directory.resolve("a.prior"), PRIOR.replace("Sine()", "Sin()"));
        CommandLineRun run = CommandLineRun.of("generate", settings, "--prior", prior, "--dry-run");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("unknown distribution 'Sin' (did you mean Sine?)"), run.err());
        assertTrue(run.err().strip().endsWith("(" + prior + ", line 6)."), run.err());
    }
}
