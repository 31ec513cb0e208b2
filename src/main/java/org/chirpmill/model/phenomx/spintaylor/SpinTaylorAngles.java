package org.chirpmill.model.phenomx.spintaylor;

import java.util.OptionalDouble;
import org.chirpmill.model.lanes.NodeMath;
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
    /** So many are computed side by side. */
    private static final int NODES = 16;
    /** What a knot may leave in the angles half a step from it, rad. */
    private static final double HIDDEN = 1e-9;
    /** From the end of a piece to the last of its eight nodes, over its width. */
    private static final double BETWEEN_NODES = 0.0096;

    private final SpinTaylorOrbit orbit;
    private final ContinuedAngles angles = new ContinuedAngles();
    private final MergerAngles merger = angles.merger();
    private final OrbitNodes orbitNodes = angles.orbitNodes(2 * NODES);
    private final MergerNodes mergerNodes = new MergerNodes(2 * NODES, merger);
    private final double[] velocities = NodeMath.array(NODES);
    /** By node, and from number {@link #NODES} on of the direction that its epsilon goes with. */
    private final double[] alphas = new double[2 * NODES];
    private final double[] epsilons = new double[2 * NODES];
    private final double[] cosines = new double[2 * NODES];
    private final double[] sines = new double[2 * NODES];

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
        orbitNodes.set(orbit, orientation);
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
            out[count++] = logV(angles.knot(knot) - (isHidden(knot) ? steps.gamma() / 2 : 0));
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

    /**
     * A knot shows in alpha at its place, and in epsilon a step below: whether in neither half a step from there,
     * because it is small, or because a step is so little of the knots' distance that no node would fall between.
     */
    private boolean isHidden(int knot) {
        return angles.jump(knot, steps.gamma() / 2) < HIDDEN
            || steps.gamma() < BETWEEN_NODES * (angles.knot(knot) - angles.knot(Math.max(0, knot - 1)));
    }

    private static double logV(double f) {
        return StrictMath.log(Math.PI * f) / 3;
    }

    @Override
    public void at(double[] logV, int count, double[][] out) {
        for (int from = 0; from < count; from += NODES) {
            write(logV, from, Math.min(NODES, count - from), out);
        }
    }

    @Override
    public boolean isEpsilonApart() {
        return true;
    }

    private void write(double[] logV, int from, int count, double[][] out) {
        System.arraycopy(logV, from, velocities, 0, count);
        NodeMath.exp(velocities, count, velocities);
        for (int i = 0; i < count; i++) {
            collect(i, velocities[i]);
        }
        orbitNodes.write(alphas, cosines, sines, epsilons);
        mergerNodes.write(alphas, cosines, sines);
        for (int i = 0; i < count; i++) {
            previousAlpha = ContinuedAngles.nearest(alphas[i] + alphaConstant, previousAlpha);
            previousEpsilon = ContinuedAngles.nearest(epsilons[NODES + i] + epsilonConstant, previousEpsilon);
            out[0][from + i] = previousAlpha;
            out[1][from + i] = previousEpsilon;
            out[2][from + i] = cosines[i];
            out[3][from + i] = sines[i];
            out[4][from + i] = ContinuedAngles.nearest(alphas[NODES + i] + alphaConstant, previousAlpha);
            out[5][from + i] = cosines[NODES + i];
            out[6][from + i] = sines[NODES + i];
        }
    }

    /** A node, and the frequency a step higher that epsilon goes with. */
    private void collect(int i, double v) {
        double f = OrbitAngles.frequency(v);
        if (f >= transition) {
            mergerNodes.add(f, i);
        } else if (angles.isSampled(f)) {
            writeSampled(f, i);
        } else {
            orbitNodes.add(v, i);
        }
        boolean isOfTail = f >= tailFrom;
        double there = f + (isOfTail ? steps.last() : steps.gamma());
        int slot = NODES + i;
        if (isOfTail || f >= lastStep) {
            mergerNodes.add(there, slot);
            epsilons[slot] = epsilon(f);
        } else if (angles.isSampled(there)) {
            writeSampled(there, slot);
            epsilons[slot] = angles.epsilon(there);
        } else {
            orbitNodes.add(OrbitAngles.velocity(there), slot);
        }
    }

    private void writeSampled(double f, int slot) {
        double cosine = Math.max(-1, Math.min(1, angles.cosine(f)));
        cosines[slot] = Math.sqrt((1 + cosine) / 2);
        sines[slot] = Math.sqrt((1 - cosine) / 2);
        alphas[slot] = angles.alpha(f);
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
