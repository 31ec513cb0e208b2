package org.chirpmill.prior;

/**
 * Density proportional to 1/|x| on both sides of zero, from -largest to -smallest and from smallest to largest.
 *
 * @param smallest modulus, bilby's {@code minimum}, positive
 * @param largest modulus, bilby's {@code maximum}
 */
record SymmetricLogUniform(double smallest, double largest) implements Distribution {
    SymmetricLogUniform {
        Bounds.requirePositive("minimum", smallest);
        Bounds.requireFiniteRange(smallest, largest);
        Bounds.requireFinite("maximum / minimum", largest / smallest);
    }

    @Override
    public double minimum() {
        return -largest;
    }

    @Override
    public double maximum() {
        return largest;
    }

    @Override
    public double quantile(double u) {
        return u < 0.5
            ? -Bounds.clamp(largest * StrictMath.exp(-2 * u * logRange()), smallest, largest)
            : Bounds.clamp(smallest * StrictMath.exp((2 * u - 1) * logRange()), smallest, largest);
    }

    @Override
    public double cdf(double x) {
        double size = Bounds.clamp(StrictMath.abs(x), smallest, largest);
        return x < 0
            ? 0.5 * StrictMath.log(largest / size) / logRange()
            : 0.5 + 0.5 * StrictMath.log(size / smallest) / logRange();
    }

    @Override
    public double density(double x) {
        double size = StrictMath.abs(x);
        return size < smallest || size > largest ? 0 : 0.5 / (size * logRange());
    }

    private double logRange() {
        return StrictMath.log(largest / smallest);
    }
}
