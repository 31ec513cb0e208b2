package org.chirpmill.prior;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The distributions that can be named in a prior string, with bilby 2.8's names and order of arguments. */
enum KnownPrior {
    ALIGNED_SPIN("AlignedSpin", "",
        "a_prior z_prior name latex_label unit boundary minimum maximum num_interp",
        a -> new AlignedSpin(
            a.distributionOr("a_prior", new Uniform(0, 1)),
            a.distributionOr("z_prior", new Uniform(-1, 1)),
            a.numberOr("minimum", Double.NaN),
            a.numberOr("maximum", Double.NaN))),
    BETA("Beta", "alpha beta", "minimum maximum name latex_label unit boundary",
        a -> new BetaDistribution(
            a.number("alpha"), a.number("beta"), a.numberOr("minimum", 0), a.numberOr("maximum", 1))),
    CATEGORICAL("Categorical", "ncategories", "name latex_label unit boundary",
        a -> DiscreteValues.categories(a.count("ncategories"), null)),
    CAUCHY("Cauchy", "alpha beta", "name latex_label unit boundary",
        KnownPrior::cauchy),
    CHI_SQUARED("ChiSquared", "nu", "name latex_label unit boundary",
        a -> new GammaDistribution(0.5 * a.count("nu"), 2)),
    CONSTRAINT("Constraint", "minimum maximum", "name latex_label unit",
        a -> new Constraint(a.number("minimum"), a.number("maximum"))),
    COSINE("Cosine", "", "minimum maximum name latex_label unit boundary",
        a -> new Cosine(
            a.numberOr("minimum", -0.5 * StrictMath.PI), a.numberOr("maximum", 0.5 * StrictMath.PI))),
    DELTA_FUNCTION("DeltaFunction", "peak", "name latex_label unit",
        a -> new DeltaFunction(a.number("peak"))),
    DISCRETE_VALUES("DiscreteValues", "values", "name latex_label unit boundary",
        a -> new DiscreteValues(a.table("values"), null)),
    EXPONENTIAL("Exponential", "mu", "name latex_label unit boundary",
        a -> new Exponential(a.number("mu"))),
    FERMI_DIRAC("FermiDirac", "sigma", "mu r name latex_label unit",
        KnownPrior::fermiDirac),
    GAMMA("Gamma", "k", "theta name latex_label unit boundary",
        a -> new GammaDistribution(a.number("k"), a.numberOr("theta", 1))),
    GAUSSIAN("Gaussian", "mu sigma", "name latex_label unit boundary",
        a -> new Gaussian(a.number("mu"), a.number("sigma"))),
    HALF_GAUSSIAN("HalfGaussian", "sigma", "name latex_label unit boundary",
        a -> new HalfGaussian(a.number("sigma"))),
    HALF_NORMAL("HalfNormal", "sigma", "name latex_label unit boundary",
        a -> new HalfGaussian(a.number("sigma"))),
    INTERPED("Interped", "xx yy", "minimum maximum name latex_label unit boundary",
        a -> new Interped(
            a.table("xx"), a.table("yy"), a.numberOr("minimum", Double.NaN), a.numberOr("maximum", Double.NaN))),
    LOG_GAUSSIAN("LogGaussian", "mu sigma", "name latex_label unit boundary",
        a -> new LogNormal(a.number("mu"), a.number("sigma"))),
    LOG_NORMAL("LogNormal", "mu sigma", "name latex_label unit boundary",
        a -> new LogNormal(a.number("mu"), a.number("sigma"))),
    LOG_UNIFORM("LogUniform", "minimum maximum", "name latex_label unit boundary",
        a -> new PowerLaw(-1, a.number("minimum"), a.number("maximum"))),
    LOGISTIC("Logistic", "mu scale", "name latex_label unit boundary",
        a -> new Logistic(a.number("mu"), a.number("scale"))),
    LORENTZIAN("Lorentzian", "alpha beta", "name latex_label unit boundary",
        KnownPrior::cauchy),
    NORMAL("Normal", "mu sigma", "name latex_label unit boundary",
        a -> new Gaussian(a.number("mu"), a.number("sigma"))),
    POWER_LAW("PowerLaw", "alpha minimum maximum", "name latex_label unit boundary",
        a -> new PowerLaw(a.number("alpha"), a.number("minimum"), a.number("maximum"))),
    SINE("Sine", "", "minimum maximum name latex_label unit boundary",
        a -> new Sine(a.numberOr("minimum", 0), a.numberOr("maximum", StrictMath.PI))),
    STUDENT_T("StudentT", "df", "mu scale name latex_label unit boundary",
        a -> new StudentT(a.number("df"), a.numberOr("mu", 0), a.numberOr("scale", 1))),
    SYMMETRIC_LOG_UNIFORM("SymmetricLogUniform", "minimum maximum", "name latex_label unit boundary",
        a -> new SymmetricLogUniform(a.number("minimum"), a.number("maximum"))),
    TRIANGULAR("Triangular", "mode minimum maximum", "name latex_label unit",
        a -> new Triangular(a.number("mode"), a.number("minimum"), a.number("maximum"))),
    TRUNCATED_GAUSSIAN("TruncatedGaussian", "mu sigma minimum maximum", "name latex_label unit boundary",
        KnownPrior::truncatedGaussian),
    TRUNCATED_NORMAL("TruncatedNormal", "mu sigma minimum maximum", "name latex_label unit boundary",
        KnownPrior::truncatedGaussian),
    UNIFORM("Uniform", "minimum maximum", "name latex_label unit boundary",
        a -> new Uniform(a.number("minimum"), a.number("maximum"))),
    UNIFORM_COMOVING_VOLUME("UniformComovingVolume", "minimum maximum",
        "cosmology name latex_label unit boundary",
        a -> distance(a, false)),
    UNIFORM_IN_COMPONENTS_CHIRP_MASS("UniformInComponentsChirpMass", "minimum maximum",
        "name latex_label unit boundary",
        a -> new PowerLaw(1, a.number("minimum"), a.number("maximum"))),
    UNIFORM_IN_COMPONENTS_MASS_RATIO("UniformInComponentsMassRatio", "minimum maximum",
        "name latex_label unit boundary equal_mass",
        a -> new UniformInComponentsMassRatio(
            a.number("minimum"), a.number("maximum"), a.flag("equal_mass"))),
    UNIFORM_SOURCE_FRAME("UniformSourceFrame", "minimum maximum",
        "cosmology name latex_label unit boundary",
        a -> distance(a, true)),
    WEIGHTED_CATEGORICAL("WeightedCategorical", "ncategories", "weights name latex_label unit boundary",
        a -> DiscreteValues.categories(
            a.count("ncategories"), a.tableOrNull("weights"))),
    WEIGHTED_DISCRETE_VALUES("WeightedDiscreteValues", "values", "weights name latex_label unit boundary",
        a -> new DiscreteValues(a.table("values"), a.tableOrNull("weights")));

    /** All others lie in bilby.core.prior. */
    private static final Set<String> OF_BILBY_GW = Set.of("AlignedSpin", "UniformComovingVolume",
        "UniformInComponentsChirpMass", "UniformInComponentsMassRatio", "UniformSourceFrame");

    private final String bilbyName;
    private final List<String> required;
    private final List<String> parameters;
    private final Function<Arguments, Prior> builder;

    KnownPrior(String bilbyName, String required, String optional, Function<Arguments, Prior> builder) {
        this.bilbyName = bilbyName;
        this.required = words(required);
        this.parameters = words(required + " " + optional);
        this.builder = builder;
    }

    /** The distribution that bilby calls so, or null. */
    static KnownPrior named(String bilbyName) {
        return Arrays.stream(values()).filter(known -> known.bilbyName.equals(bilbyName)).findFirst().orElse(null);
    }

    /** All names, in alphabetical order. */
    static List<String> names() {
        return Arrays.stream(values()).map(KnownPrior::bilbyName).toList();
    }

    String bilbyName() {
        return bilbyName;
    }

    /** The name with the module that bilby 2.8 has it in. */
    String fullName() {
        return (OF_BILBY_GW.contains(bilbyName) ? "bilby.gw.prior." : "bilby.core.prior.") + bilbyName;
    }

    /** Names of the arguments that must be given. */
    List<String> required() {
        return required;
    }

    /** Names of all arguments in the order in which they may be given without name. */
    List<String> parameters() {
        return parameters;
    }

    /** Which arguments there are, for an error. */
    String usage() {
        return bilbyName + " takes " + String.join(", ", parameters);
    }

    /** The prior with these arguments. */
    Prior build(Arguments arguments) {
        arguments.checkLabels();
        try {
            return builder.apply(arguments);
        } catch (IllegalArgumentException e) {
            throw PriorSyntaxException.at(arguments.key(), arguments.text(), arguments.start(),
                bilbyName + " cannot be built", e.getMessage());
        }
    }

    private static TruncatedGaussian truncatedGaussian(Arguments a) {
        return new TruncatedGaussian(a.number("mu"), a.number("sigma"), a.number("minimum"), a.number("maximum"));
    }

    private static Cauchy cauchy(Arguments a) {
        return new Cauchy(a.number("alpha"), a.number("beta"));
    }

    /** Where r is given, bilby takes no notice of mu. */
    private static FermiDirac fermiDirac(Arguments a) {
        double sigma = a.number("sigma");
        double r = a.numberOr("r", a.numberOr("mu", Double.NaN) / sigma);
        if (Double.isNaN(r)) {
            throw new IllegalArgumentException("mu or r must be given");
        }
        return new FermiDirac(sigma, r);
    }

    private static CosmologicalDistance distance(Arguments a, boolean sourceFrameTime) {
        return new CosmologicalDistance(
            a.number("minimum"), a.number("maximum"), a.distanceMeasure(), sourceFrameTime, a.cosmology());
    }

    private static List<String> words(String spaced) {
        return spaced.isBlank() ? List.of() : List.of(spaced.strip().split(" "));
    }
}
