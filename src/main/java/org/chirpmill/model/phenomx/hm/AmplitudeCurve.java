package org.chirpmill.model.phenomx.hm;

/** A mode's amplitude, dimensionless, as a function of x = Mf, of the mixed mode its spheroidal one. */
interface AmplitudeCurve {
    /** The amplitude. */
    double at(double x);

    /** Its derivative by x. */
    double slope(double x);

    /** Its second derivative by x. */
    double curvature(double x);
}
