package org.chirpmill.prior;

import org.chirpmill.physics.CumulativeIntegral;

/**
 * Mass ratio q = m2/m1 of component masses that are uniform, density proportional to (1+q)^(2/5) q^(-6/5)
 * (arXiv:2111.13619, appendix A).
 */
final class UniformInComponentsMassRatio implements Distribution {
    private static final double TOLERANCE = 1e-14;
    /** Into how many cells of equal probability the table of rough quantiles is divided. */
    private static final int CELLS = 512;

    private final double minimum;
    private final double maximum;
    private final boolean equalMass;
    private final CumulativeIntegral integral;
    /** The middle of each cell's mass ratios; none where these are wider than rough quantiles may be. */
    private final double[] middles;

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
        middles = middles(integral);
    }

    private static double[] middles(CumulativeIntegral integral) {
        double[] middles = new double[CELLS];
        double from = integral.lower();
        for (int cell = 0; cell < CELLS; cell++) {
            double to = integral.inverse((cell + 1.0) / CELLS * integral.total());
            // A tenth to spare for rounding where a cell ends.
            if (!(to - from <= 1.8 * ROUGHNESS * from)) {
                return new double[0];
            }
            middles[cell] = 0.5 * (from + to);
            from = to;
        }
        return middles;
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
        return integral.inverse(fraction(u) * integral.total());
    }

    @Override
    public boolean hasRoughQuantile() {
        return middles.length > 0;
    }

    @Override
    public double roughQuantile(double u) {
        return hasRoughQuantile() ? middles[Math.min((int) (fraction(u) * CELLS), CELLS - 1)] : quantile(u);
    }

    private double fraction(double u) {
        return equalMass ? 2 * StrictMath.min(u, 1 - u) : u;
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
