package org.chirpmill.prior;

import java.util.Arrays;
import java.util.List;
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
    CONSTRAINT("Constraint", "minimum maximum", "name latex_label unit",
        a -> new Constraint(a.number("minimum"), a.number("maximum"))),
    COSINE("Cosine", "", "minimum maximum name latex_label unit boundary",
        a -> new Cosine(
            a.numberOr("minimum", -0.5 * StrictMath.PI), a.numberOr("maximum", 0.5 * StrictMath.PI))),
    DELTA_FUNCTION("DeltaFunction", "peak", "name latex_label unit",
        a -> new DeltaFunction(a.number("peak"))),
    GAUSSIAN("Gaussian", "mu sigma", "name latex_label unit boundary",
        a -> new Gaussian(a.number("mu"), a.number("sigma"))),
    INTERPED("Interped", "xx yy", "minimum maximum name latex_label unit boundary",
        a -> new Interped(
            a.table("xx"), a.table("yy"), a.numberOr("minimum", Double.NaN), a.numberOr("maximum", Double.NaN))),
    LOG_UNIFORM("LogUniform", "minimum maximum", "name latex_label unit boundary",
        a -> new PowerLaw(-1, a.number("minimum"), a.number("maximum"))),
    NORMAL("Normal", "mu sigma", "name latex_label unit boundary",
        a -> new Gaussian(a.number("mu"), a.number("sigma"))),
    POWER_LAW("PowerLaw", "alpha minimum maximum", "name latex_label unit boundary",
        a -> new PowerLaw(a.number("alpha"), a.number("minimum"), a.number("maximum"))),
    SINE("Sine", "", "minimum maximum name latex_label unit boundary",
        a -> new Sine(a.numberOr("minimum", 0), a.numberOr("maximum", StrictMath.PI))),
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
        a -> distance(a, true));

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

    private static CosmologicalDistance distance(Arguments a, boolean sourceFrameTime) {
        return new CosmologicalDistance(
            a.number("minimum"), a.number("maximum"), a.distanceMeasure(), sourceFrameTime, a.cosmology());
    }

    private static List<String> words(String spaced) {
        return spaced.isBlank() ? List.of() : List.of(spaced.strip().split(" "));
    }
}
