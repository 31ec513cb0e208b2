package org.chirpmill.parameters;

/**
 * The dimensionless spin of one body, azimuth aside.
 *
 * @param aligned component along the orbital angular momentum
 * @param inPlane component in the orbital plane along the spin's own azimuth; negative for a tilt beyond 0 to pi
 */
public record BodySpin(double aligned, double inPlane) {

    /** From magnitude and tilt (rad). The double nearest to pi means anti-aligned, though its sine is 1e-16. */
    public static BodySpin ofTilt(double magnitude, double tilt) {
        return new BodySpin(
            magnitude * StrictMath.cos(tilt), tilt == StrictMath.PI ? 0 : magnitude * StrictMath.sin(tilt));
    }

    /** From magnitude and the tilt's cosine. */
    public static BodySpin ofCosine(double magnitude, double cosine) {
        return new BodySpin(magnitude * cosine, magnitude * StrictMath.sqrt((1 - cosine) * (1 + cosine)));
    }

    /** From the aligned component, with none in the plane. */
    public static BodySpin ofAligned(double aligned) {
        return new BodySpin(aligned, 0);
    }

    /** From magnitude and aligned component, which lets the azimuth choose the sign of the other. */
    public static BodySpin ofMagnitudeAndAligned(double magnitude, double aligned) {
        return new BodySpin(aligned, StrictMath.sqrt((magnitude - aligned) * (magnitude + aligned)));
    }

    /** From both components; the azimuth is counted to the one in the plane, whatever its sign. */
    public static BodySpin ofComponents(double aligned, double inPlane) {
        return new BodySpin(aligned, StrictMath.abs(inPlane));
    }

    /** Length of the spin. */
    public double magnitude() {
        return StrictMath.hypot(aligned, inPlane);
    }
}
