package org.chirpmill.model.phenomx.precession;

/**
 * How the total angular momentum J, the line of sight N and the wave frame lie to each other at the reference
 * frequency, arXiv:2004.06503, Appendix C, in its convention 1: the z axis along J, N in the x-z plane.
 *
 * @param azimuthOfJ azimuth of J in the frame of the orbital angular momentum, phi_J, rad
 * @param azimuthOfN azimuth of N after J has been turned to the z axis, kappa, rad
 * @param cosThetaJN cosine of the angle between J and N
 * @param sinThetaJN its sine
 * @param polarizationCosine cosine of twice zeta, the angle from the polarizations of J's frame to the wave frame's
 * @param polarizationSine its sine
 * @param polarization zeta less half a turn, rad: the axis with the other sign lies nearer to the wave frame's
 */
record TotalMomentumFrame(
    double azimuthOfJ,
    double azimuthOfN,
    double cosThetaJN,
    double sinThetaJN,
    double polarizationCosine,
    double polarizationSine,
    double polarization) {

    /** Projections smaller than this have no azimuth, as in LALSimulation. */
    private static final double NO_AZIMUTH = 1e-15;

    static TotalMomentumFrame of(PrecessingBinary binary, double orbitalMomentum, double iota, double phase) {
        double jx = binary.spinX();
        double jy = binary.spinY();
        double jz = binary.alignedSpin() + orbitalMomentum;
        double across = Math.sqrt(jx * jx + jy * jy);
        double norm = Math.sqrt(across * across + jz * jz);
        return of(jx, jy, norm > 0 ? jz / norm : 1, norm > 0 ? across / norm : 0, iota, phase);
    }

    /**
     * The frame of a J that is tilted by another angle, in the plane that the spins say.
     *
     * @param tilt angle between J and the z axis, rad
     */
    static TotalMomentumFrame tilted(PrecessingBinary binary, double tilt, double iota, double phase) {
        return of(binary.spinX(), binary.spinY(), StrictMath.cos(tilt), StrictMath.sin(tilt), iota, phase);
    }

    /** The frame of a J whose direction is told by its parts across the z axis, in any unit, and its tilt. */
    private static TotalMomentumFrame of(
            double jx, double jy, double cosTheta, double sinTheta, double iota, double phase) {
        boolean aligned = Math.abs(jx) < NO_AZIMUTH && Math.abs(jy) < NO_AZIMUTH;
        double across = Math.sqrt(jx * jx + jy * jy);
        double cosPhi = aligned ? 1 : jx / across;
        double sinPhi = aligned ? 0 : jy / across;

        // N and the wave frame's X axis, turned until J lies along z.
        double sinIota = StrictMath.sin(iota);
        double cosIota = StrictMath.cos(iota);
        double sinPhase = StrictMath.sin(phase);
        double cosPhase = StrictMath.cos(phase);
        double[] n = turned(sinIota * sinPhase, sinIota * cosPhase, cosIota, cosPhi, sinPhi, cosTheta, sinTheta);
        double[] x = turned(-cosIota * sinPhase, -cosIota * cosPhase, sinIota, cosPhi, sinPhi, cosTheta, sinTheta);
        boolean faceOn = Math.abs(n[0]) < NO_AZIMUTH && Math.abs(n[1]) < NO_AZIMUTH;
        double sinJN = Math.sqrt(n[0] * n[0] + n[1] * n[1]);
        double cosKappa = faceOn ? 1 : n[0] / sinJN;
        double sinKappa = faceOn ? 0 : n[1] / sinJN;

        // X seen on the polarization axes P = (cos thetaJN, 0, -sin thetaJN) and Q = (0, 1, 0).
        double alongP = (cosKappa * x[0] + sinKappa * x[1]) * n[2] - x[2] * sinJN;
        double alongQ = cosKappa * x[1] - sinKappa * x[0];
        double length = alongP * alongP + alongQ * alongQ;
        return new TotalMomentumFrame(
            aligned ? 0 : StrictMath.atan2(jy, jx), faceOn ? 0 : StrictMath.atan2(n[1], n[0]),
            n[2], sinJN, (alongP * alongP - alongQ * alongQ) / length, 2 * alongP * alongQ / length,
            StrictMath.atan2(-alongQ, -alongP));
    }

    /** alpha at the reference frequency, pi - kappa, rad, for m' = 2 and so for all. */
    double alpha() {
        return Math.PI - azimuthOfN;
    }

    /** epsilon = -gamma there, phi_J - pi, rad. */
    double epsilon() {
        return azimuthOfJ - Math.PI;
    }

    /** Writes how J lies to the observer, and so the harmonics, into the precession's block of a row. */
    void write(double[] rows, int offset) {
        rows[offset + PrecessionRow.POLARIZATION_COS] = polarizationCosine;
        rows[offset + PrecessionRow.POLARIZATION_SIN] = polarizationSine;
        TwistHarmonics.write(this, rows, offset);
    }

    /** Turns a vector about z by -phi, then about y by -theta. */
    private static double[] turned(
            double x, double y, double z, double cosPhi, double sinPhi, double cosTheta, double sinTheta) {
        double forward = cosPhi * x + sinPhi * y;
        return new double[] {
            cosTheta * forward - sinTheta * z, cosPhi * y - sinPhi * x, sinTheta * forward + cosTheta * z};
    }
}
