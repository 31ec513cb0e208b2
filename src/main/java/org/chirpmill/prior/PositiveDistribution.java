package org.chirpmill.prior;

/** A distribution over all positive numbers. */
sealed interface PositiveDistribution extends Distribution
    permits Exponential, FermiDirac, GammaDistribution, HalfGaussian, LogNormal {
    @Override
    default double minimum() {
        return 0;
    }

    @Override
    default double maximum() {
        return Double.POSITIVE_INFINITY;
    }
}
