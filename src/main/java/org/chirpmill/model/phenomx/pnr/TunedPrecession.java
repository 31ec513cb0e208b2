package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.model.phenomx.pnr.TunedAngles.logV;

import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;
import org.chirpmill.model.phenomx.precession.TiltedFrame;
import org.chirpmill.model.phenomx.spintaylor.ContinuedInspiral;
import org.chirpmill.model.phenomx.spintaylor.Inspiral;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.source.SourceParameters;

/**
 * The precession of binaries with tuned angles, written into rows: the frame of J, which the tuned angle at the
 * reference frequency tilts, and a table of alpha, beta and epsilon over the frequency f22 of the (2, 2) mode; epsilon
 * rotates minimally. Work space of one thread. First {@link #take} a binary, then {@link #write} its row.
 */
final class TunedPrecession {
    /** With smaller spins in the plane, both together, J is not tilted by the tuned angle, as in LALSimulation. */
    private static final double LEAST_IN_PLANE = 1e-3;
    /** Within this share of the ringdown frequency no angles change over to it. */
    private static final double LEAST_OF_RINGDOWN = 0.1;

    /** Below this LALSimulation integrates no further, Hz. */
    private static final double MARGIN = 0.5;
    /** Where integration ends, in damping frequencies above the ringdown. */
    private static final double DAMPINGS = 8;
    /** With smaller spins in the plane, both together, nothing is integrated. */
    private static final double LEAST_INTEGRATED = 1e-6;

    private final MultipleScaleSource inspiral = new MultipleScaleSource();
    private final SpinTaylorSource integrated = new SpinTaylorSource(new ContinuedInspiral());
    private final InspiralAngles momenta = new InspiralAngles();
    private final double[] scratch = new double[Precession.ROW_SIZE];
    private final TunedAngles angles = new TunedAngles();
    private final TunedTable table = new TunedTable(angles, inspiral, integrated.inspiral());

    private boolean isIntegrated;
    /** alpha of the frame of the spins, rad, at the reference frequency. */
    private double untiltedAlpha;
    /** What is subtracted from single-spin angles so that they have that alpha, rad. */
    private double singleSpinConstant;
    private double tilt;
    private SourceParameters source;
    private PrecessingBinary binary;
    private SingleSpin spin;
    private double massSeconds;
    private double referenceMf;
    private double alphaAtReference;
    private double tunedAlpha;
    private TiltedFrame frame;

    /**
     * Takes a binary for which {@link SingleSpin#isFor} holds, as IMRPhenomXO4a has it.
     *
     * @param newSource the binary
     * @param newBinary the same
     * @param referenceFrequency where its spins are given, Hz
     */
    void take(SourceParameters newSource, PrecessingBinary newBinary, double referenceFrequency) {
        set(newSource, newBinary, referenceFrequency);
        takeUnintegrated(Precession.Angles.TWO_SPIN);
    }

    /** Where and how LALSimulation integrates. */
    record Range(FrequencyGrid grid, double lowestHz, int highestM, double ahead, double cutoff) {}

    /**
     * How an inspiral is to be integrated.
     *
     * @param startHz the lowest frequency that LALSimulation asks for
     * @param lastMf where it ends at the latest, M f
     */
    record Plan(double startHz, double lastMf) {}

    /**
     * How the inspiral of a binary is to be integrated for which {@link SingleSpin#isFor} holds, as IMRPhenomXPNR has
     * it; empty where nothing is.
     *
     * @param newSource the binary
     * @param newBinary the same
     * @param referenceFrequency where its spins are given, Hz
     * @param aligned landmarks of the spins along the orbital angular momentum
     * @param range the frequencies asked for
     */
    Optional<Plan> plan(SourceParameters newSource, PrecessingBinary newBinary, double referenceFrequency,
            Landmarks aligned, Range range) {
        set(newSource, newBinary, referenceFrequency);
        if (!isIntegrable(binary)) {
            return Optional.empty();
        }
        spin = SingleSpin.atReference(binary);
        momenta.take(binary, referenceVelocity(), Precession.Angles.SINGLE_SPIN);
        inspiral.take(binary, referenceVelocity(), Precession.Angles.TWO_SPIN);
        AngleMap expected = map(TunedAlpha.lower(MergerAlpha.of(spin.eta(), spin.chi(), spin)),
            BetaConnection.of(MergerBeta.of(spin.eta(), spin.chi(), spin)).lower(), aligned.ringdown(),
            range.cutoff());
        return Optional.of(new Plan(
            IntegrationStart.of(range.grid(), range.lowestHz(), range.highestM(), expected, range.ahead(), binary,
                inspiral.angles(), momenta::orbitalMomentum, massSeconds),
            aligned.ringdown() + DAMPINGS * aligned.damping()));
    }

    /** What such a plan integrates of the binary that was planned for last; empty where it cannot be. */
    Optional<Inspiral> orbit(Plan plan) {
        return ContinuedInspiral.orbit(
            binary, referenceMf, plan.startHz() * massSeconds, MARGIN * massSeconds, plan.lastMf());
    }

    /** Integrates orbits side by side that {@link #integrate} is likely to ask for next. */
    void integrateAhead(List<Inspiral> orbits) {
        integrated.inspiral().integrateAhead(orbits);
    }

    /**
     * Begins with a binary that there is a plan for, or none. Then follows {@link #continueInto}.
     *
     * @param newSource the binary
     * @param newBinary the same
     * @param referenceFrequency where its spins are given, Hz
     * @param plan how it is to be integrated; empty where nothing is
     */
    void integrate(SourceParameters newSource, PrecessingBinary newBinary, double referenceFrequency,
            Optional<Plan> plan) {
        set(newSource, newBinary, referenceFrequency);
        if (plan.isEmpty()) {
            takeUnintegrated(Precession.Angles.SINGLE_SPIN);
            return;
        }
        momenta.take(binary, referenceVelocity(), Precession.Angles.SINGLE_SPIN);
        ReferenceOrientation orientation =
            Precession.prepareForTable(source, binary, referenceFrequency, scratch, 0);
        isIntegrated = integrated.inspiral().integrate(binary, orientation, referenceMf,
            plan.get().startHz() * massSeconds, MARGIN * massSeconds, plan.get().lastMf());
        if (isIntegrated) {
            untiltedAlpha = orientation.alpha();
            spin = SingleSpin.evolved(binary, integrated.inspiral().evolved(binary));
        } else {
            takeUnintegrated(Precession.Angles.TWO_SPIN);
        }
    }

    /**
     * Continues the angles that were integrated through merger; others are there already.
     *
     * @param landmarks with the (2, 2) mode's ringdown
     * @param remnant whose spin and mass go with it
     * @throws SourceRefusedException where the inspiral is too short for that
     */
    void continueInto(Landmarks landmarks, Remnant remnant) throws SourceRefusedException {
        if (!isIntegrated) {
            return;
        }
        if (!integrated.inspiral().continueInto(landmarks, remnant, spin.ringdownBeta())) {
            throw new SourceRefusedException("the integrated inspiral is too short for its angles to be continued");
        }
        integrated.take(binary);
        angles.take(binary, referenceVelocity(), spin, integrated, momenta, massSeconds);
        tilt = momenta.tilt();
        integrated.moveTo(referenceMf);
        double untuned = integrated.alpha();
        alphaAtReference = angles.alphaAt(referenceMf) - untuned;
    }

    /**
     * Integrates once more where the modes' angles begin lower than was expected, as LALSimulation does.
     *
     * @param lowest the lowest f22 at which a mode has angles, Hz
     * @param landmarks as {@link #continueInto} was given them
     * @param remnant likewise
     * @throws SourceRefusedException where the inspiral is too short for that
     */
    void reach(double lowest, Landmarks landmarks, Remnant remnant) throws SourceRefusedException {
        double mf = Math.min(lowest * massSeconds, referenceMf);
        if (isIntegrated && !integrated.inspiral().knows(mf)) {
            integrated.inspiral().extendTo(mf);
            continueInto(landmarks, remnant);
        }
    }

    /** Whether the spins lie in the orbital plane enough for their orbit to be integrated. */
    static boolean isIntegrable(PrecessingBinary binary) {
        return SingleSpin.inPlane(binary) >= LEAST_INTEGRATED;
    }

    private void set(SourceParameters newSource, PrecessingBinary newBinary, double referenceFrequency) {
        source = newSource;
        binary = newBinary;
        massSeconds = binary.totalMassSolar() * PhysicalConstants.SOLAR_MASS_SECONDS;
        referenceMf = referenceFrequency * massSeconds;
    }

    private double referenceVelocity() {
        return CubeRoot.of(Math.PI * referenceMf);
    }

    private void takeUnintegrated(Precession.Angles wanted) {
        isIntegrated = false;
        spin = SingleSpin.atReference(binary);
        double v = referenceVelocity();
        inspiral.take(binary, v, wanted);
        angles.take(binary, v, spin, inspiral, inspiral.angles(), massSeconds);
        tilt = inspiral.angles().tilt();
        inspiral.moveTo(referenceMf);
        double untuned = inspiral.alpha();
        // Before they are tuned and turned two-spin angles have alpha = 0 at the reference frequency, and single-spin
        // ones that of the frame of the spins.
        untiltedAlpha = inspiral.isMultipleScale() ? 0
            : Precession.prepareForTable(source, binary, referenceMf / massSeconds, scratch, 0).alpha();
        alphaAtReference = angles.alphaAt(referenceMf) - untuned + untiltedAlpha;
        singleSpinConstant = untuned - untiltedAlpha;
    }

    /** Whether the inspiral's angles are integrated. */
    boolean isIntegrated() {
        return isIntegrated;
    }

    /** The effective single spin of the binary. */
    SingleSpin spin() {
        return spin;
    }

    /**
     * At which f22 the higher modes have their angles.
     *
     * @param ringdown the (2, 2) mode's ringdown frequency, M f
     * @param cutoff where the modes end, M f
     */
    AngleMap map(double ringdown, double cutoff) {
        return map(angles.alphaConnection(), angles.betaConnection(), ringdown, cutoff);
    }

    private AngleMap map(double alphaConnection, double betaConnection, double ringdown, double cutoff) {
        double start = betaConnection;
        if (start > cutoff || start < LEAST_OF_RINGDOWN * ringdown) {
            start = ringdown;
        }
        double end = alphaConnection;
        if (end > cutoff || start < end) {
            end = start / 2;
        }
        return new AngleMap(end, start, spin.isBeyondTuning());
    }

    /**
     * Writes the precession's block of a row and its table of angles.
     *
     * @param lowest the lowest f22 at which a mode has angles, Hz
     * @param highest the highest, Hz
     * @param rows receives the block
     * @param block where it starts, laid out as {@link PrecessionRow} says
     * @param tableAt where its table starts
     * @param room for how many pieces it has room
     * @return whether the angles are such that the room does
     */
    boolean write(double lowest, double highest, double[] rows, int block, int tableAt, int room) {
        angles.evaluate(referenceMf);
        tunedAlpha = angles.alpha();
        frame = TiltedFrame.write(source, binary, inPlane() >= LEAST_IN_PLANE ? angles.beta() : tilt, rows, block);
        double first = logV(Math.min(lowest * massSeconds, referenceMf));
        double last = logV(Math.max(highest * massSeconds, referenceMf));
        boolean holds = table.write(isIntegrated, first, last, rows, tableAt, room);
        if (holds) {
            rows[block + PrecessionRow.TABLE] = tableAt - block;
            double unintegrated = inspiral.isMultipleScale() ? 1 : 0;
            rows[block + PrecessionRow.TWO_SPIN] = isIntegrated ? Precession.INTEGRATED : unintegrated;
            table.turn(logV(referenceMf), tunedAlpha, frame.alpha(), frame.epsilon());
        }
        return holds;
    }

    private double inPlane() {
        return SingleSpin.inPlane(binary);
    }

    /** The frame of the row last written. */
    TiltedFrame frame() {
        return frame;
    }

    /**
     * What LALSimulation's alpha is ahead of the row's, rad: its own begins from another place. The antisymmetric part
     * of (2, 2) takes it as it is there, and adds the constant that LALSimulation has for it; half of both, which for
     * IMRPhenomXO4a are the same.
     */
    double alphaLead() {
        if (isIntegrated) {
            // alphaAtReference counts from the spins' frame here, to whose alpha the tilted frame's is added once.
            return (3 * alphaAtReference + untiltedAlpha - 3 * frame.alpha()) / 2;
        }
        double lead = alphaAtReference - frame.alpha();
        // LALSimulation takes the constant of single-spin angles to be what it has become when they were tuned.
        return inspiral.isMultipleScale() ? lead : (lead + singleSpinConstant) / 2;
    }

    /** alpha of the row last written at a frequency M f, rad: also beyond its table, and where L lies along J. */
    double alphaAt(double mf) {
        return angles.alphaAt(mf) - tunedAlpha + frame.alpha();
    }
}
