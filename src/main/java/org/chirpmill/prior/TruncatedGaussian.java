package org.chirpmill.prior;

/** The normal distribution cut to a range; accurate also where the range lies many widths off the mean. */
final class TruncatedGaussian implements RangedDistribution {
    private final double mu;
    private final double sigma;
    private final double minimum;
    private final double maximum;
    /** -1 where the range lies above the mean and is reflected, so that cdf's small values are the ones in use. */
    private final int side;
    private final double cdfAtLower;
    private final double mass;

    /**
     * A truncated normal distribution.
     *
     * @param mu mean before the cut
     * @param sigma standard deviation before the cut, positive
     * @param minimum lower end, may be minus infinity
     * @param maximum upper end, may be infinity
     */
    TruncatedGaussian(double mu, double sigma, double minimum, double maximum) {
        Bounds.requireFinite("mu", mu);
        Bounds.requirePositive("sigma", sigma);
        Bounds.requireIncreasing(minimum, maximum);
        this.mu = mu;
        this.sigma = sigma;
        this.minimum = minimum;
        this.maximum = maximum;
        side = minimum > mu ? -1 : 1;
        double nearer = StandardNormal.cdf(standard(side > 0 ? minimum : maximum));
        double farther = StandardNormal.cdf(standard(side > 0 ? maximum : minimum));
        cdfAtLower = nearer;
        mass = farther - nearer;
        if (!(mass > 0)) {
            throw new IllegalArgumentException(
                "the range " + minimum + " to " + maximum + " holds none of a normal distribution at " + mu
                    + " of width " + sigma);
        }
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
        double fraction = side > 0 ? u : 1 - u;
        double z = StandardNormal.quantile(cdfAtLower + fraction * mass);
        return Bounds.clamp(mu + side * sigma * z, minimum, maximum);
    }

    @Override
    public double cdfWithin(double x) {
        double fraction = (StandardNormal.cdf(standard(x)) - cdfAtLower) / mass;
        return side > 0 ? fraction : 1 - fraction;
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum ? StandardNormal.density(standard(x)) / (sigma * mass) : 0;
    }

    private double standard(double x) {
        return side * (x - mu) / sigma;
    }
}
