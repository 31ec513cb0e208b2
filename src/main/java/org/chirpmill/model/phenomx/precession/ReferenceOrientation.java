package org.chirpmill.model.phenomx.precession;

/**
 * How the total angular momentum J lies at the reference frequency, in the frame whose z axis is the orbital angular
 * momentum there, and what the Euler angles are there.
 *
 * @param cosAzimuth cosine of J's azimuth phi_J
 * @param sinAzimuth its sine
 * @param cosTilt cosine of the angle theta_J between J and the z axis
 * @param sinTilt its sine, not negative
 * @param alpha alpha at the reference frequency, rad: arXiv:2004.06503, Appendix C, convention 1
 * @param epsilon epsilon = -gamma there, rad
 */
public record ReferenceOrientation(
    double cosAzimuth, double sinAzimuth, double cosTilt, double sinTilt, double alpha, double epsilon) {

    static ReferenceOrientation of(PrecessingBinary binary, double orbitalMomentum, TotalMomentumFrame frame) {
        double across = StrictMath.hypot(binary.spinX(), binary.spinY());
        double along = binary.alignedSpin() + orbitalMomentum;
        double norm = StrictMath.hypot(across, along);
        return new ReferenceOrientation(
            StrictMath.cos(frame.azimuthOfJ()), StrictMath.sin(frame.azimuthOfJ()),
            norm > 0 ? along / norm : 1, norm > 0 ? across / norm : 0,
            frame.alpha(), frame.epsilon());
    }

    /** The component along J of a vector in the frame of the orbital angular momentum. */
    public double along(double x, double y, double z) {
        return sinTilt * (cosAzimuth * x + sinAzimuth * y) + cosTilt * z;
    }

    /** The component across J in the plane of J and the z axis, along which L is at azimuth pi at the reference. */
    public double inward(double x, double y, double z) {
        return cosTilt * (cosAzimuth * x + sinAzimuth * y) - sinTilt * z;
    }

    /** The component across both. */
    public double sideways(double x, double y) {
        return cosAzimuth * y - sinAzimuth * x;
    }
}
