package org.chirpmill.prior;

/** A distribution over all numbers. */
sealed interface UnboundedDistribution extends Distribution permits Cauchy, Gaussian, Logistic, StudentT {
    @Override
    default double minimum() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    default double maximum() {
        return Double.POSITIVE_INFINITY;
    }
}
