package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.CubeRoot;
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
    /** Of the highest frequency of the inspiral's angles: where merger begins, and where its angles take values. */
    private static final double TRANSITION = 0.98;
    private static final double FIRST_VALUE = 0.97;
    private static final double SECOND_VALUE = 0.99;
    /** The same in the minimum-energy circular orbit's frequency, where the integration goes on into ringdown. */
    private static final double BEYOND_MECO = 1.02;
    /** By how much lower the velocity is from which on angles are to be known, for what rounds. */
    private static final double MARGIN = 1 - 1e-6;
    /** Places between which alpha is counted without whole turns, at most a radian or so apart. */
    private static final int ANCHORS = 24;

    private final SpinTaylorOrbit orbit = new SpinTaylorOrbit();
    private final SampledRange range = new SampledRange();
    private final SampledEnd end = new SampledEnd();
    private final CarriedVector carried = new CarriedVector();
    private final MergerAngles merger = new MergerAngles();
    private final double[] state = new double[SpinTaylorOrbit.SIZE];
    private final double[] rates = new double[SpinTaylorOrbit.SIZE];
    private final double[] direction = new double[4];
    private final double[] anchors = new double[ANCHORS + 1];

    private PrecessingBinary binary;
    private ReferenceOrientation orientation;
    private double vReference;
    private double vLast;
    private double interval;
    private double lastSample;
    private boolean isSampled;
    private double sampledFrom;
    private double transition;
    private double anchoredFrom;
    private double previous;
    private double alpha;
    private double beta;

    /**
     * Integrates a binary's precession.
     *
     * @param newBinary the binary, its spins at the reference frequency
     * @param newOrientation how J lies there
     * @param reference the reference frequency
     * @param start the lowest frequency that LALSimulation asks for
     * @param margin how far below it LALSimulation goes on
     * @param last where it ends at the latest; twice as many samples a unit of time there are
     * @return whether there is an inspiral
     */
    public boolean integrate(PrecessingBinary newBinary, ReferenceOrientation newOrientation, double reference,
            double start, double margin, double last) {
        binary = newBinary;
        orientation = newOrientation;
        vReference = velocity(reference);
        vLast = velocity(last);
        if (reference < start || start <= margin || !(vReference < vLast)) {
            return false;
        }
        interval = 1 / (2 * last);
        double vLowest = velocity(start - margin);
        orbit.solve(binary, vReference, SampledRange.below(vLowest, binary.eta(), interval), vLast);
        if (!(orbit.firstVelocity() < vReference && vReference < orbit.endVelocity())) {
            return false;
        }
        range.set(orbit, binary, interval, vLowest);
        if (!range.reaches(velocity(start))) {
            return false;
        }
        lastSample = range.last();
        return true;
    }

    /** Whether angles are known from a frequency on. */
    public boolean knows(double frequency) {
        return velocity(frequency) >= orbit.firstVelocity();
    }

    /** Integrates once more, from a lower frequency on; {@link #continueInto} is to follow. */
    public void extendTo(double frequency) {
        orbit.solve(binary, vReference, MARGIN * velocity(frequency), vLast);
    }

    /** The frequency of the first sample. */
    public double first() {
        return frequency(range.first());
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
        carried.set(orbit, orientation);
        double inspiralEnd = frequency(lastSample);
        isSampled = inspiralEnd <= landmarks.ringdown() - landmarks.damping();
        if (!isSampled) {
            inspiralEnd = BEYOND_MECO * landmarks.meco();
        }
        if (isSampled && !end.take(orbit, orientation, lastSample, interval, carried)) {
            return false;
        }
        sampledFrom = isSampled ? end.knot(0) : Double.POSITIVE_INFINITY;
        double one = FIRST_VALUE * inspiralEnd;
        double two = TRANSITION * inspiralEnd;
        double three = SECOND_VALUE * inspiralEnd;
        if (!(one > frequency(orbit.firstVelocity()))
            || !isSampled && !(inspiralEnd <= frequency(orbit.lastVelocity()))) {
            return false;
        }
        transition = two;
        anchoredFrom = Double.POSITIVE_INFINITY;
        double alphaOne = rawAlpha(one);
        merger.setAlpha(one, alphaOne, alphaSlope(one), three, nearest(rawAlpha(three), alphaOne));
        double cosineOne = cosine(one);
        double cosineTwo = cosine(two);
        double cosineEnd = cosine(inspiralEnd);
        if (Math.abs(cosineOne) > 1 || Math.abs(cosineTwo) > 1 || Math.abs(cosineEnd) > 1) {
            merger.setFlatBeta(cosineEnd);
        } else {
            double sineTwo = Math.sqrt((1 - cosineTwo) * (1 + cosineTwo));
            merger.setBeta(remnant.spin(), remnant.mass(), landmarks.damping(), ringdownBeta, one,
                StrictMath.acos(cosineOne), two, StrictMath.acos(cosineTwo),
                -cosineSlope(two) / (sineTwo > 0 ? sineTwo : 1));
        }
        previous = merger.alpha(transition);
        return true;
    }

    /** Counts alpha without whole turns from a frequency on; below it is so from call to call. */
    public void anchor(double from) {
        anchoredFrom = from < transition ? Math.max(from, frequency(orbit.firstVelocity())) : Double.POSITIVE_INFINITY;
        double next = merger.alpha(transition);
        for (int k = ANCHORS; k >= 0 && from < transition; k--) {
            next = nearest(rawAlpha(anchoredFrom + (transition - anchoredFrom) * k / ANCHORS), next);
            anchors[k] = next;
        }
    }

    /** The frequency from which on the angles are the merger's. */
    public double transition() {
        return transition;
    }

    /** How many knots the splines at the end of the inspiral have, and where the angles are not smooth. */
    public int knots() {
        return isSampled ? end.knots() : 0;
    }

    /** The frequency of a knot. */
    public double knot(int index) {
        return end.knot(index);
    }

    /** Evaluates the angles. */
    public void evaluate(double f) {
        if (f >= transition) {
            alpha = merger.alpha(f);
            beta = merger.beta(f);
        } else if (f >= sampledFrom) {
            alpha = counted(f, end.alpha(f));
            beta = StrictMath.acos(Math.clamp(end.cosine(f), -1, 1));
        } else {
            orbit.directionAt(velocity(f), direction);
            double inward = orientation.inward(direction[0], direction[1], direction[2]);
            double sideways = orientation.sideways(direction[0], direction[1]);
            alpha = counted(f, StrictMath.atan2(sideways, inward));
            beta = StrictMath.atan2(Math.sqrt(inward * inward + sideways * sideways),
                orientation.along(direction[0], direction[1], direction[2]));
        }
        previous = alpha;
    }

    /** alpha, rad, where last evaluated; at the reference frequency pi to whole turns, if that is of the inspiral. */
    public double alpha() {
        return alpha;
    }

    /** beta, rad, where last evaluated. */
    public double beta() {
        return beta;
    }

    private double counted(double f, double raw) {
        if (f < anchoredFrom) {
            return nearest(raw, previous);
        }
        double place = (f - anchoredFrom) / (transition - anchoredFrom) * ANCHORS;
        int below = Math.min((int) place, ANCHORS - 1);
        double expected = anchors[below] + (place - below) * (anchors[below + 1] - anchors[below]);
        return nearest(raw, expected);
    }

    private static double nearest(double angle, double expected) {
        return angle + 2 * Math.PI * Math.rint((expected - angle) / (2 * Math.PI));
    }

    private double rawAlpha(double f) {
        if (f >= sampledFrom) {
            return end.alpha(f);
        }
        orbit.directionAt(velocity(f), direction);
        return StrictMath.atan2(orientation.sideways(direction[0], direction[1]),
            orientation.inward(direction[0], direction[1], direction[2]));
    }

    private double cosine(double f) {
        if (f >= sampledFrom) {
            return end.cosine(f);
        }
        orbit.directionAt(velocity(f), direction);
        return orientation.along(direction[0], direction[1], direction[2]);
    }

    private double alphaSlope(double f) {
        if (f >= sampledFrom) {
            return end.alphaSlope(f);
        }
        double perM = rates(f);
        double inward = orientation.inward(state[0], state[1], state[2]);
        double sideways = orientation.sideways(state[0], state[1]);
        return (inward * orientation.sideways(rates[0], rates[1])
            - sideways * orientation.inward(rates[0], rates[1], rates[2])) * perM
            / (inward * inward + sideways * sideways);
    }

    private double cosineSlope(double f) {
        if (f >= sampledFrom) {
            return end.cosineSlope(f);
        }
        double perM = rates(f);
        return orientation.along(rates[0], rates[1], rates[2]) * perM;
    }

    /** State and rates at a frequency; gives dv / d(M f). */
    private double rates(double f) {
        double v = velocity(f);
        orbit.at(v, state);
        orbit.rates(v, state, rates);
        return v / (3 * f);
    }

    private static double frequency(double v) {
        return v * v * v / Math.PI;
    }

    private static double velocity(double f) {
        return CubeRoot.of(Math.PI * f);
    }
}
