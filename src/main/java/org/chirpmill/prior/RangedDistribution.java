package org.chirpmill.prior;

/** A distribution over a range of numbers, beyond whose ends there is nothing. */
sealed interface RangedDistribution extends Distribution
    permits BetaDistribution, CosmologicalDistance, Interped, PowerLaw, Triangular, TruncatedGaussian {
    @Override
    default double cdf(double x) {
        return x <= minimum() ? 0 : x >= maximum() ? 1 : cdfWithin(x);
    }

    /** The fraction of draws at or below {@code x}, which lies between the ends. */
    double cdfWithin(double x);
}
