package org.chirpmill.prior;

/** An angle whose cosine is uniform, density proportional to sin(x): inclinations and tilts of isotropic directions. */
final class Sine implements Distribution {
    private final double minimum;
    private final double maximum;
    private final double cosineAtMinimum;
    private final double cosineDrop;

    /**
     * A sine distribution.
     *
     * @param minimum lower end, rad, at least 0
     * @param maximum upper end, rad, at most pi
     */
    Sine(double minimum, double maximum) {
        Bounds.requireFiniteRange(minimum, maximum);
        this.minimum = Angles.within(minimum, 0, StrictMath.PI, "Sine");
        this.maximum = Angles.within(maximum, 0, StrictMath.PI, "Sine");
        cosineAtMinimum = StrictMath.cos(this.minimum);
        cosineDrop = cosineAtMinimum - StrictMath.cos(this.maximum);
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
        double cosine = cosineAtMinimum - u * cosineDrop;
        return Bounds.clamp(StrictMath.acos(Bounds.clamp(cosine, -1, 1)), minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        return (cosineAtMinimum - StrictMath.cos(Bounds.clamp(x, minimum, maximum))) / cosineDrop;
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum ? StrictMath.sin(x) / cosineDrop : 0;
    }
}
