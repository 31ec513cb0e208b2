package org.chirpmill.prior;

/**
 * Density that rises linearly to its mode and falls linearly from there.
 *
 * @param mode where it is densest, an end included
 * @param minimum lower end
 * @param maximum upper end
 */
record Triangular(double mode, double minimum, double maximum) implements RangedDistribution {
    Triangular {
        Bounds.requireFiniteRange(minimum, maximum);
        Bounds.requireFinite("maximum - minimum", maximum - minimum);
        if (!(mode >= minimum && mode <= maximum)) {
            throw new IllegalArgumentException(
                "mode must lie between minimum and maximum, here " + mode + ", " + minimum + " and " + maximum);
        }
    }

    @Override
    public double quantile(double u) {
        double range = maximum - minimum;
        double x = u < (mode - minimum) / range
            ? minimum + StrictMath.sqrt(u * range * (mode - minimum))
            : maximum - StrictMath.sqrt((1 - u) * range * (maximum - mode));
        return Bounds.clamp(x, minimum, maximum);
    }

    @Override
    public double cdfWithin(double x) {
        double range = maximum - minimum;
        return x < mode
            ? (x - minimum) * ((x - minimum) / range) / (mode - minimum)
            : 1 - (maximum - x) * ((maximum - x) / range) / (maximum - mode);
    }

    @Override
    public double density(double x) {
        if (x < minimum || x > maximum) {
            return 0;
        }
        double height = 2 / (maximum - minimum);
        return x < mode ? height * (x - minimum) / (mode - minimum)
            : x == mode ? height : height * (maximum - x) / (maximum - mode);
    }
}
