package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadPriorTest {
    private static final String ALLOWED =
        "a prior is a distribution such as Uniform(minimum=10, maximum=80), a number, or default";
    private static final String KNOWN = "known are AlignedSpin, Beta, Categorical, Cauchy, ChiSquared, Constraint,"
        + " Cosine, DeltaFunction, DiscreteValues, Exponential, FermiDirac, Gamma, Gaussian, HalfGaussian, HalfNormal,"
        + " Interped, LogGaussian, LogNormal, LogUniform, Logistic, Lorentzian, Normal, PowerLaw, Sine, StudentT,"
        + " SymmetricLogUniform, Triangular, TruncatedGaussian, TruncatedNormal, Uniform, UniformComovingVolume,"
        + " UniformInComponentsChirpMass, UniformInComponentsMassRatio, UniformSourceFrame, WeightedCategorical,"
        + " WeightedDiscreteValues";
    private static final String UNIFORM =
        "Uniform takes minimum, maximum, name, latex_label, unit, boundary";

    static Stream<Arguments> bad() {
        return Stream.of(
            row("", "the prior is empty, " + ALLOWED),
            row("Unifrom(10, 80)",
                "unknown distribution 'Unifrom' (did you mean Uniform?) at character 1, " + KNOWN),
            row("bilby.core.prior.Weibull(1, 2)", "unknown distribution 'Weibull' at character 1, " + KNOWN),
            row("__import__('os')", "unknown distribution '__import__' at character 1, " + KNOWN),
            row("Uniform(0, 1).sample()", "'.' has no meaning at character 14"),
            row("Uniform", "the distribution Uniform lacks its arguments at character 1, " + UNIFORM),
            row("defualt", "unknown name 'defualt' (did you mean default?) at character 1, " + ALLOWED),
            row("Uniform(minimum=10)", "Uniform lacks its argument maximum at character 1, " + UNIFORM),
            row("Uniform(minimun=10, maximum=80)",
                "Uniform has no argument 'minimun' (did you mean minimum?) at character 9, " + UNIFORM),
            row("Uniform(10, 80, minimum=3)", "the argument 'minimum' is given twice at character 17"),
            row("Uniform(minimum=10, 80)",
                "unexpected '80' at character 21, an argument without a name must stand before the named ones"),
            row("Uniform(1, 2, 'a', 'b', None, None, 3)", "too many arguments at character 37, " + UNIFORM),
            row("Uniform(10, 80", "expected ',' but found the end at character 15"),
            row("Uniform(10 80)", "expected ',' but found '80' at character 12"),
            row("Uniform(10, 20)80", "unexpected '80' at character 16, the prior ends before it"),
            row("Uniform(, 80)", "expected a value but found ',' at character 9"),
            row("Uniform(10, 80*)", "expected a value but found ')' at character 16"),
            row("Uniform(10Msun, 80)", "'10M' is not a number at character 9"),
            row("Uniform(1e, 80)", "the number '1e' lacks its exponent at character 9"),
            row("Uniform(10; 80)", "';' has no meaning at character 11"),
            row("Uniform(10, 80, name='mass)", "the string is not closed at character 22"),
            row("Uniform('10', 80)", "minimum of Uniform must be a number, not a string at character 9"),
            row("Uniform(10, None)", "maximum of Uniform must be a number, not None at character 13"),
            row("Uniform(10, np.tau)", "unknown name 'np.tau' at character 13, " + ALLOWED),
            row("Uniform(10, 1/0)", "division by zero at character 14"),
            row("Uniform(10, 'a' + 1)", "'+' needs numbers, not a string at character 17"),
            row("Uniform(80, 10)",
                "Uniform cannot be built at character 1, maximum must exceed minimum, here 10.0 and 80.0"),
            row("Uniform(0, inf)",
                "Uniform cannot be built at character 1, maximum must be finite, here Infinity"),
            row("Uniform(-1e308, 1e308)", "Uniform cannot be built at character 1,"
                + " maximum - minimum must be finite, here Infinity"),
            row("LogUniform(1e-200, 1e200)", "LogUniform cannot be built at character 1,"
                + " maximum / minimum must be finite, here Infinity"),
            row("Interped([-1e308, 1e308], [1, 1])", "Interped cannot be built at character 1,"
                + " the integral of yy must be finite, here NaN"),
            row("Gaussian(0, 1e309)",
                "Gaussian cannot be built at character 1, sigma must be positive and finite, here Infinity"),
            row("DeltaFunction(inf)",
                "DeltaFunction cannot be built at character 1, a fixed value must be finite, here Infinity"),
            row("inf - inf", "a fixed value must be finite, here NaN"),
            row("Uniform(10, 80, boundary='round')", "boundary of Uniform must be 'periodic', 'reflective' or None,"
                + " not 'round' at character 26"),
            row("Uniform(10, 80, name=3)", "name of Uniform must be a string or None, not a number at character 22"),
            row("Sine(0, 180)", "Sine cannot be built at character 1,"
                + " Sine is defined from 0.0 to 3.141592653589793 only, here 180.0"),
            row("PowerLaw(-2, 0, 5)", "PowerLaw cannot be built at character 1,"
                + " minimum must be positive where the density goes as x to the -2.0"),
            row("Gaussian(0, -1)",
                "Gaussian cannot be built at character 1, sigma must be positive and finite, here -1.0"),
            row("TruncatedGaussian(0, 1, 60, 70)", "TruncatedGaussian cannot be built at character 1,"
                + " the range 60.0 to 70.0 holds none of a normal distribution at 0.0 of width 1.0"),
            row("UniformSourceFrame(100, 1000, name='luminosity_distance')",
                "UniformSourceFrame cannot be the prior of mass_1 at character 1,"
                    + " only of luminosity_distance, comoving_distance or redshift"),
            row("AlignedSpin(a_prior=0.9)",
                "a_prior of AlignedSpin must be a distribution, not a number at character 21"),
            row("AlignedSpin(a_prior=Gaussian(0, 1))", "AlignedSpin cannot be built at character 1,"
                + " a_prior must be a distribution over a finite range"),
            row("AlignedSpin(Uniform(-1, 1))", "AlignedSpin cannot be built at character 1,"
                + " a_prior must not reach below 0, here it starts at -1.0"),
            row("AlignedSpin(a_prior=Beta(2, 0.4))", "AlignedSpin cannot be built at character 1,"
                + " the density of a_prior must be finite at 1.0"),
            row("AlignedSpin(Uniform(0, 1), Beta(0.5, 2, -1, 1))", "AlignedSpin cannot be built at character 1,"
                + " the density of z_prior must be finite at -1.0"),
            row("AlignedSpin(a_prior=Categorical(3))", "AlignedSpin cannot be built at character 1,"
                + " a_prior must be a distribution over a finite range"),
            row("Interped([0, 1], [1])", "Interped cannot be built at character 1,"
                + " xx and yy must have the same length of at least 2, here 2 and 1"),
            row("Interped([0, 2, 1], [1, 1, 1])", "Interped cannot be built at character 1,"
                + " xx must increase, here 1.0 follows 2.0"),
            row("Interped(xx=4, yy=[1])",
                "xx of Interped must be a list of numbers such as [0, 1, 2], not a number at character 13"),
            row("UniformInComponentsMassRatio(0.1, 1, equal_mass=1)", "equal_mass of UniformInComponentsMassRatio"
                + " must be True or False, not a number at character 49"),
            row("Beta(0, 1)", "Beta cannot be built at character 1,"
                + " alpha must be positive and at most 1.0E8, here 0.0"),
            row("StudentT(df=1e9)", "StudentT cannot be built at character 1,"
                + " df must be positive and at most 1.0E8, here 1.0E9"),
            row("ChiSquared(2.0)",
                "nu of ChiSquared must be a whole number from 1 to 1000000, written without a point at character 12"),
            row("Categorical(0)", "ncategories of Categorical must be a whole number from 1 to 1000000, written"
                + " without a point at character 13"),
            row("Categorical(1)", "Categorical cannot be built at character 1,"
                + " values must hold two different numbers at least"),
            row("WeightedDiscreteValues([1, 2], [1])", "WeightedDiscreteValues cannot be built at character 1,"
                + " there must be as many weights as values, here 1 and 2"),
            row("WeightedDiscreteValues([1, 2], [1, -1])", "WeightedDiscreteValues cannot be built at character 1,"
                + " weights must not be negative, here -1.0"),
            row("WeightedDiscreteValues([1, 2], [0, 0])", "WeightedDiscreteValues cannot be built at character 1,"
                + " the sum of the weights must be positive and finite, here 0.0"),
            row("SymmetricLogUniform(0, 1)", "SymmetricLogUniform cannot be built at character 1,"
                + " minimum must be positive and finite, here 0.0"),
            row("Triangular(9, 1, 2)", "Triangular cannot be built at character 1,"
                + " mode must lie between minimum and maximum, here 9.0, 1.0 and 2.0"),
            row("FermiDirac(2)", "FermiDirac cannot be built at character 1, mu or r must be given"),
            row("FermiDirac(sigma=2, mu=-1)",
                "FermiDirac cannot be built at character 1, r must be positive and finite, here -0.5"),
            row("bilby.core.prior.ConditionalUniform(condition_func=bilby.gw.prior.secondary_mass_condition_function,"
                + " minimum=5, maximum=100)", "bilby's ConditionalUniform depends on other parameters, which"
                + " Chirpmill's priors do not: for mass_2 below mass_1 write chirp_mass and mass_ratio, as"
                + " UniformInComponentsChirpMass and UniformInComponentsMassRatio"),
            row("MultivariateGaussian(dist)", "bilby's MultivariateGaussian draws several parameters together,"
                + " which Chirpmill does not: write a prior of its own for each"),
            row("FromFile('/etc/passwd')", "bilby's FromFile reads its table from a file, which a dataset could not"
                + " hold: write the numbers as Interped(xx=[...], yy=[...])"),
            row("Uniform(0, 1)  # of 2020", "'#' has no meaning at character 16"),
            row("[1, 2]", "this is a list, " + ALLOWED),
            row("'Uniform(1, 2)'", "this is a string, " + ALLOWED),
            row("np.inf", "a fixed value must be finite, here Infinity"),
            row("-".repeat(100) + "1", "nested too deeply at character 61, 60 levels are allowed"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badStringsAreRefusedInOneSentence(String text, String problem) {
        PriorSyntaxException refusal =
            assertThrows(PriorSyntaxException.class, () -> PriorSet.of(Map.of("mass_1", text)), text);
        assertEquals("mass_1 = '" + text + "': " + problem, refusal.getMessage());
        assertEquals("mass_1", refusal.key());
    }

    @Test
    void aDistanceMustBeWhatItsKeySays() {
        assertEquals("redshift = 'UniformSourceFrame(0, 2, name='luminosity_distance')': name of UniformSourceFrame"
                + " must be the key it stands at, 'redshift', not 'luminosity_distance' at character 31",
            refusal("redshift", "UniformSourceFrame(0, 2, name='luminosity_distance')"));
        assertEquals("cosmology of UniformSourceFrame is 'WMAP8' (did you mean WMAP1?) but must be one of Planck13,"
            + " Planck15, Planck18, WMAP1, WMAP3, WMAP5, WMAP7, WMAP9, Planck15_LAL, or a dictionary such as"
            + " {'H0': 67.7, 'Om0': 0.31} at character 36", cosmologyRefusal("'WMAP8'"));
        assertEquals("cosmology of UniformSourceFrame must be a flat Lambda-CDM, without w0: write"
            + " {'H0': 67.7, 'Om0': 0.31}, with numbers of your own at character 36",
            cosmologyRefusal("{'H0': 70, 'Om0': 0.3, 'Ode0': 0.7, 'w0': -0.9}"));
        assertEquals("cosmology of UniformSourceFrame must be flat: leave Ode0 out, which is then what Om0 and the"
            + " radiation leave at character 36", cosmologyRefusal("{'H0': 70, 'Om0': 0.3, 'Ode0': 0.6}"));
        assertEquals("cosmology of UniformSourceFrame has no entry 'h0' (did you mean H0?), known are H0, Om0, Tcmb0,"
            + " Neff, m_nu, Ob0, Ode0, name at character 36", cosmologyRefusal("{'h0': 70, 'Om0': 0.3}"));
        assertEquals("cosmology of UniformSourceFrame lacks its Om0, as in {'H0': 67.7, 'Om0': 0.31} at character 36",
            cosmologyRefusal("{'H0': 70}"));
        assertEquals("cosmology of UniformSourceFrame cannot have a list as its m_nu, which bilby cannot read: write"
            + " one number at character 36", cosmologyRefusal("{'H0': 70, 'Om0': 0.3, 'm_nu': [0, 0, 0.06]}"));
        assertEquals("luminosity_distance = 'UniformComovingVolume(1, 5, unit='Gpc')': unit of"
                + " UniformComovingVolume must be 'Mpc' or None, not 'Gpc' at character 34",
            refusal("luminosity_distance", "UniformComovingVolume(1, 5, unit='Gpc')"));
        assertEquals("redshift = 'UniformSourceFrame(0, 2000)': UniformSourceFrame cannot be built at character 1,"
            + " redshift 2000.0 lies outside 0 to 1100.0", refusal("redshift", "UniformSourceFrame(0, 2000)"));
    }

    @Test
    void valuesThatAreNoPriorsAreNamed() {
        assertEquals("phase = [0, 6]: a prior is a number or a string such as 'Uniform(minimum=10, maximum=80)'",
            refusal("phase", List.of(0, 6)));
        assertEquals("phase = true: a prior is a number or a string such as 'Uniform(minimum=10, maximum=80)'",
            refusal("phase", true));
        assertEquals("phase = NaN: a fixed value must be finite", refusal("phase", Double.NaN));
        assertEquals("total_mass = 'default': total_mass has no default, those that have are mass_1, mass_2,"
            + " mass_ratio, chirp_mass, luminosity_distance, theta_jn, phase, a_1, a_2, tilt_1, tilt_2, phi_12,"
            + " phi_jl, lambda_1, lambda_2, geocent_time", refusal("total_mass", "default"));
    }

    @Test
    void constraintsOnWhatDoesNotFollowAreRefused() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("chirp_mass", "Uniform(20, 30)");
        priors.put("phase", 0.5);
        priors.put("mass_1", "Constraint(5, 50)");
        assertEquals("mass_1 = 'Constraint(5, 50)': mass_1 does not follow from the other keys (chirp_mass, phase),"
                + " constraints can be put on nothing here",
            assertThrows(PriorSyntaxException.class, () -> PriorSet.of(priors)).getMessage());
        priors.remove("mass_1");
        priors.put("mass_ratio", "Uniform(0.2, 1)");
        priors.put("mas_1", "Constraint(5, 50)");
        assertEquals("mas_1 = 'Constraint(5, 50)': mas_1 does not follow from the other keys (chirp_mass, phase,"
                + " mass_ratio), constraints can be put on mass_1, mass_2, total_mass, symmetric_mass_ratio (did"
                + " you mean mass_1?)",
            assertThrows(PriorSyntaxException.class, () -> PriorSet.of(priors)).getMessage());
    }

    @Test
    void longValuesAreQuotedInPart() {
        String text = "Uniform(1, 2" + " ".repeat(300) + "3)";
        String message = refusal("phase", text);
        assertEquals("phase = 'Uniform(1, 2" + " ".repeat(148) + "...': expected ',' but found '3' at character 313",
            message);
    }

    /** What is said behind the quoted prior. */
    private static String cosmologyRefusal(String cosmology) {
        String text = "UniformSourceFrame(0, 2, cosmology=" + cosmology + ")";
        return refusal("redshift", text).substring(("redshift = '" + text + "': ").length());
    }

    private static String refusal(String key, Object value) {
        return assertThrows(PriorSyntaxException.class, () -> PriorSet.of(Map.of(key, value))).getMessage();
    }

    private static Arguments row(String text, String problem) {
        return Arguments.of(text, problem);
    }
}
