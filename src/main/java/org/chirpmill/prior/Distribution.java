package org.chirpmill.prior;

/**
 * A distribution of one real parameter, named and parametrized as in bilby. Immutable, shared by all threads.
 * Quantiles use only {@link StrictMath} and the basic operations, so that draws are the same bits on every machine.
 */
sealed interface Distribution extends Prior
    permits AlignedSpin, Cosine, DeltaFunction, DiscreteValues, PositiveDistribution, RangedDistribution, Sine,
    SymmetricLogUniform, UnboundedDistribution, Uniform, UniformInComponentsMassRatio {

    /** How far off rough quantiles may be, relative to the quantile. */
    double ROUGHNESS = 1.0 / 128;

    /** Whether every draw is the same value, so that drawing it costs no random number. */
    default boolean isFixed() {
        return false;
    }

    /** The value below which a fraction {@code u}, 0 to 1, of the draws lies; bilby calls it {@code rescale}. */
    double quantile(double u);

    /** Whether {@link #roughQuantile} takes less time than {@link #quantile}. */
    default boolean hasRoughQuantile() {
        return false;
    }

    /** About the same: off by at most {@link #ROUGHNESS} of it, of a distribution of positive values. */
    default double roughQuantile(double u) {
        return quantile(u);
    }

    /** The fraction of draws at or below {@code x}. */
    double cdf(double x);

    /** The probability density at {@code x}; 0 outside minimum to maximum. */
    double density(double x);
}
