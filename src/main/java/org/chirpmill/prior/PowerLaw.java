package org.chirpmill.prior;

/**
 * Density proportional to x^alpha. With alpha = -1 it is bilby's {@code LogUniform}, with alpha = 1 its
 * {@code UniformInComponentsChirpMass}: uniform component masses make the chirp mass grow linearly (arXiv:2111.13619,
 * appendix A).
 */
final class PowerLaw implements RangedDistribution {
    private final double alpha;
    private final double minimum;
    private final double maximum;
    /** 1 + alpha, the exponent of the integral. */
    private final double k;
    /** ln(maximum / minimum); infinite where the law starts at zero. */
    private final double logRange;
    /** ln of the ratio of x^k at the ends; decides which end the powers are taken relative to. */
    private final double growth;
    /** exp(-|growth|), the smaller end's power over the larger one's. */
    private final double smallerPower;

    /**
     * A power law.
     *
     * @param alpha the exponent
     * @param minimum lower end, at least 0, positive where alpha is -1 or less
     * @param maximum upper end
     */
    PowerLaw(double alpha, double minimum, double maximum) {
        Bounds.requireFinite("alpha", alpha);
        Bounds.requireFiniteRange(minimum, maximum);
        if (minimum < 0) {
            throw new IllegalArgumentException("minimum of a power law must not be negative, here " + minimum);
        }
        if (minimum == 0 && alpha <= -1) {
            throw new IllegalArgumentException(
                "minimum must be positive where the density goes as x to the " + alpha);
        }
        if (minimum > 0) {
            Bounds.requireFinite("maximum / minimum", maximum / minimum);
        }
        this.alpha = alpha;
        this.minimum = minimum;
        this.maximum = maximum;
        k = 1 + alpha;
        logRange = StrictMath.log(maximum / minimum);
        growth = k == 0 ? 0 : k * logRange;
        smallerPower = StrictMath.exp(-StrictMath.abs(growth));
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
        double x;
        if (growth > 1) {
            x = maximum * root(u + (1 - u) * smallerPower);
        } else if (growth < -1) {
            x = minimum * root(1 - u + u * smallerPower);
        } else if (k == 0) {
            x = minimum * StrictMath.exp(u * logRange);
        } else {
            // The difference of nearly equal powers, without their cancellation.
            x = minimum * StrictMath.exp(StrictMath.log1p(u * StrictMath.expm1(growth)) / k);
        }
        return Bounds.clamp(x, minimum, maximum);
    }

    @Override
    public double cdfWithin(double x) {
        if (growth > 1) {
            return (StrictMath.pow(x / maximum, k) - smallerPower) / (1 - smallerPower);
        }
        double logarithm = StrictMath.log(x / minimum);
        return k == 0 ? logarithm / logRange : StrictMath.expm1(k * logarithm) / StrictMath.expm1(growth);
    }

    @Override
    public double density(double x) {
        if (x < minimum || x > maximum) {
            return 0;
        }
        if (growth > 1) {
            return k * StrictMath.pow(x / maximum, alpha) / (maximum * (1 - smallerPower));
        }
        double perLogarithm = k == 0 ? 1 / logRange : k / StrictMath.expm1(growth);
        return perLogarithm * StrictMath.pow(x / minimum, k) / x;
    }

    /** The k-th root; the square root, exact and quick, for chirp masses. */
    private double root(double power) {
        return k == 2 ? StrictMath.sqrt(power) : StrictMath.pow(power, 1 / k);
    }
}
