package org.chirpmill.prior;

/**
 * An angle whose sine is uniform, density proportional to cos(x): declinations of isotropic directions.
 *
 * @param minimum lower end, rad, at least -pi/2
 * @param maximum upper end, rad, at most pi/2
 */
record Cosine(double minimum, double maximum) implements Distribution {
    Cosine {
        Bounds.requireFiniteRange(minimum, maximum);
        minimum = Angles.within(minimum, -0.5 * StrictMath.PI, 0.5 * StrictMath.PI, "Cosine");
        maximum = Angles.within(maximum, -0.5 * StrictMath.PI, 0.5 * StrictMath.PI, "Cosine");
    }

    @Override
    public double quantile(double u) {
        double sineAtMinimum = StrictMath.sin(minimum);
        double sine = sineAtMinimum + u * (StrictMath.sin(maximum) - sineAtMinimum);
        return Bounds.clamp(StrictMath.asin(Bounds.clamp(sine, -1, 1)), minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        double sineAtMinimum = StrictMath.sin(minimum);
        double sine = StrictMath.sin(Bounds.clamp(x, minimum, maximum));
        return (sine - sineAtMinimum) / (StrictMath.sin(maximum) - sineAtMinimum);
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum
            ? StrictMath.cos(x) / (StrictMath.sin(maximum) - StrictMath.sin(minimum)) : 0;
    }
}
