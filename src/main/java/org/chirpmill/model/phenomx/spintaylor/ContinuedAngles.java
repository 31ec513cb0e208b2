package org.chirpmill.model.phenomx.spintaylor;

import java.util.OptionalDouble;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * alpha and beta of an integrated orbit as LALSimulation has them: those of the orbit, near its end those of
 * {@link SampledEnd}, and what {@link MergerAngles} makes of both from merger on. Frequencies are M f. Work space of
 * one thread.
 */
final class ContinuedAngles {
    /** Of the highest frequency of the inspiral's angles: where merger begins, and where its angles take values. */
    private static final double TRANSITION = 0.98;
    private static final double FIRST_VALUE = 0.97;
    private static final double SECOND_VALUE = 0.99;
    /** The same in the minimum-energy circular orbit's frequency, where the integration goes on into ringdown. */
    private static final double BEYOND_MECO = 1.02;

    private static final double TURN = 2 * Math.PI;

    private final OrbitAngles angles = new OrbitAngles();
    private final SampledEnd end = new SampledEnd();
    private final CarriedVector carried = new CarriedVector();
    private final MergerAngles merger = new MergerAngles();
    private final double[] direction = new double[4];

    private SpinTaylorOrbit orbit;
    private boolean isSampled;
    private double sampledFrom;
    private double transition;

    /**
     * Takes an orbit as it was just integrated.
     *
     * @param newOrbit the orbit
     * @param orientation how J lies
     * @param lastSample the velocity of LALSimulation's last sample, infinite where they go on into ringdown
     * @param endBefore how far before the last sample its angles end
     * @param interval time between its samples, M
     * @param landmarks with the precessing remnant's ringdown
     * @param remnant the precessing one
     * @param ringdownBeta where beta goes, rad; 0 or pi, whichever half it ends in, where none is given
     * @return whether there are angles
     */
    boolean take(SpinTaylorOrbit newOrbit, ReferenceOrientation orientation, double lastSample, double endBefore,
            double interval, Landmarks landmarks, Remnant remnant, OptionalDouble ringdownBeta) {
        orbit = newOrbit;
        angles.set(orbit, orientation);
        carried.set(orbit, orientation);
        double inspiralEnd = OrbitAngles.frequency(lastSample) - endBefore;
        isSampled = inspiralEnd <= landmarks.ringdown() - landmarks.damping();
        if (!isSampled) {
            inspiralEnd = BEYOND_MECO * landmarks.meco();
        }
        if (isSampled && !end.take(orbit, orientation, lastSample, interval, carried)) {
            return false;
        }
        sampledFrom = isSampled ? end.knot(0) : Double.POSITIVE_INFINITY;
        transition = TRANSITION * inspiralEnd;
        if (!(FIRST_VALUE * inspiralEnd > OrbitAngles.frequency(orbit.firstVelocity()))
            || !isSampled && !(inspiralEnd <= OrbitAngles.frequency(orbit.lastVelocity()))) {
            return false;
        }
        continueFrom(inspiralEnd, landmarks, remnant, ringdownBeta);
        return true;
    }

    private void continueFrom(
            double inspiralEnd, Landmarks landmarks, Remnant remnant, OptionalDouble ringdownBeta) {
        double one = FIRST_VALUE * inspiralEnd;
        double two = TRANSITION * inspiralEnd;
        double three = SECOND_VALUE * inspiralEnd;
        double alphaOne = alpha(one);
        merger.setAlpha(one, alphaOne, alphaSlope(one), three, nearest(alpha(three), alphaOne));
        double cosineOne = cosine(one);
        double cosineTwo = cosine(two);
        double cosineEnd = cosine(inspiralEnd);
        if (Math.abs(cosineOne) > 1 || Math.abs(cosineTwo) > 1 || Math.abs(cosineEnd) > 1) {
            merger.setFlatBeta(cosineEnd);
            return;
        }
        double sineTwo = Math.sqrt((1 - cosineTwo) * (1 + cosineTwo));
        merger.setBeta(remnant.spin(), remnant.mass(), landmarks.damping(),
            ringdownBeta.orElse(cosineEnd < 0 ? Math.PI : 0), one, StrictMath.acos(cosineOne), two,
            StrictMath.acos(cosineTwo), -cosineSlope(two) / (sineTwo > 0 ? sineTwo : 1));
    }

    /** The angle, to whole turns, that is nearest to another. */
    static double nearest(double angle, double other) {
        return angle + TURN * Math.rint((other - angle) * (1 / TURN));
    }

    /** The angles from {@link #transition} on. */
    MergerAngles merger() {
        return merger;
    }

    /** The frequency from which on the angles are the merger's. */
    double transition() {
        return transition;
    }

    /** Whether the inspiral's angles at a frequency are splines through samples. */
    boolean isSampled(double f) {
        return f >= sampledFrom;
    }

    /** How many knots these splines have, where the angles are not smooth. */
    int knots() {
        return isSampled ? end.knots() : 0;
    }

    /** The end of the inspiral, where it is sampled. */
    SampledEnd end() {
        return end;
    }

    /** The frequency of a knot. */
    double knot(int index) {
        return end.knot(index);
    }

    /** How far the angles at so small a distance behind a knot are from what they would be without it, rad. */
    double jump(int index, double distance) {
        return index == 0 ? 0 : end.jump(index) * distance * distance * distance;
    }

    /** The inspiral's alpha, rad, to whole turns. */
    double alpha(double f) {
        return isSampled(f) ? end.alpha(f) : angles.alpha(OrbitAngles.velocity(f));
    }

    /** The inspiral's cos(beta); of splines it may lie outside of [-1, 1]. */
    double cosine(double f) {
        return isSampled(f) ? end.cosine(f) : angles.cosine(OrbitAngles.velocity(f));
    }

    /** d alpha / d(M f) of the inspiral. */
    double alphaSlope(double f) {
        return isSampled(f) ? end.alphaSlope(f) : angles.alphaSlope(OrbitAngles.velocity(f));
    }

    private double cosineSlope(double f) {
        return isSampled(f) ? end.cosineSlope(f) : angles.cosineSlope(OrbitAngles.velocity(f));
    }

    /** The inspiral's integral of cos(beta) d alpha, to whole turns. */
    double epsilon(double f) {
        if (isSampled(f)) {
            return end.epsilon(f);
        }
        orbit.directionAt(OrbitAngles.velocity(f), direction);
        return carried.epsilon(direction[0], direction[1], direction[2], direction[3]);
    }

    /** Room for so many velocities of the orbit, side by side. */
    OrbitNodes orbitNodes(int room) {
        return new OrbitNodes(room, carried);
    }
}
