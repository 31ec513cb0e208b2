package org.chirpmill.prior;

/**
 * Density proportional to x^alpha. With alpha = -1 it is bilby's {@code LogUniform}, with alpha = 1 its
 * {@code UniformInComponentsChirpMass}: uniform component masses make the chirp mass grow linearly (arXiv:2111.13619,
 * appendix A).
 *
 * @param alpha the exponent
 * @param minimum lower end, at least 0, positive where alpha is -1 or less
 * @param maximum upper end
 */
record PowerLaw(double alpha, double minimum, double maximum) implements Distribution {
    PowerLaw {
        Bounds.requireFinite("alpha", alpha);
        Bounds.requireFiniteRange(minimum, maximum);
        if (minimum < 0) {
            throw new IllegalArgumentException("minimum of a power law must not be negative, here " + minimum);
        }
        if (minimum == 0 && alpha <= -1) {
            throw new IllegalArgumentException(
                "minimum must be positive where the density grows as x to the " + alpha);
        }
    }

    @Override
    public double quantile(double u) {
        double k = 1 + alpha;
        double growth = k * logRange(maximum);
        double x;
        if (growth > 1) {
            x = maximum * StrictMath.pow(u + (1 - u) * StrictMath.exp(-growth), 1 / k);
        } else if (growth < -1) {
            x = minimum * StrictMath.pow(1 - u + u * StrictMath.exp(growth), 1 / k);
        } else if (k == 0) {
            x = minimum * StrictMath.exp(u * logRange(maximum));
        } else {
            // The difference of nearly equal powers, without their cancellation.
            x = minimum * StrictMath.exp(StrictMath.log1p(u * StrictMath.expm1(growth)) / k);
        }
        return Bounds.clamp(x, minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        if (x <= minimum) {
            return 0;
        }
        if (x >= maximum) {
            return 1;
        }
        double k = 1 + alpha;
        double growth = k * logRange(maximum);
        if (growth > 1) {
            double low = StrictMath.exp(-growth);
            return (StrictMath.pow(x / maximum, k) - low) / (1 - low);
        }
        return k == 0
            ? logRange(x) / logRange(maximum)
            : StrictMath.expm1(k * logRange(x)) / StrictMath.expm1(growth);
    }

    @Override
    public double density(double x) {
        if (x < minimum || x > maximum) {
            return 0;
        }
        double k = 1 + alpha;
        double growth = k * logRange(maximum);
        if (growth > 1) {
            return k * StrictMath.pow(x / maximum, alpha) / (maximum * (1 - StrictMath.exp(-growth)));
        }
        double perLog = k == 0 ? 1 / logRange(maximum) : k / StrictMath.expm1(growth);
        return perLog * StrictMath.pow(x / minimum, k) / x;
    }

    /** ln(x / minimum); infinite where the law starts at zero. */
    private double logRange(double x) {
        return StrictMath.log(x / minimum);
    }
}
