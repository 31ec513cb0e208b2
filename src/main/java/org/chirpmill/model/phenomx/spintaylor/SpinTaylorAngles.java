package org.chirpmill.model.phenomx.spintaylor;

import java.util.OptionalDouble;
import org.chirpmill.model.Arctangent;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.AngleFunction;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * The Euler angles of LALSimulation's version 320 at any velocity: those of the integrated orbit, near its end those of
 * {@link SampledEnd}, from there on those of {@link MergerAngles}. Frequencies are M f. Work space of one thread.
 *
 * <p>epsilon is that of a frequency one step higher: LALSimulation adds to its gamma at each of equally spaced
 * frequencies the integral from there to the next. The last step that begins in the inspiral is the inspiral's to its
 * end.
 */
final class SpinTaylorAngles implements AngleFunction {
    private final SpinTaylorOrbit orbit;
    private final ContinuedAngles angles = new ContinuedAngles();
    private final MergerAngles merger = angles.merger();
    private final double[] direction = new double[4];

    private ReferenceOrientation orientation;
    private FrequencySteps steps;
    private double transition;
    private double lastStep;
    private double lastStepEnd;
    private double alphaConstant;
    private double epsilonConstant;
    private double mergerEpsilon;
    private double tailFrom;
    private double tailEpsilon;
    private double previousAlpha;
    private double previousEpsilon;

    SpinTaylorAngles(SpinTaylorOrbit orbit) {
        this.orbit = orbit;
    }

    /**
     * Takes the orbit as it was just integrated.
     *
     * @param lastSample the velocity of LALSimulation's last sample, infinite where they go on into ringdown
     * @param newOrientation how J lies and what the angles are at the reference frequency
     * @param reference the reference frequency
     * @param newSteps of LALSimulation
     * @param sampling time between its samples, M
     * @param landmarks with the precessing remnant's ringdown
     * @param remnant the precessing one
     * @param highest the highest frequency that will be asked for
     * @return whether there are angles
     */
    boolean take(double lastSample, ReferenceOrientation newOrientation, double reference, FrequencySteps newSteps,
            double sampling, Landmarks landmarks, Remnant remnant, double highest) {
        orientation = newOrientation;
        steps = newSteps;
        if (!angles.take(orbit, orientation, lastSample, steps.last(), sampling, landmarks, remnant,
                OptionalDouble.empty())) {
            return false;
        }
        transition = angles.transition();
        merger.integrate(transition, highest + steps.gamma() + steps.last());
        join(reference);
        return true;
    }

    /** Finds where epsilon passes to the merger's, and the constants that give the angles at the reference. */
    private void join(double reference) {
        alphaConstant = 0;
        epsilonConstant = 0;
        tailFrom = Double.POSITIVE_INFINITY;
        double stepsBefore = Math.ceil((transition - steps.gammaFrom()) / steps.gamma()) - 1;
        lastStep = steps.gammaFrom() + stepsBefore * steps.gamma();
        lastStepEnd = lastStep + steps.gamma();
        mergerEpsilon = stepsBefore < 0 ? 0 : angles.epsilon(lastStepEnd) - merger.epsilon(lastStepEnd);
        double atReference = reference <= transition ? angles.alpha(reference) : merger.alpha(reference);
        double epsilonAtReference = epsilon(reference);
        if (steps.hasTail()) {
            double first = steps.tailFrom(transition);
            tailEpsilon = epsilon(first - steps.tail()) - merger.epsilon(first);
            tailFrom = transition;
        }
        alphaConstant = orientation.alpha() - atReference;
        epsilonConstant = orientation.epsilon() - epsilonAtReference;
        previousAlpha = orientation.alpha();
        previousEpsilon = orientation.epsilon();
    }

    /** The frequencies that LALSimulation takes. */
    FrequencySteps steps() {
        return steps;
    }

    /** M f from which on the angles are the merger's. */
    double transition() {
        return transition;
    }

    /**
     * Adds where, by log v, the angles are not smooth, ascending.
     *
     * @param out receives the places
     * @return how many
     */
    int joins(double[] out) {
        int count = 0;
        for (int knot = 0; knot < angles.knots() && angles.knot(knot) < transition; knot++) {
            out[count++] = logV(angles.knot(knot));
        }
        out[count++] = logV(transition);
        if (lastStep > 0 && lastStep < transition) {
            int at = count;
            double place = logV(lastStep);
            while (at > 0 && out[at - 1] > place) {
                out[at] = out[at - 1];
                at--;
            }
            out[at] = place;
            count++;
        }
        return count;
    }

    private static double logV(double f) {
        return StrictMath.log(Math.PI * f) / 3;
    }

    @Override
    public void at(double[] logV, int count, double[][] out) {
        for (int i = 0; i < count; i++) {
            double v = ScalarMath.exp(logV[i]);
            double f = OrbitAngles.frequency(v);
            double alpha = ContinuedAngles.nearest(
                opening(v, f, f >= transition, out, 2, i) + alphaConstant, previousAlpha);
            out[0][i] = alpha;
            previousAlpha = alpha;
            takeEpsilon(f, out, i);
        }
    }

    @Override
    public boolean isEpsilonApart() {
        return true;
    }

    /** Writes epsilon and the direction of L that it goes with, a step higher. */
    private void takeEpsilon(double f, double[][] out, int i) {
        boolean isOfTail = f >= tailFrom;
        double there = f + (isOfTail ? steps.last() : steps.gamma());
        boolean isOfMerger = isOfTail || f >= lastStep;
        boolean isOfOrbit = !isOfMerger && !angles.isSampled(there);
        double v = isOfOrbit ? OrbitAngles.velocity(there) : 0;
        double alpha = opening(v, there, isOfMerger, out, 5, i) + alphaConstant;
        double epsilon = isOfOrbit ? angles.epsilonOf(direction) : epsilon(f);
        epsilon = ContinuedAngles.nearest(epsilon + epsilonConstant, previousEpsilon);
        out[1][i] = epsilon;
        out[4][i] = ContinuedAngles.nearest(alpha, previousAlpha);
        previousEpsilon = epsilon;
    }

    /**
     * Writes the half angle's cosine and sine, into {@code out[first]} and the next, and gives alpha, to whole turns
     * and a constant. Of the orbit the direction of L is then there too.
     */
    private double opening(double v, double f, boolean isOfMerger, double[][] out, int first, int i) {
        if (isOfMerger) {
            double half = merger.beta(f) / 2;
            out[first][i] = Math.abs(ScalarMath.cos(half));
            out[first + 1][i] = Math.abs(ScalarMath.sin(half));
            return merger.alpha(f);
        }
        if (angles.isSampled(f)) {
            double cosine = Math.max(-1, Math.min(1, angles.cosine(f)));
            out[first][i] = Math.sqrt((1 + cosine) / 2);
            out[first + 1][i] = Math.sqrt((1 - cosine) / 2);
            return angles.alpha(f);
        }
        orbit.directionAt(v, direction);
        double along = orientation.along(direction[0], direction[1], direction[2]);
        double inward = orientation.inward(direction[0], direction[1], direction[2]);
        double sideways = orientation.sideways(direction[0], direction[1]);
        double squared = inward * inward + sideways * sideways;
        // Of the half angles the one that would cancel comes from the part across J.
        double larger = Math.sqrt((1 + Math.abs(along)) / 2);
        double smaller = Math.sqrt(squared) / (2 * larger);
        out[first][i] = along >= 0 ? larger : smaller;
        out[first + 1][i] = along >= 0 ? smaller : larger;
        return Arctangent.ofPoint(sideways, inward);
    }

    /** To whole turns. */
    private double epsilon(double f) {
        if (f >= tailFrom) {
            return tailEpsilon + merger.epsilon(f + steps.tail());
        }
        if (f < lastStep) {
            return angles.epsilon(f + steps.gamma());
        }
        return mergerEpsilon + merger.epsilon(f + steps.gamma());
    }

    /** cos(beta) d alpha / d(M f) of the inspiral, or of the merger. */
    double epsilonRate(double f, boolean ofInspiral) {
        return ofInspiral ? angles.alphaSlope(f) * angles.cosine(f) : merger.epsilonRate(f);
    }
}
