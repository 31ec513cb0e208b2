package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line makes of keys that are unknown, of other forms, and of the seed that settings name. */
class SettingsKeysTest {
    private static final String HEAD = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
        waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}
        """;
    private static final String PRIOR = """
        intrinsic_prior: {chirp_mass: "Uniform(20, 40)", mass_ratio: 0.8, phi_12: 1.7, a_1: 0.5, a_2: 0.3, tilt_1: 0.5,
          tilt_2: 0.8, phi_jl: 0.3, theta_jn: 0.5, phase: 0.4, luminosity_distance: 500, geocent_time: 0}
        num_samples: 4
        """;

    @TempDir
    private Path folder;

    private Path settings(String text) throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), text);
    }

    private CommandLineRun generate(String text, Object... options) throws IOException {
        Object[] all = new Object[options.length + 4];
        all[0] = "generate";
        all[1] = settings(text);
        all[2] = "-o";
        all[3] = folder.resolve("a.hdf5");
        System.arraycopy(options, 0, all, 4, options.length);
        return CommandLineRun.of(all);
    }

    private List<String> refused(String text) throws IOException {
        CommandLineRun run = generate(text);
        assertEquals(2, run.exitCode(), run.err());
        assertFalse(Files.exists(folder.resolve("a.hdf5")));
        return run.err().lines().map(line -> line.replace(folder + "/", "")).toList();
    }

    @Test
    void generatorOptionsThatMeanOtherPhysicsAreRefused() throws IOException {
        String known = "known here are approximant, f_ref, f_start, spin_conversion_phase, mode_list, phenomx, "
            + "accuracy (a.yaml, line 2).";
        assertEquals(List.of(
            "chirpmill: waveform_generator.PhenomXPrecVersion is 311 but must be 223 (two-spin MSA angles, "
                + "LALSimulation's default), 320 or 321 (SpinTaylor angles, integrated numerically) or 102 "
                + "(single-spin NNLO angles): there are no other angles here (a.yaml, line 2).",
            "chirpmill: waveform_generator.LISA is not a key that Chirpmill knows: " + known,
            "chirpmill: waveform_generator.extra_kwargs is not a key that Chirpmill knows: " + known),
            refused(HEAD.replace("f_ref: 20.0",
                "f_ref: 20.0, PhenomXPrecVersion: 311, LISA: true, extra_kwargs: {lmax_nyquist: 3}") + PRIOR));
    }

    @Test
    void aMultibandedDomainWithoutNodesIsSentToTheCommandThatFindsThem() throws IOException {
        assertEquals(List.of(
            "chirpmill: domain.nodes is missing and must be a list of two or more frequencies above 0 Hz, each above "
                + "the one before: 'chirpmill domain suggest' finds some for a uniform domain (a.yaml, line 1).",
            "chirpmill: domain.delta_f_initial is missing and must be a whole multiple of the base grid's spacing of "
                + "0.125 Hz (a.yaml, line 1)."),
            refused("""
            domain: {type: MultibandedFrequencyDomain, num_samples_band_generation: 100, \
            multibanding_method: adaptive, \
            base_domain: {type: FrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.125}}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
            """ + PRIOR));
    }

    @Test
    void hydrasFormIsRecognized() throws IOException {
        assertEquals(List.of("chirpmill: intrinsic_prior._target_ names a Python object, as Hydra's form does: leave "
            + "it out and write dingo-gw's form, such as chirp_mass: Uniform(minimum=20.0, maximum=40.0) (a.yaml, line "
            + "3)."), refused(HEAD + PRIOR.replace("{chirp", "{_target_: bilby.gw.prior.BBHPriorDict, chirp")));
    }

    /** What only models and distributions know is told with all else. */
    @Test
    void faultsOfModelsAndPriorsStandAmongTheOthers() throws IOException {
        assertEquals(List.of("domain.f_min", "waveform_generator.approximant", "waveform_generator.accuracy",
            "chirp_mass", "mass_ratio", "phase", "num_samples"), refused("""
            domain: {type: FD, f_min: -20.0, f_max: 64.0, delta_f: 1.0}
            waveform_generator:
              approximant: IMRPhenomXPMH
              f_ref: 20.0
              accuracy: quick
            intrinsic_prior:
              chirp_mass: Unifrm(20, 40)
              mass_ratio: Uniform(0.5)
              phase: Uniform(0, 1
              theta_jn: default
            num_samples: no
            """).stream().map(line -> line.split(" ")[1]).toList());
        assertEquals(List.of("waveform_generator.mode_list", "phase"), refused(
            HEAD.replace("f_ref: 20.0", "f_ref: 20.0, ModeArray: [[5, 5]]")
                + PRIOR.replace("phase: 0.4", "phase: Sin()")).stream().map(line -> line.split(" ")[1]).toList());
    }

    @Test
    void unknownKeysAreIgnoredWhereTheCommandAllowsThem() throws IOException {
        String text = HEAD.replace("f_ref: 20.0", "f_ref: 20.0, LISA: true") + PRIOR + "compresion: None\n";
        CommandLineRun run = generate(text, "--allow-unknown-keys");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("waveform_generator.LISA is not a key that Chirpmill knows and is ignored ("),
            run.err());
        assertTrue(run.err().contains("compresion is not a key that Chirpmill knows and is ignored ("), run.err());
        // What a dataset holds is read whatever it holds.
        CommandLineRun verified = CommandLineRun.of("verify", folder.resolve("a.hdf5"), "--samples", 2);
        assertEquals(0, verified.exitCode(), verified.err());
        assertEquals(0, CommandLineRun.of("inspect", folder.resolve("a.hdf5")).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate FILE -o OUT.hdf5 --dry-run", "waveform FILE -o OUT.csv",
        "plot waveform FILE -o OUT.svg", "plot grid FILE -o OUT.svg", "domain suggest FILE --samples 2",
        "svd train FILE --size 2 --num-training 4 --threads 1 -o OUT.basis.hdf5",
        "benchmark FILE -n 4 --warmup 0 --repeats 1 --threads 1"})
    void everyCommandThatReadsSettingsRefusesUnknownKeysUnlessAllowed(String command) throws IOException {
        String domain = command.contains("grid")
            ? "{type: MFD, nodes: [16.0, 32.0, 64.0], delta_f_initial: 1.0, base_delta_f: 1.0}"
            : "{type: FD, f_min: 20.0, f_max: 64.0, delta_f: 1.0}";
        Path file = settings("domain: " + domain + "\nwaveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}\n"
            + PRIOR + "waveform_parameters: {chirp_mass: 28, mass_ratio: 0.8, chi_1: 0, chi_2: 0, theta_jn: 0.5, "
            + "phase: 0.4, luminosity_distance: 500, geocent_time: 0}\nnote: of ours\n");
        String words = command.replace("FILE", file.toString()).replace("OUT", folder.resolve("out").toString());
        CommandLineRun refused = CommandLineRun.of((Object[]) words.split(" "));
        assertEquals(2, refused.exitCode(), refused.err());
        assertTrue(refused.err().startsWith("chirpmill: note is not a key that Chirpmill knows"), refused.err());
        CommandLineRun allowed = CommandLineRun.of((Object[]) (words + " --allow-unknown-keys").split(" "));
        assertEquals(0, allowed.exitCode(), allowed.err());
    }

    @Test
    void theSeedOfTheSettingsDecidesTheRowsUnlessAnOptionDoes() throws Exception {
        String seeded = HEAD + PRIOR + "seed: 7\n";
        double[] ofSettings = chirpMasses(seeded, 7);
        assertEquals("7", stored("seed"));
        double[] ofOption = chirpMasses(seeded, 8, "--seed", 8);
        assertEquals("8", stored("seed"));
        double[] ofNone = chirpMasses(HEAD + PRIOR, 0);
        assertEquals("null", stored("seed"));
        assertArrayEquals(ofSettings, chirpMasses(HEAD + PRIOR, 7, "--seed", 7));
        assertArrayEquals(ofOption, chirpMasses(HEAD + PRIOR, 8, "--seed", 8));
        assertFalse(ofNone[0] == ofSettings[0] || ofNone[0] == ofOption[0] || ofSettings[0] == ofOption[0]);
    }

    @Test
    void aBasisIsTrainedWithTheSeedOfTheSettings() throws IOException {
        byte[] ofSettings = basis(HEAD + PRIOR + "seed: 7\n");
        assertArrayEquals(basis(HEAD + PRIOR, "--seed", 7), ofSettings);
        assertFalse(Arrays.equals(basis(HEAD + PRIOR), ofSettings));
    }

    private byte[] basis(String text, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("svd", "train", settings(text), "-o", folder.resolve("b.hdf5"),
            "--force", "--size", 2, "--num-training", 6, "--threads", 1));
        words.addAll(List.of(options));
        CommandLineRun.succeeding(words.toArray());
        return Files.readAllBytes(folder.resolve("b.hdf5"));
    }

    private double[] chirpMasses(String text, long seed, Object... options) throws Exception {
        Files.deleteIfExists(folder.resolve("a.hdf5"));
        CommandLineRun run = generate(text, options);
        assertEquals(0, run.exitCode(), run.err());
        try (DatasetReader reader = DatasetReader.open(folder.resolve("a.hdf5"))) {
            assertEquals(seed, reader.origin().orElseThrow().seed());
            return Arrays.stream(reader.parameters(0, 4)).mapToDouble(row -> row[0]).toArray();
        }
    }

    private String stored(String key) throws Exception {
        try (DatasetReader reader = DatasetReader.open(folder.resolve("a.hdf5"))) {
            return String.valueOf(SettingsTree.ofPythonLiteral(reader.settings(), "a.hdf5").get(key));
        }
    }
}
