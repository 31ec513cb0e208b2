package org.chirpmill.prior;

/**
 * An angle whose cosine is uniform, density proportional to sin(x): inclinations and tilts of isotropic directions.
 *
 * @param minimum lower end, rad, at least 0
 * @param maximum upper end, rad, at most pi
 */
record Sine(double minimum, double maximum) implements Distribution {
    Sine {
        Bounds.requireFiniteRange(minimum, maximum);
        minimum = Angles.within(minimum, 0, StrictMath.PI, "Sine");
        maximum = Angles.within(maximum, 0, StrictMath.PI, "Sine");
    }

    @Override
    public double quantile(double u) {
        double cosineAtMinimum = StrictMath.cos(minimum);
        double cosine = cosineAtMinimum - u * (cosineAtMinimum - StrictMath.cos(maximum));
        return Bounds.clamp(StrictMath.acos(Bounds.clamp(cosine, -1, 1)), minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        double cosineAtMinimum = StrictMath.cos(minimum);
        double cosine = StrictMath.cos(Bounds.clamp(x, minimum, maximum));
        return (cosineAtMinimum - cosine) / (cosineAtMinimum - StrictMath.cos(maximum));
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum
            ? StrictMath.sin(x) / (StrictMath.cos(minimum) - StrictMath.cos(maximum)) : 0;
    }
}
