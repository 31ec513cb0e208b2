package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.AngleTable;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;
import org.chirpmill.model.phenomx.precession.TableRoom;
import org.chirpmill.source.SourceParameters;

/**
 * The precession of binaries by the orbit-averaged spin equations, integrated numerically: arXiv:2412.16721, as
 * LALSimulation's version 320 has it, written into rows as tables of angles. Work space of one thread.
 */
public final class SpinTaylorPrecession {
    /** In-plane spins, both together, below which LALSimulation takes the single-spin angles. */
    public static final double LEAST_IN_PLANE = 1e-7;

    /** Hz: how far below the lowest frequency LALSimulation begins, in bins of a uniform grid, and on lists. */
    private static final double BUFFER_BINS = 3;
    private static final double BUFFER_ON_LISTS = 0.5;
    /** How much further the integration goes, Hz. */
    private static final double MARGIN = 0.5;
    /** Where it ends, in damping frequencies above the ringdown. */
    private static final double DAMPINGS = 8;
    /** What the table may miss of the angles, rad. */
    private static final double TOLERANCE = 1e-10;
    /** Beyond all cutoffs, M f. */
    private static final double HIGHEST = 0.33;

    private final EvaluationFrame frame;
    private final int highestM;
    private final int lowestM;
    private final boolean stepsByBins;
    private final double lowestHz;
    private final double bufferHz;
    /** The lowest frequency of angles, Hz. */
    private final double lowestAngle;
    private final int room;
    private final double tolerance;
    private final SampledOrbit orbit;
    private final SpinTaylorAngles angles;
    private final AngleTable table = new AngleTable();
    private final double[] joins = new double[AngleTableRow.MOST_JOINS];

    /**
     * Work space for rows of one model and grid.
     *
     * @param frame reference frequency and grid
     * @param lowestM the lowest m' of the model's modes
     * @param highestM the highest
     * @param stepsByBins whether gamma goes by the grid's own bins from merger on, as in IMRPhenomXP
     * @param room for how many pieces a row's table has room
     */
    public SpinTaylorPrecession(
            EvaluationFrame frame, int lowestM, int highestM, boolean stepsByBins, int room) {
        this(frame, lowestM, highestM, stepsByBins, room, new SampledOrbit(), TOLERANCE);
    }

    /** The same with an orbit of one's own, and what the table may miss of its angles, rad. */
    SpinTaylorPrecession(EvaluationFrame frame, int lowestM, int highestM, boolean stepsByBins, int room,
            SampledOrbit orbit, double tolerance) {
        this.orbit = orbit;
        this.tolerance = tolerance;
        angles = new SpinTaylorAngles(orbit.orbit());
        this.frame = frame;
        this.lowestM = lowestM;
        this.highestM = highestM;
        this.stepsByBins = stepsByBins;
        this.room = room;
        FrequencyGrid grid = frame.grid();
        lowestHz = frame.edges().isEmpty() ? grid.maximumFrequency() : frame.edges().get(0).frequency();
        bufferHz = grid.isUniform() ? BUFFER_BINS * grid.deltaF() : BUFFER_ON_LISTS;
        lowestAngle = (lowestHz - bufferHz) * 2 / highestM;
    }

    /** Whether a binary's spins lie so little in the orbital plane that LALSimulation integrates nothing. */
    public static boolean isAligned(SourceParameters source) {
        double one = source.spinOneX() * source.spinOneX() + source.spinOneY() * source.spinOneY();
        double two = source.spinTwoX() * source.spinTwoX() + source.spinTwoY() * source.spinTwoY();
        return Math.sqrt(one + two) < LEAST_IN_PLANE;
    }

    /** The inspiral that {@link #prepare} will integrate, or empty where it will integrate none. */
    public Optional<Inspiral> inspiral(SourceParameters source, PrecessingBinary binary, Landmarks aligned) {
        double mass = binary.totalMassSolar() * SOLAR_MASS_SECONDS;
        double start = start(aligned, mass);
        if (!isIntegrated(source, start)) {
            return Optional.empty();
        }
        return SampledOrbit.inspiral(binary, frame.referenceFrequency() * mass, start * mass, MARGIN * mass,
            last(aligned));
    }

    /** Integrates several that are likely to be prepared next, see {@link SpinTaylorOrbit#solveAhead}. */
    public void integrateAhead(List<Inspiral> inspirals) {
        orbit.integrateAhead(inspirals);
    }

    /** Whether LALSimulation integrates a binary's orbit from that frequency on, Hz. */
    private boolean isIntegrated(SourceParameters source, double start) {
        return !isAligned(source) && frame.referenceFrequency() >= lowestAngle && start > MARGIN;
    }

    /** Where the integration is to begin, Hz. */
    private double start(Landmarks aligned, double mass) {
        return Math.min(lowestAngle, aligned.meco() / mass);
    }

    /** Where it ends at the latest, M f. */
    private static double last(Landmarks aligned) {
        return aligned.ringdown() + DAMPINGS * aligned.damping();
    }

    /**
     * Computes the precession's block of a row and its table of angles.
     *
     * @param source the binary
     * @param binary the same
     * @param aligned landmarks of the remnant of the spins along the orbital angular momentum
     * @param landmarks those of the precessing remnant
     * @param remnant the precessing one
     * @param rows receives the block
     * @param offset where it starts; its table follows it
     * @return whether there are such angles; where not, LALSimulation takes others
     * @throws SourceRefusedException where LALSimulation has no waveform
     */
    public boolean prepare(SourceParameters source, PrecessingBinary binary, Landmarks aligned, Landmarks landmarks,
            Remnant remnant, double[] rows, int offset) throws SourceRefusedException {
        double mass = binary.totalMassSolar() * SOLAR_MASS_SECONDS;
        double reference = frame.referenceFrequency();
        if (!(lowestAngle > 0)) {
            throw new SourceRefusedException("SpinTaylor angles begin " + bufferHz
                + " Hz below the lowest frequency, which is " + lowestHz + " Hz");
        }
        double start = start(aligned, mass);
        if (!isIntegrated(source, start)) {
            return false;
        }
        if (stepsByBins && reference < lowestHz) {
            throw new SourceRefusedException("the reference frequency lies below the lowest one, "
                + "where LALSimulation has no SpinTaylor angles");
        }
        if (!orbit.integrate(binary, reference * mass, start * mass, MARGIN * mass, last(aligned))) {
            return false;
        }
        ReferenceOrientation orientation =
            Precession.prepareForTable(source, binary, reference, rows, offset);
        double lastSample = orbit.goesOn() ? Double.POSITIVE_INFINITY : orbit.last();
        double highest = Math.min(HIGHEST, frame.grid().maximumFrequency() * mass) * 2 / lowestM;
        if (!angles.take(lastSample, orientation, reference * mass, steps(binary, mass), orbit.interval(),
                landmarks, remnant, highest)) {
            return false;
        }
        return writeTable(mass, highest, rows, offset);
    }

    /** The angles of the row that was prepared last. */
    SpinTaylorAngles angles() {
        return angles;
    }

    private FrequencySteps steps(PrecessingBinary binary, double mass) {
        FrequencyGrid grid = frame.grid();
        double gamma = ChirpTimeStep.of(binary, frame.referenceFrequency()) * mass;
        return new FrequencySteps(lowestHz * mass, (stepsByBins ? lowestHz : lowestAngle) * mass, gamma,
            grid.isUniform() ? grid.deltaF() * mass : gamma, stepsByBins, grid.isUniform() ? grid.deltaF() * mass : 0);
    }

    private boolean writeTable(double mass, double highest, double[] rows, int offset)
            throws SourceRefusedException {
        double from = StrictMath.log(Math.PI * mass * lowestHz * 2 / highestM) / 3;
        double to = StrictMath.log(Math.PI * highest) / 3;
        rows[offset + PrecessionRow.TABLE] = Precession.ROW_SIZE;
        rows[offset + PrecessionRow.TWO_SPIN] = Precession.INTEGRATED;
        if (!(to > from)) {
            return false;
        }
        if (!table.write(angles, from, to, joins, angles.joins(joins), tolerance, rows,
                offset + Precession.ROW_SIZE, room)) {
            throw TableRoom.exceeded(lowestHz * 2 / highestM, highest / mass, room);
        }
        return true;
    }
}
