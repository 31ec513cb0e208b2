package org.chirpmill.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.settings.UnknownKeys;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is absent is what dingo-gw 0.10.3 takes it for: src/test/reference-scripts/dingo_absent.py. */
class AbsentParametersTest {
    private static final Path TABLE = Path.of("src/test/resources/source/dingo_absent.tsv");
    private static final int FIRST_BIN = 20;
    /** Over the peak; at a maximum of the total spin LALSimulation keeps half of the digits. */
    private static final double ROUNDING = 1e-8;

    private record Case(String approximant, String parameters, String outcome) {
        static Case of(String line) {
            String[] fields = line.split("\t");
            return new Case(fields[0], fields[1], fields[2]);
        }

        boolean isRefused() {
            return outcome.startsWith("KeyError");
        }

        DatasetSettings settings() {
            return AbsentParametersTest.settings(approximant, parameters);
        }
    }

    static Stream<Case> waveforms() throws IOException {
        return cases().filter(one -> !one.isRefused());
    }

    static Stream<Case> refusals() throws IOException {
        return cases().filter(Case::isRefused);
    }

    private static Stream<Case> cases() throws IOException {
        return Files.readAllLines(TABLE).stream().map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("waveforms")
    void whatDingoTakesAsZeroIsZeroAndHasNoColumn(Case one)
            throws UnphysicalSourceException, SourceRefusedException {
        Recipe recipe = Recipe.of(one.settings(), Path.of("."));
        assertEquals(Arrays.stream(one.parameters.split(" ")).map(entry -> entry.split("=")[0]).toList(),
            recipe.prior().columns());
        double[] row = new double[recipe.prior().columns().size()];
        recipe.prior().sampler().draw(3, 5, 0, row, 0);
        Choices choices = Choices.on(EvaluatorLookup.forced("scalar")).withAccuracy(Accuracy.EXACT);
        try (SingleWaveforms waveforms = SingleWaveforms.of(one.settings(), choices)) {
            Polarizations ours = waveforms.polarizations(recipe.conversion().convert(row, 0));
            double[] dingos = Arrays.stream(one.outcome.split(" ")).mapToDouble(Double::parseDouble).toArray();
            assertSame(Arrays.copyOf(dingos, dingos.length / 2), ours.plus(), "h_plus of " + one.parameters);
            assertSame(Arrays.copyOfRange(dingos, dingos.length / 2, dingos.length), ours.cross(),
                "h_cross of " + one.parameters);
        }
    }

    private static void assertSame(double[] expected, double[] series, String what) {
        double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], series[2 * FIRST_BIN + k], ROUNDING * peak,
                what + ", bin " + (FIRST_BIN + k / 2));
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whereDingoStopsTheRefusalSaysWhatToWrite(Case one) {
        String given = one.parameters;
        String absent = Stream.of("chirp_mass", "mass_ratio", "a_1", "tilt_2", "theta_jn", "phase",
            "luminosity_distance").filter(name -> !given.contains(name)).collect(Collectors.joining(", "));
        SettingsException refusal =
            assertThrows(SettingsException.class, () -> Recipe.of(one.settings(), Path.of(".")));
        assertEquals("intrinsic_prior lacks parameters of the source, where dingo-gw stops too: write, "
            + "or give otherwise, " + absent + ": default (w.yaml, line 3).", refusal.getMessage());
    }

    /** Without the one that nothing varies, which is so of all these priors. */
    private static List<String> notices(Recipe recipe) {
        return recipe.notices().stream().filter(notice -> !notice.contains("so that all rows are the same")).toList();
    }

    /** Approximant; what it is of beside masses, angles and distance; the notices. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        IMRPhenomXP | a_1=0.5 a_2=0.3 tilt_1=0.5 tilt_2=0.8 | phi_12 and phi_jl are absent and taken as 0, as \
        dingo-gw takes them.
        IMRPhenomXP | a_1=0.5 cos_tilt_1=0.5 chi_2=0.1 | phi_jl is absent and taken as 0, as dingo-gw takes it.
        IMRPhenomXPHM | a_1=0.5 a_2=0.3 tilt_1=0.5 tilt_2=0.8 phi_jl=1 | phi_12 is absent and taken as 0, as \
        dingo-gw takes it.
        IMRPhenomXP | a_1=0.5 a_2=0.3 tilt_1=0.5 tilt_2=0.8 phi_12=1 phi_jl=1 | none
        IMRPhenomXP | chi_1=0.5 chi_2=0.3 | none
        IMRPhenomD | chi_1=0.5 chi_2=0.3 | none
        IMRPhenomD | chi_1=0.5 chi_2=0.3 phi_12=2 | phi_12 changes no waveform, since chi_1 and chi_2 leave no spin in \
        the orbital plane.
        TaylorF2 | chi_1=0.01 chi_2=0.02 lambda_1=400 | lambda_2 is absent and taken as 0, as dingo-gw takes it \
        (bilby's conversion of neutron stars would make lambda_2 of it, lambda_1 (m1/m2)^5).
        TaylorF2 | chi_1=0.01 chi_2=0.02 | lambda_1 and lambda_2 are absent and taken as 0, as dingo-gw takes them.
        TaylorF2 | chi_1=0.01 chi_2=0.02 lambda_1=0 lambda_2=0 | none
        TaylorF2 | chi_1=0.01 chi_2=0.02 lambda_tilde=400 | lambda_1 and lambda_2 are worked out from lambda_tilde as \
        bilby's conversion of neutron stars does it; dingo-gw 0.10.3 would take both as 0.
        TaylorF2 | chi_1=0.01 chi_2=0.02 lambda_1=300 lambda_tilde=400 | lambda_2 is worked out from lambda_1 and \
        lambda_tilde, of which bilby has no conversion; dingo-gw 0.10.3 would take it as 0.
        """)
    void whatTheModelWouldUseIsToldInOneLine(String approximant, String spinsAndTides, String notice) {
        DatasetSettings settings = settings(approximant, "chirp_mass=2 mass_ratio=0.8 theta_jn=0.5 phase=0.4 "
            + "luminosity_distance=500 " + spinsAndTides);
        assertEquals(notice == null ? List.of() : List.of(notice), notices(Recipe.of(settings, Path.of("."))));
    }

    /** Sets of 0.1.0 hold all that it had filled in, and "default" of aligned spins. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void storedSettingsKeepTheirMeaning(boolean stored) {
        Map<String, Object> prior = Map.of("chirp_mass", 30, "mass_ratio", 0.8, "chi_1", "default", "chi_2", 0.1,
            "theta_jn", "default", "phase", 0, "luminosity_distance", 1000.0, "ecentricity", 0.1, "lambda_1",
            "Constraint(0, 5000)");
        SettingsTree tree = settings("IMRPhenomD", "chi_1=0 chi_2=0").tree().with("intrinsic_prior", prior);
        if (stored) {
            Recipe recipe =
                Recipe.of(DatasetSettings.of(SettingsTree.ofPythonLiteral(tree.toPythonLiteral(), "set.hdf5")),
                    Path.of("."));
            assertEquals(-0.99, recipe.prior().least("chi_1"));
            assertEquals(List.of("intrinsic_prior.ecentricity is no parameter of a source or a detection: it is drawn "
                + "and stored, and changes no waveform (set.hdf5).",
                "the constraint on lambda_1 follows from nothing and is passed over, as bilby does."),
                recipe.notices());
        } else {
            SettingsException refusal = assertThrows(SettingsException.class,
                () -> Recipe.of(DatasetSettings.of(tree, UnknownKeys.IGNORED), Path.of(".")));
            assertTrue(refusal.getMessage().startsWith("chi_1 = 'default': dingo-gw has no default for chi_1"),
                refusal.getMessage());
        }
    }

    @Test
    void namesThatNobodyKnowsAreDrawnAndStoredWhereTheUserWantsIt() {
        SettingsTree tree = settings("IMRPhenomD", "chirp_mass=28 mass_ratio=0.8 chi_1=0 chi_2=0 theta_jn=0.5 phase=0 "
            + "luminosity_distance=500 snr=9 ra=1").tree();
        Recipe recipe = Recipe.of(DatasetSettings.of(tree, UnknownKeys.IGNORED), Path.of("."));
        assertEquals(List.of("intrinsic_prior.snr is no parameter of a source or a detection: it is drawn and stored, "
            + "and changes no waveform (w.yaml, line 3)."), notices(recipe));
        assertTrue(recipe.prior().columns().containsAll(List.of("snr", "ra")), recipe.prior().columns().toString());
        SettingsException refusal = assertThrows(SettingsException.class,
            () -> Recipe.of(DatasetSettings.of(tree), Path.of(".")));
        assertEquals("intrinsic_prior.snr is no parameter of a source or a detection (w.yaml, line 3).",
            refusal.getMessage());
    }

    private static DatasetSettings settings(String approximant, String parameters) {
        return DatasetSettings.of(SettingsTree.parse("""
            domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
            waveform_generator: {approximant: %s, f_ref: 20.0}
            intrinsic_prior: {%s}
            num_samples: 5
            """.formatted(approximant, parameters.replace("=", ": ").replace(" ", ", ").replace(":,", ":")),
            "w.yaml"));
    }
}
