package org.chirpmill.prior;

/** An angle whose sine is uniform, density proportional to cos(x): declinations of isotropic directions. */
final class Cosine implements Distribution {
    private static final double QUARTER_TURN = 0.5 * StrictMath.PI;

    private final double minimum;
    private final double maximum;
    private final double sineAtMinimum;
    private final double sineRise;

    /**
     * A cosine distribution.
     *
     * @param minimum lower end, rad, at least -pi/2
     * @param maximum upper end, rad, at most pi/2
     */
    Cosine(double minimum, double maximum) {
        Bounds.requireFiniteRange(minimum, maximum);
        this.minimum = Angles.within(minimum, -QUARTER_TURN, QUARTER_TURN, "Cosine");
        this.maximum = Angles.within(maximum, -QUARTER_TURN, QUARTER_TURN, "Cosine");
        sineAtMinimum = StrictMath.sin(this.minimum);
        sineRise = StrictMath.sin(this.maximum) - sineAtMinimum;
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
        double sine = sineAtMinimum + u * sineRise;
        return Bounds.clamp(StrictMath.asin(Bounds.clamp(sine, -1, 1)), minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        return (StrictMath.sin(Bounds.clamp(x, minimum, maximum)) - sineAtMinimum) / sineRise;
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum ? StrictMath.cos(x) / sineRise : 0;
    }
}
