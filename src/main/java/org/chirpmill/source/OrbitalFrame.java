package org.chirpmill.source;

import org.chirpmill.parameters.BodySpin;
import org.chirpmill.physics.ComponentMasses;
import org.chirpmill.physics.PhysicalConstants;

/**
 * Where the line of sight lies about the orbit, from the angles about the total angular momentum J that users give.
 *
 * <p>Three directions make a spherical triangle: the Newtonian orbital angular momentum L, the total angular momentum
 * J = L (1 + correction) + S1 + S2 and the line of sight N, all at the reference frequency.
 * <ul>
 * <li>J frame: J along z, N = (0, sin theta_jn, cos theta_jn), L at the azimuth phi_jl and at the angle theta_jl that
 *     follows from the spins.
 * <li>Spin frame: L along z, the in-plane spin of body 1 along x, that of body 2 at the azimuth phi_12. J lies at
 *     azimuth phi_j here, known from J's definition.
 * <li>Nodal frame: L along z, J in the x-z plane towards x. It is the spin frame turned by -phi_j about L, and N
 *     follows in it from the J frame: that is the triangle, solved for its corner at L.
 * <li>Source frame: L along z, N in the y-z plane towards y, then turned by minus the orbital phase, because models
 *     count azimuths from the line between the bodies. This is LALSimulation's frame for waveforms.
 * </ul>
 * From the spin frame to the source frame is therefore one turn about L, by pi/2 - phi_j - phi_n - phase, where phi_n
 * is N's azimuth in the nodal frame. The conventions are those of LALSimulation's
 * {@code XLALSimInspiralTransformPrecessingNewInitialConditions}, which takes six rotations to the same result.
 *
 * @param iota angle between L and N, rad
 * @param turn unit vector whose azimuth leads from the spin frame to the source frame
 */
record OrbitalFrame(double iota, PlanarVector turn) {

    /**
     * Solves the triangle.
     *
     * @param masses solar masses
     * @param spinOne spin of body 1, its in-plane part along x
     * @param inPlaneOne the same in-plane part as a vector
     * @param spinTwo spin of body 2
     * @param inPlaneTwo its in-plane part, at azimuth phi_12
     * @param thetaJn angle between J and N, rad
     * @param phiJl azimuth of L about J, rad
     * @param phase orbital phase that the source frame is turned by, rad
     * @param referenceFrequency gravitational-wave frequency at which all this holds, Hz
     */
    static OrbitalFrame of(
        ComponentMasses masses,
        BodySpin spinOne,
        PlanarVector inPlaneOne,
        BodySpin spinTwo,
        PlanarVector inPlaneTwo,
        double thetaJn,
        double phiJl,
        double phase,
        double referenceFrequency) {

        double squareOne = masses.one() * masses.one();
        double squareTwo = masses.two() * masses.two();
        PlanarVector acrossL = inPlaneOne.times(squareOne).plus(inPlaneTwo.times(squareTwo));
        double alongL = orbitalAngularMomentum(masses, referenceFrequency)
            + squareOne * spinOne.aligned() + squareTwo * spinTwo.aligned();
        double magnitude = StrictMath.hypot(acrossL.length(), alongL);
        double sinJl = acrossL.length() / magnitude;
        double cosJl = alongL / magnitude;

        double sinJn = StrictMath.sin(thetaJn);
        double cosJn = StrictMath.cos(thetaJn);
        double sinPhi = StrictMath.sin(phiJl);
        double cosPhi = StrictMath.cos(phiJl);
        PlanarVector sightAcrossL = new PlanarVector(sinJl * cosJn - cosJl * sinPhi * sinJn, -cosPhi * sinJn);
        double sightAlongL = sinJl * sinPhi * sinJn + cosJl * cosJn;

        PlanarVector turn = PlanarVector.atAzimuth(1, -phase)
            .turnedBackBy(acrossL.direction())
            .turnedBackBy(sightAcrossL.direction());
        PlanarVector quarterMore = new PlanarVector(-turn.y(), turn.x());
        return new OrbitalFrame(StrictMath.atan2(sightAcrossL.length(), sightAlongL), quarterMore);
    }

    /**
     * |L| in units of G (solar mass)^2 / c: Newtonian, M^2 eta / v, with its first post-Newtonian correction
     * v^2 (3/2 + eta/6) (gr-qc/9506022, eq. 2.9; arXiv:1212.5520, eq. 4.7), where v = (pi G M f / c^3)^(1/3).
     */
    private static double orbitalAngularMomentum(ComponentMasses masses, double frequency) {
        double total = masses.one() + masses.two();
        double product = masses.one() * masses.two();
        double v = StrictMath.cbrt(Math.PI * total * PhysicalConstants.SOLAR_MASS_SECONDS * frequency);
        double eta = product / (total * total);
        return product / v * (1 + v * v * (1.5 + eta / 6));
    }
}
