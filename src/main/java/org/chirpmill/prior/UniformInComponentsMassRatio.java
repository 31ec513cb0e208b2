package org.chirpmill.prior;

import org.chirpmill.physics.CumulativeIntegral;

/**
 * Mass ratio q = m2/m1 of component masses that are uniform, density proportional to (1+q)^(2/5) q^(-6/5)
 * (arXiv:2111.13619, appendix A).
 */
final class UniformInComponentsMassRatio implements Distribution {
    private static final double TOLERANCE = 1e-14;

    private final double minimum;
    private final double maximum;
    private final boolean equalMass;
    private final CumulativeIntegral integral;

    /**
     * A distribution of mass ratios.
     *
     * @param minimum lower end, positive
     * @param maximum upper end
     * @param equalMass whether u and 1-u give the same q, as in bilby; it changes which draw comes when, and nothing
     *     of how draws are distributed
     */
    UniformInComponentsMassRatio(double minimum, double maximum, boolean equalMass) {
        Bounds.requireFiniteRange(minimum, maximum);
        Bounds.requirePositive("minimum", minimum);
        this.minimum = minimum;
        this.maximum = maximum;
        this.equalMass = equalMass;
        integral = CumulativeIntegral.of(
            q -> StrictMath.pow(1 + q, 0.4) * StrictMath.pow(q, -1.2), TOLERANCE, minimum, maximum);
    }

    @Override
    public double minimum() {
        return minimum;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double quantile(double u) {
        double fraction = equalMass ? 2 * StrictMath.min(u, 1 - u) : u;
        return integral.inverse(fraction * integral.total());
    }

    @Override
    public double cdf(double x) {
        return integral.at(x) / integral.total();
    }

    @Override
    public double density(double x) {
        return integral.density(x) / integral.total();
    }
}
