package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Priors that lack, misspell, constrain or fix parameters, from the settings file to the rows. */
class ParametersOfThePriorTest {
    private static final String HEAD = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
        waveform_generator: {approximant: MODEL, f_ref: 20.0}
        num_samples: 20
        intrinsic_prior:
        """;
    private static final String REST = "theta_jn: 0.5; phase: 0.4; luminosity_distance: 500; geocent_time: 0";
    private static final String LACKS = "intrinsic_prior lacks parameters of the source, where "
        + "dingo-gw stops too: write, or give otherwise, ";

    /** What is told before a refusal of what else is in the prior. */
    private static final Pattern NOTICE = Pattern.compile("absent and taken as 0|constraints admit less than");

    @TempDir
    private Path directory;

    private Path settings(String model, String prior) throws IOException {
        return Files.writeString(directory.resolve("a.yaml"),
            HEAD.replace("MODEL", model) + "  " + prior.replace("; ", "\n  ") + "\n");
    }

    private CommandLineRun generate(String model, String prior) throws IOException {
        return CommandLineRun.of("generate", settings(model, prior), "-o", directory.resolve("set.hdf5"), "--threads",
            1);
    }

    /** Model; prior beside angles, distance and time, which come first; the sentence; its line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        IMRPhenomD | chrip_mass: Uniform(20, 30); mass_ratio: 0.8; chi_1: 0.1; chi_2: 0 | intrinsic_prior.chrip_mass \
        is no parameter of a source or a detection (did you mean chirp_mass?) | 9
        IMRPhenomXAS | chirp_mass: 30; mass_ratio: 0.8; chi1: 0.1; chi_2: 0 | intrinsic_prior.chi1 is no parameter of \
        a source or a detection (did you mean chi_1?) | 11
        TaylorF2 | chirp_mass: 1.2; mass_ratio: 0.8; chi_1: 0; chi_2: 0; lamda_1: 300; lambda_2: 200 | \
        intrinsic_prior.lamda_1 is no parameter of a source or a detection (did you mean lambda_1?) | 13
        IMRPhenomD | chirp_mass: 30; mass_ratio: 0.8; chi_1: 0.1; chi_2: 0; eccentricity: 0.1 | \
        intrinsic_prior.eccentricity is no parameter of a source or a detection | 13
        IMRPhenomD | chirp_mass: 30; mass_ratio: 0.8; chi_1: default; chi_2: 0 | chi_1 = 'default': dingo-gw \
        has no default for chi_1, write a prior such as \
        bilby.gw.prior.AlignedSpin(a_prior=Uniform(minimum=0, maximum=0.99)) | 11
        IMRPhenomD | chirp_mass: 30; mass_ratio: 0.8 | LACKS chi_1: \
        bilby.gw.prior.AlignedSpin(a_prior=Uniform(minimum=0, maximum=0.99)), chi_2: \
        bilby.gw.prior.AlignedSpin(a_prior=Uniform(minimum=0, maximum=0.99)) | 4
        IMRPhenomXPHM | mass_1: Constraint(10, 80) | LACKS chirp_mass: default, mass_ratio: default, a_1: default, \
        tilt_1: default, a_2: default, tilt_2: default | 4
        IMRPhenomD | mass_1: 30; mass_2: 30; mass_ratio: Constraint(0.125, 1.0); chi_1: 0; chi_2: 0 | mass_ratio is \
        1.0 by the fixed values of mass_1 and mass_2, and must lie between 0.125 and 1.0, both excluded | 11
        IMRPhenomD | mass_1: Uniform(20, 30); mass_ratio: 1; mass_2: Constraint(40, 50); chi_1: 0; chi_2: 0 | mass_2 \
        is 20.00 to 30.00 in draws and must lie between 40.0 and 50.0, both excluded: 100.0 % of draws violate that, \
        and none of 1,000,000 satisfied all constraints | 11
        IMRPhenomXP | chirp_mass: 30; mass_ratio: 0.8; a_1: 1.0000001; tilt_1: default; a_2: default; tilt_2: default \
        | intrinsic_prior.a_1 is 1.0000001, which is not between 0.0 and 1.0 | 11
        IMRPhenomD | chirp_mass: Uniform(20, 30); mass_ratio: -0.8; chi_1: 0; chi_2: 0 | intrinsic_prior.mass_ratio \
        is -0.8, which is not above 0 | 10
        IMRPhenomD | chirp_mass: 30; symmetric_mass_ratio: 0.26; chi_1: Uniform(0, 0.5); chi_2: 0 | \
        intrinsic_prior.symmetric_mass_ratio = 0.26 and chirp_mass = 30.0 belong to no binary | 10
        IMRPhenomD | chirp_mass: 30; mass_ratio: 0.8; chi_1: 0; chi_2: -1.5 | intrinsic_prior.chi_2 is -1.5, which is \
        not between -1.0 and 1.0 | 12
        IMRPhenomXAS | chirp_mass: 30; mass_ratio: 0.8; chi_1: 0; chi_2: 0; lambda_tilde: Uniform(0, 500) | \
        intrinsic_prior.lambda_tilde = Uniform(0, 500) deforms the bodies, but IMRPhenomXAS describes black holes: \
        leave it out, or take a model with tides: TIDAL | 13
        IMRPhenomXAS | chirp_mass: 30; mass_ratio: 0.8; chi_1: 0; chi_2: 0; lambda_1: Constraint(0, 5000); \
        lambda_tilde: 500 | intrinsic_prior.lambda_tilde = 500 deforms the bodies, but IMRPhenomXAS describes black \
        holes: leave it out, or take a model with tides: TIDAL | 14
        """)
    void whatCannotBeMeantIsRefusedWhereItStands(String model, String prior, String sentence, int line)
            throws IOException {
        CommandLineRun run = generate(model, REST + "; " + prior);
        List<String> lines = run.err().lines().toList();
        String expected = sentence.replace("LACKS ", LACKS).replace("TIDAL", ModelsWithTides.known());
        assertEquals("chirpmill: " + expected + " (" + directory.resolve("a.yaml") + ", line " + line + ").",
            lines.getLast());
        assertTrue(lines.size() == 1 || lines.size() == 2 && NOTICE.matcher(lines.getFirst()).find(), run.err());
        assertEquals(2, run.exitCode());
        assertFalse(Files.exists(directory.resolve("set.hdf5")));
    }

    @Test
    void slipsAreToldTogether() throws IOException {
        CommandLineRun run = generate("IMRPhenomD", REST + "; chrip_mass: 30; mass_rato: 0.8; chi_1: 0; chi_2: 0");
        assertEquals("chirpmill: intrinsic_prior.chrip_mass is no parameter of a source or a detection (did you mean "
            + "chirp_mass?) (FILE, line 9).|chirpmill: intrinsic_prior.mass_rato is no parameter of a source or a "
            + "detection (did you mean mass_ratio?) (FILE, line 10).", String.join("|", run.err().lines().toList())
            .replace(directory.resolve("a.yaml").toString(), "FILE"));
    }

    @Test
    void slipsAreToldTogetherWithWhateverElseIsWrong() throws IOException {
        CommandLineRun run = generate("IMRPhenomE", REST + "; q: 0.8; mchirp: Uniform(30, 40); chi_1: Uniform(1)");
        assertEquals(List.of("approximant is 'IMRPhenomE'",
            "q is no parameter of a source or a detection (did you mean mass_ratio?)",
            "mchirp is no parameter of a source or a detection (did you mean chirp_mass?)",
            "chi_1 = 'Uniform(1)'"), run.err().lines().map(line -> line.replaceFirst("^chirpmill: ", "")
            .replaceFirst("^(waveform_generator|intrinsic_prior)[.]", "")
            .replaceFirst(", which is not among.*|: Uniform lacks.*| [(]/.*", "")).toList());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aSingleWaveformOfNothingIsToldOf() throws IOException {
        Path file = settings("IMRPhenomXAS", REST);
        for (double mass : new double[] {30, 30_000}) {
            String err = CommandLineRun.succeeding("waveform", file, "-p", "mass_1=" + mass, "-p", "mass_2=" + mass,
                "-p", "chi_1=0", "-p", "chi_2=0", "-p", "theta_jn=0.5", "-p", "phase=0", "-p",
                "luminosity_distance=100", "-o", directory.resolve(mass + ".csv")).err();
            assertEquals(mass > 100, err.contains("the waveform is zero in every bin"), err);
        }
    }

    @Test
    void theDefaultOfASlipIsThatOfWhatWasMeant() throws IOException {
        for (String slip : List.of("a1, a_1", "iota, theta_jn", "phi12, phi_12", "m1, mass_1")) {
            String typed = slip.split(", ")[0];
            String err = generate("IMRPhenomXP", typed + ": default").err();
            assertTrue(err.contains(typed + " has no default (did you mean " + slip.split(", ")[1] + "?), those"), err);
        }
    }

    @Test
    void aConstraintOnTheChirpMassIsNoneToHoldBandsTo() throws IOException {
        Path file = settings("IMRPhenomD", REST + "; mass_1: Uniform(30, 40); mass_2: Uniform(30, 40); chi_1: 0; "
            + "chi_2: 0; chirp_mass: Constraint(27, 33)");
        CommandLineRun.succeeding("domain", "suggest", file, "--mismatch", 1e-3, "--samples", 5);
    }

    @Test
    void tidalConstraintsAdmitAsManyDrawsAsInBilbyAndHoldInEveryRow() throws IOException {
        String prior = "chirp_mass: bilby.gw.prior.UniformInComponentsChirpMass(minimum=1.197, maximum=1.198); "
            + "mass_ratio: bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1); chi_1: 0.01; "
            + "chi_2: 0.02; lambda_tilde: Uniform(0, 1000); delta_lambda_tilde: Uniform(-5000, 5000); "
            + "lambda_1: Constraint(0, 5000); lambda_2: Constraint(0, 5000)";
        CommandLineRun run = generate("TaylorF2", REST + "; " + prior);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("chirpmill: the constraints admit 2.0 % of draws, the others are drawn again."),
            run.err());
        try (HdfFile set = new HdfFile(directory.resolve("set.hdf5"))) {
            Map<?, ?> columns = (Map<?, ?>) set.getDatasetByPath("parameters").getData();
            assertEquals(List.of("theta_jn", "phase", "luminosity_distance", "geocent_time", "chirp_mass",
                "mass_ratio", "chi_1", "chi_2", "lambda_tilde", "delta_lambda_tilde"), List.copyOf(columns.keySet()));
            double[] delta = (double[]) columns.get("delta_lambda_tilde");
            // Without the constraints, half of 20 draws would lie beyond 2500.
            assertTrue(Arrays.stream(delta).allMatch(value -> Math.abs(value) < 1000), Arrays.toString(delta));
        }
        CommandLineRun plan = CommandLineRun.succeeding("generate", directory.resolve("a.yaml"), "--dry-run", "-o",
            directory.resolve("other.hdf5"));
        assertTrue(plan.out().contains("admitted   2.0 % of draws, by the constraints of the prior"), plan.out());
    }

    @Test
    void constraintsThatAdmitMostDrawsAreNotWorthALine() throws IOException {
        CommandLineRun run = generate("IMRPhenomD", REST + "; mass_1: Uniform(20, 40); mass_2: Uniform(20, 40); "
            + "total_mass: Constraint(0, 75); chi_1: 0; chi_2: 0");
        assertEquals(0, run.exitCode(), run.err());
        assertFalse(run.err().contains("admit"), run.err());
    }

    @Test
    void defaultTidesAreDingos() throws IOException {
        CommandLineRun run = generate("TaylorF2",
            REST + "; chirp_mass: 1.2; mass_ratio: 0.8; chi_1: 0; chi_2: 0; lambda_1: default; lambda_2: default");
        assertEquals(0, run.exitCode(), run.err());
        try (HdfFile set = new HdfFile(directory.resolve("set.hdf5"))) {
            Map<?, ?> columns = (Map<?, ?>) set.getDatasetByPath("parameters").getData();
            for (String name : List.of("lambda_1", "lambda_2")) {
                double[] values = (double[]) columns.get(name);
                assertTrue(Arrays.stream(values).allMatch(value -> value > 0 && value < 5000), name);
                assertTrue(Arrays.stream(values).max().orElseThrow() > 2000, name + " " + Arrays.toString(values));
            }
        }
    }

    @Test
    void singleWaveformsTellTheSameOfTheirParameters() throws IOException {
        Path out = directory.resolve("w.h5");
        CommandLineRun slip = CommandLineRun.of("waveform", "configs/waveform.yaml", "-p", "chi1=0.5", "-o", out);
        assertEquals("chirpmill: chi1 is no parameter of a source or a detection (did you mean chi_1?)."
            + System.lineSeparator(), slip.err());
        assertEquals(2, slip.exitCode());
        Path file = Files.writeString(directory.resolve("w.yaml"), Files.readString(Path.of(
            "configs/waveform_xphm.yaml")).replaceAll("phi_12:.*\\n", "ra: 1.0\n").replace("phase:", "phas:"));
        for (List<Object> command : List.<List<Object>>of(List.of("waveform", file, "-o", out),
            List.of("plot", "waveform", file, "-o", directory.resolve("w.svg")))) {
            CommandLineRun run = CommandLineRun.of(command.toArray());
            assertEquals("chirpmill: waveform_parameters.phas is no parameter of a source or a detection (did you mean "
                + "phase?) (" + file + ", line 25)." + System.lineSeparator(), run.err());
            assertEquals(2, run.exitCode());
        }
        Files.writeString(file, Files.readString(file).replace("phas:", "phase:"));
        CommandLineRun taken = CommandLineRun.succeeding("waveform", file, "-o", out);
        assertTrue(taken.err().startsWith(
            "chirpmill: phi_12 is absent and taken as 0, as dingo-gw takes it." + System.lineSeparator()), taken.err());
    }
}
