package org.chirpmill.model.phenomx.spintaylor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chirpmill.model.Arctangent;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * alpha and beta of the integrated orbit at any frequency, and of their continuation through merger, as LALSimulation's
 * version 330 takes them to tune them: those of version 320, but that the inspiral's angles end at the last sample and
 * that beta goes to a given angle in the ringdown. Frequencies are M f. Work space of one thread: first
 * {@link #integrate}, then {@link #continueInto}.
 */
public final class ContinuedInspiral {
    /** Places between which alpha is counted without whole turns, at most a radian or so apart. */
    private static final int ANCHORS = 24;

    /** Of beta, where a kink of its cosine becomes one of beta. */
    private static final double LEAST_SINE = 1e-3;

    private final SampledOrbit sampled = new SampledOrbit();
    private final SpinTaylorOrbit orbit = sampled.orbit();
    private final ContinuedAngles angles = new ContinuedAngles();
    private final double[] state = new double[SpinTaylorOrbit.SIZE];
    private final double[] direction = new double[4];
    private final double[] anchors = new double[ANCHORS + 1];

    private ReferenceOrientation orientation;
    /** Frequency of the first sample, NaN before anybody asks, and one at or below which it lies. */
    private double firstSample;
    private double firstAtMost;
    private double lastSample;
    private double transition;
    private double anchoredFrom;
    /** alpha where it was last asked for. */
    private double previous;
    private double place;
    private double velocity;
    /** Whether the orbit's direction is that of the place, and its parts across J. */
    private boolean knowsDirection;
    private double inward;
    private double sideways;

    /** What {@link #integrate} integrates, if anything; it takes the same numbers. */
    public static Optional<Inspiral> orbit(
            PrecessingBinary binary, double reference, double start, double margin, double last) {
        return SampledOrbit.inspiral(binary, reference, start, margin, last);
    }

    /** Integrates several that are likely to be asked for next, see {@link SpinTaylorOrbit#solveAhead}. */
    public void integrateAhead(List<Inspiral> orbits) {
        sampled.integrateAhead(orbits);
    }

    /**
     * Integrates a binary's precession.
     *
     * @param binary the binary, its spins at the reference frequency
     * @param newOrientation how J lies there
     * @param reference the reference frequency
     * @param start the lowest frequency that LALSimulation asks for
     * @param margin how far below it LALSimulation goes on
     * @param last where it ends at the latest; twice as many samples a unit of time there are
     * @return whether there is an inspiral
     */
    public boolean integrate(PrecessingBinary binary, ReferenceOrientation newOrientation, double reference,
            double start, double margin, double last) {
        orientation = newOrientation;
        if (!sampled.integrate(binary, reference, start, margin, last)) {
            return false;
        }
        lastSample = sampled.last();
        firstSample = Double.NaN;
        firstAtMost = OrbitAngles.frequency(sampled.firstAtMost());
        return true;
    }

    /** Whether angles are known from a frequency on. */
    public boolean knows(double frequency) {
        return sampled.knows(frequency);
    }

    /** Integrates once more, from a lower frequency on; {@link #continueInto} is to follow. */
    public void extendTo(double frequency) {
        sampled.extendTo(frequency);
    }

    /** The frequency of the first sample, for which {@link #isSampledFrom} asks where it must. */
    public double first() {
        if (Double.isNaN(firstSample)) {
            firstSample = OrbitAngles.frequency(sampled.first());
        }
        return firstSample;
    }

    /** Whether the first sample lies at or below a frequency. */
    public boolean isSampledFrom(double frequency) {
        return firstAtMost <= frequency || first() <= frequency;
    }

    /** The binary with the spins of the last sample, in the frame of the orbital angular momentum there. */
    public PrecessingBinary evolved(PrecessingBinary binary) {
        orbit.at(lastSample, state);
        double[] one = inFrame(SpinTaylorOrbit.SPIN_ONE);
        double[] two = inFrame(SpinTaylorOrbit.SPIN_TWO);
        return new PrecessingBinary(binary.totalMassSolar(), binary.massOne(), binary.massTwo(), binary.delta(),
            one[0], one[1], one[2], two[0], two[1], two[2], binary.exchanged());
    }

    /** A spin with L turned to the z axis within their plane, up to a turn about L. */
    private double[] inFrame(int spin) {
        double x = state[SpinTaylorOrbit.ORBIT];
        double y = state[SpinTaylorOrbit.ORBIT + 1];
        double z = state[SpinTaylorOrbit.ORBIT + 2];
        double across = Math.sqrt(x * x + y * y);
        double cosAzimuth = across > 0 ? x / across : 1;
        double sinAzimuth = across > 0 ? y / across : 0;
        double norm = Math.sqrt(across * across + z * z);
        double forward = cosAzimuth * state[spin] + sinAzimuth * state[spin + 1];
        return new double[] {
            (z * forward - across * state[spin + 2]) / norm,
            cosAzimuth * state[spin + 1] - sinAzimuth * state[spin],
            (across * forward + z * state[spin + 2]) / norm};
    }

    /**
     * Continues the angles through merger.
     *
     * @param landmarks with the ringdown of the (2, 2) mode
     * @param remnant whose spin and mass go with it
     * @param ringdownBeta where beta goes, rad
     * @return whether there are angles
     */
    public boolean continueInto(Landmarks landmarks, Remnant remnant, double ringdownBeta) {
        if (!angles.take(orbit, orientation, lastSample, 0, sampled.interval(), landmarks, remnant,
                OptionalDouble.of(ringdownBeta))) {
            return false;
        }
        transition = angles.transition();
        anchoredFrom = Double.POSITIVE_INFINITY;
        previous = angles.merger().alpha(transition);
        knowsDirection = false;
        return true;
    }

    /** Counts alpha without whole turns from a frequency on; below it is so from call to call. */
    public void anchor(double from) {
        anchoredFrom = from < transition
            ? Math.max(from, OrbitAngles.frequency(orbit.firstVelocity())) : Double.POSITIVE_INFINITY;
        double next = angles.merger().alpha(transition);
        for (int k = ANCHORS; k >= 0 && from < transition; k--) {
            double place = anchoredFrom + (transition - anchoredFrom) * k / ANCHORS;
            next = ContinuedAngles.nearest(angles.alpha(place), next);
            anchors[k] = next;
        }
    }

    /** The frequency from which on the angles are the merger's. */
    public double transition() {
        return transition;
    }

    /** How many knots the splines at the end of the inspiral have, and where the angles are not smooth. */
    public int knots() {
        return angles.knots();
    }

    /** The frequency of a knot. */
    public double knot(int index) {
        return angles.knot(index);
    }

    /**
     * About how far the angles are off behind a knot, before the next, if they are taken for smooth there, rad.
     *
     * @param index of a knot before the last
     * @param showsAlpha whether alpha counts too
     */
    public double kink(int index, boolean showsAlpha) {
        double cosine = angles.cosine(angles.knot(index));
        double sine = Math.sqrt(Math.max(LEAST_SINE * LEAST_SINE, 1 - cosine * cosine));
        double ofBeta = Math.abs(angles.end().cosineKink(index)) / sine;
        return showsAlpha ? Math.max(ofBeta, Math.abs(angles.end().alphaKink(index)) * sine) : ofBeta;
    }

    /**
     * Moves to a frequency.
     *
     * @param f the frequency
     * @param v the velocity there
     */
    public void moveTo(double f, double v) {
        place = f;
        velocity = v;
        knowsDirection = false;
    }

    /** alpha, rad, where moved to; at the reference frequency pi to whole turns, if that is of the inspiral. */
    public double alpha() {
        if (place >= transition) {
            previous = angles.merger().alpha(place);
        } else if (angles.isSampled(place)) {
            previous = counted(place, angles.alpha(place));
        } else {
            takeDirection();
            previous = counted(place, Arctangent.ofPoint(sideways, inward));
        }
        return previous;
    }

    /** beta, rad, where moved to. */
    public double beta() {
        if (place >= transition) {
            return angles.merger().beta(place);
        }
        if (angles.isSampled(place)) {
            double cosine = Math.clamp(angles.cosine(place), -1, 1);
            return Arctangent.ofPoint(Math.sqrt((1 - cosine) * (1 + cosine)), cosine);
        }
        takeDirection();
        return Arctangent.ofPoint(Math.sqrt(inward * inward + sideways * sideways),
            orientation.along(direction[0], direction[1], direction[2]));
    }

    private void takeDirection() {
        if (!knowsDirection) {
            orbit.directionAt(velocity, direction);
            inward = orientation.inward(direction[0], direction[1], direction[2]);
            sideways = orientation.sideways(direction[0], direction[1]);
            knowsDirection = true;
        }
    }

    private double counted(double f, double raw) {
        if (f < anchoredFrom) {
            return ContinuedAngles.nearest(raw, previous);
        }
        double place = (f - anchoredFrom) / (transition - anchoredFrom) * ANCHORS;
        int below = Math.min((int) place, ANCHORS - 1);
        double expected = anchors[below] + (place - below) * (anchors[below + 1] - anchors[below]);
        return ContinuedAngles.nearest(raw, expected);
    }
}
