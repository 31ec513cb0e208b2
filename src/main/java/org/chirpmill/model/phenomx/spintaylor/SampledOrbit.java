package org.chirpmill.model.phenomx.spintaylor;

import java.util.List;
import java.util.Optional;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * An orbit integrated over the frequencies, M f, over which LALSimulation samples it, and where its samples begin and
 * end. Work space of one thread.
 */
final class SampledOrbit {
    /** How many samples of the highest frequency's period there are. */
    private static final double SAMPLES = 2;
    /** By how much lower the velocity is from which on the orbit is to be known, for what rounds. */
    private static final double MARGIN = 1 - 1e-6;

    private final SpinTaylorOrbit orbit;
    private final SampledRange range = new SampledRange();

    private Inspiral inspiral;
    private double interval;
    private boolean goesOn;

    SampledOrbit() {
        this(new SpinTaylorOrbit());
    }

    /** Of an orbit with a tolerance of one's own. */
    SampledOrbit(SpinTaylorOrbit orbit) {
        this.orbit = orbit;
    }

    /**
     * What is to be integrated of a binary.
     *
     * @param binary the binary, its spins at the reference frequency
     * @param reference the reference frequency
     * @param start the lowest frequency that LALSimulation asks for
     * @param margin how far below it LALSimulation goes on
     * @param last where it ends at the latest
     * @return empty where there are no samples from the start on
     */
    static Optional<Inspiral> inspiral(
            PrecessingBinary binary, double reference, double start, double margin, double last) {
        double vReference = OrbitAngles.velocity(reference);
        double vLast = OrbitAngles.velocity(last);
        if (reference < start || start <= margin || !(vReference < vLast)) {
            return Optional.empty();
        }
        double vStart = SampledRange.below(OrbitAngles.velocity(start - margin), binary.eta(), interval(last));
        return Optional.of(new Inspiral(binary, vReference, vStart, vLast));
    }

    private static double interval(double last) {
        return 1 / (SAMPLES * last);
    }

    /** Integrates several that are likely to be asked for next, see {@link SpinTaylorOrbit#solveAhead}. */
    void integrateAhead(List<Inspiral> inspirals) {
        orbit.solveAhead(inspirals);
    }

    /**
     * Integrates a binary's precession.
     *
     * @param binary the binary, its spins at the reference frequency
     * @param reference the reference frequency
     * @param start the lowest frequency that LALSimulation asks for
     * @param margin how far below it LALSimulation goes on
     * @param last where it ends at the latest
     * @return whether there are samples from the start on; where not, LALSimulation takes other angles
     */
    boolean integrate(PrecessingBinary binary, double reference, double start, double margin, double last) {
        inspiral = inspiral(binary, reference, start, margin, last).orElse(null);
        if (inspiral == null) {
            return false;
        }
        interval = interval(last);
        SpinTaylorOrbit.Outcome outcome = orbit.solve(inspiral);
        double vReference = inspiral.vReference();
        if (!(orbit.firstVelocity() < vReference && vReference < orbit.endVelocity())) {
            return false;
        }
        goesOn = outcome.up() == SpinTaylorOrbit.Ending.VELOCITY_REACHED;
        range.set(orbit, binary, interval, OrbitAngles.velocity(start - margin));
        return range.reaches(OrbitAngles.velocity(start));
    }

    /** Whether the orbit is known from a frequency on. */
    boolean knows(double frequency) {
        return OrbitAngles.velocity(frequency) >= orbit.firstVelocity();
    }

    /** Integrates once more, from a lower frequency on. */
    void extendTo(double frequency) {
        orbit.solve(new Inspiral(inspiral.binary(), inspiral.vReference(), MARGIN * OrbitAngles.velocity(frequency),
            inspiral.vEnd()));
    }

    /** The orbit as it was integrated last. */
    SpinTaylorOrbit orbit() {
        return orbit;
    }

    /** Whether it goes on to where LALSimulation ends at the latest. */
    boolean goesOn() {
        return goesOn;
    }

    /** The time between samples, M. */
    double interval() {
        return interval;
    }

    /** The velocity of the first sample; hundreds of steps may have to be taken for it. */
    double first() {
        return range.first();
    }

    /** A velocity at or below which the first sample lies, in much less time. */
    double firstAtMost() {
        return range.firstAtMost();
    }

    /** The velocity of the last. */
    double last() {
        return range.last();
    }
}
