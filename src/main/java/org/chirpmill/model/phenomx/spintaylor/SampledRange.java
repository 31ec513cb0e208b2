package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The first and the last of LALSimulation's samples of an inspiral. The last one shows in every waveform: where it
 * lies, angles of the merger are joined to those of the inspiral. Work space of one thread.
 *
 * <p>LALSimulation integrates in time, from the reference down and up, asks at the end of each of its steps whether
 * there is a reason to stop, and keeps samples at multiples of an interval before the end of the last step: of {@link
 * #COARSE} intervals at first, and of one interval in a second integration from some coarse sample before the last
 * one on. So the last sample is the last multiple of the interval before the end of the step that passed the
 * inspiral's own end. Only where a multiple lies less than a step's length behind the inspiral's end do the lengths
 * of steps say which one, and then {@link FehlbergSteps} are taken as LALSimulation takes them: for one binary in ten
 * or so.
 */
public final class SampledRange {
    /** Intervals in a coarse one: LALSimulation's default. */
    public static final int COARSE = 10;
    /** Which sample from the last one backwards begins the second integration. */
    private static final int REFINED = 9;
    /** Coarse intervals before LALSimulation's start that hold the first sample. */
    private static final int INTERVALS_BELOW = 2;

    private final FehlbergSteps steps = new FehlbergSteps();
    private SpinTaylorOrbit orbit;
    private double interval;
    private double vStart;

    /**
     * Sets the inspiral.
     *
     * @param inspiral integrated up to its own end, and down to {@link #below LALSimulation's start}
     * @param binary its binary
     * @param fineInterval between samples, units of the total mass
     * @param velocity at which LALSimulation stops integrating down
     */
    public void set(SpinTaylorOrbit inspiral, PrecessingBinary binary, double fineInterval, double velocity) {
        orbit = inspiral;
        interval = fineInterval;
        vStart = velocity;
        steps.set(binary);
    }

    /**
     * A velocity below LALSimulation's start that its first sample does not reach.
     *
     * @param velocity at which LALSimulation stops integrating down
     * @param eta symmetric mass ratio
     * @param fineInterval between samples, units of the total mass
     */
    public static double below(double velocity, double eta, double fineInterval) {
        // By the leading order, v^-8 is 256 eta / 5 times the time that is left; twice the interval is ample.
        double square = velocity * velocity;
        double eighth = square * square * square * square;
        double later = 1 / eighth + INTERVALS_BELOW * 256 * eta / 5 * COARSE * fineInterval;
        return 1 / Math.sqrt(Math.sqrt(Math.sqrt(later)));
    }

    /** Whether the first sample lies at or below a velocity, as LALSimulation wants it of the lowest one asked for. */
    public boolean reaches(double v) {
        return firstAtMost() <= v || first() <= v;
    }

    /** The velocity of the first sample. */
    public double first() {
        return orbit.velocityAt(-samplesDown() * coarse());
    }

    /** A velocity at or below which the first sample lies, in much less time: it is the first sample or the next. */
    public double firstAtMost() {
        return orbit.velocityAt((1 - firstBeyondStart()) * coarse());
    }

    /** The velocity of the last sample. */
    public double last() {
        double end = orbit.timeAt(orbit.endVelocity());
        double longest = steps.longest(orbit, orbit.endVelocity(), interval / COARSE);
        long sample = lastBefore(end, interval);
        if ((sample + 1) * interval <= end + longest) {
            sample = lastBefore(steps.end(orbit, fineStart(end, longest), interval, 1), interval);
        }
        return orbit.velocityAt(sample * interval);
    }

    private double coarse() {
        return COARSE * interval;
    }

    /** The last multiple of an interval before a time. */
    private static long lastBefore(double time, double interval) {
        return (long) Math.ceil(time / interval) - 1;
    }

    private long firstBeyondStart() {
        return lastBefore(-orbit.timeAt(vStart), coarse()) + 1;
    }

    /**
     * How many coarse samples lie below the reference: up to the first beyond the start, if the last step
     * passes it.
     */
    private long samplesDown() {
        long beyond = firstBeyondStart();
        double endOfSteps = -steps.end(orbit, 0, -coarse(), vStart);
        return beyond * coarse() < endOfSteps ? beyond : beyond - 1;
    }

    /** The time at which the second integration begins. */
    private double fineStart(double end, double longest) {
        long up = lastBefore(end, coarse());
        if ((up + 1) * coarse() <= end + longest) {
            up = lastBefore(steps.end(orbit, 0, coarse(), 1), coarse());
        }
        if (up >= REFINED - 1) {
            // LALSimulation loses the last sample below the reference where it joins both directions.
            return (up - REFINED + 1) * coarse();
        }
        long wanted = REFINED - up;
        // Steps need not be taken to know that there are as many.
        long down = firstBeyondStart() > wanted ? wanted : samplesDown();
        // With fewer samples than that it begins at the first, which is the reference where there is only one below.
        return down == 1 ? 0 : -Math.min(down, wanted) * coarse();
    }
}
