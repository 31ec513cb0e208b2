package org.chirpmill.model.phenomx.phm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingAmplitudes;
import org.chirpmill.model.phenomx.hm.CoprecessingModes;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.TableRoom;
import org.chirpmill.model.phenomx.spintaylor.IntegrationRemark;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorPrecession;
import org.chirpmill.source.SourceParameters;

/**
 * What both precessing models share: the precession of the source, then the modes of an aligned binary with the spins'
 * parts along the orbital angular momentum that rings like the precessing remnant.
 */
abstract class TwistedModel implements WaveformModel, ModeModuli {
    /** Pieces of SpinTaylor angles that a row has room for. */
    private static final int TABLE_ROOM = AngleTableRow.USUAL_ROOM;
    private static final RowLayout LAYOUT = XphmRow.layout();
    private static final RowLayout LAYOUT_WITH_TABLE = XphmRow.layoutWithTable(TABLE_ROOM);

    private final boolean hasQuadrupole;
    private final Set<HigherMode> higherModes;
    private final Precession.Angles angles;

    /**
     * A model of some modes.
     *
     * @param hasQuadrupole whether (2, 2) is among the modes
     * @param higherModes the modes besides (2, 2)
     * @param angles the Euler angles wanted
     */
    TwistedModel(boolean hasQuadrupole, Set<HigherMode> higherModes, Precession.Angles angles) {
        this.hasQuadrupole = hasQuadrupole;
        this.higherModes = higherModes;
        this.angles = angles;
    }

    /** The name of the model of aligned binaries whose modes are twisted. */
    abstract String aligned();

    /** The binary whose modes are twisted; the precession is always that of the source as it is. */
    abstract AlignedBinary coprecessing(SourceParameters source, EvaluationFrame frame);

    /** Whether LALSimulation integrates gamma from bin to bin where SpinTaylor angles go on from merger. */
    abstract boolean stepsByBins();

    /** Whether its angles are integrated. */
    final boolean integrates() {
        return angles == Precession.Angles.SPIN_TAYLOR;
    }

    @Override
    public final RowLayout layout() {
        return integrates() ? LAYOUT_WITH_TABLE : LAYOUT;
    }

    @Override
    public final BinKernel kernel() {
        return XphmKernel::polarizations;
    }

    @Override
    public final Optional<String> deviceKernel() {
        return Optional.of(integrates() ? "xphm_table" : "xphm");
    }

    @Override
    public final ModeSum modeSum() {
        return new XphmLanes();
    }

    private static Precession.Angles fallback(SourceParameters source) {
        return SpinTaylorPrecession.isAligned(source)
            ? Precession.Angles.SINGLE_SPIN : Precession.Angles.TWO_SPIN;
    }

    /** Tells of a row whose angles failed, or say something else than the aligned model or LALSimulation. */
    @Override
    public final List<String> remarks(SourceParameters source, double[] rows, int offset) {
        if (angles == Precession.Angles.SINGLE_SPIN) {
            return List.of();
        }
        int row = offset + XphmRow.PRECESSION;
        if (integrates()) {
            return IntegrationRemark.of(SpinTaylorPrecession.isAligned(source), rows, row)
                .or(() -> TableRoom.remark(rows, row)).stream().toList();
        }
        List<String> remarks = new ArrayList<>(angles.remarks(rows, row));
        AlignmentRemark.of(source, approximant(), aligned()).ifPresent(remarks::add);
        return remarks;
    }

    @Override
    public final Map<String, double[]> moduli(SourceParameters source, EvaluationFrame frame)
            throws SourceRefusedException {
        return CoprecessingAmplitudes.of(this, source, frame);
    }

    @Override
    public final Preparer open(EvaluationFrame frame) {
        BinariesAhead binaries = new BinariesAhead(source -> coprecessing(source, frame));
        if (!integrates()) {
            return binaries.serving((source, rows, offset) ->
                write(source, frame, aligned(source, binaries), null, rows, offset));
        }
        return new SpinTaylorPreparer(this, frame, binaries,
            new SpinTaylorPrecession(frame, lowestM(), highestM(), stepsByBins(), TABLE_ROOM));
    }

    private int highestM() {
        int highest = hasQuadrupole ? 2 : 1;
        for (HigherMode mode : higherModes) {
            highest = Math.max(highest, mode.m());
        }
        return highest;
    }

    private int lowestM() {
        int lowest = hasQuadrupole ? 2 : 4;
        for (HigherMode mode : higherModes) {
            lowest = Math.min(lowest, mode.m());
        }
        return lowest;
    }

    /** The binary whose modes are twisted, its remnant, and that one's landmarks. */
    record Aligned(AlignedBinary binary, Remnant remnant, Landmarks landmarks) {}

    /** What comes before the precession. */
    final Aligned aligned(SourceParameters source, BinariesAhead binaries) throws SourceRefusedException {
        SourceChecks.require(source, traits());
        PhenomXAS.requireCalibrated(source);
        AlignedBinary binary = binaries.of(source);
        Remnant remnant = Remnant.of(binary);
        return new Aligned(binary, remnant, Landmarks.of(binary, remnant));
    }

    /** The precession and the modes; spinTaylor is null where angles are not integrated. */
    final void write(SourceParameters source, EvaluationFrame frame, Aligned aligned, SpinTaylorPrecession spinTaylor,
            double[] rows, int offset) throws SourceRefusedException {
        AlignedBinary binary = aligned.binary();
        Precession precession = spinTaylor == null
            ? Precession.prepare(source, frame.referenceFrequency(), angles, rows, offset + XphmRow.PRECESSION)
            : Precession.ofSpinTaylor(PrecessingBinary.of(source));
        Remnant remnant = new Remnant(
            aligned.remnant().mass(), precession.finalSpin(aligned.remnant().spin()));
        Landmarks landmarks = aligned.landmarks().ringingAs(remnant);
        if (spinTaylor != null && !spinTaylor.prepare(source, precession.binary(), aligned.landmarks(),
                landmarks, remnant, rows, offset + XphmRow.PRECESSION)) {
            Precession.prepare(source, frame.referenceFrequency(), fallback(source), rows,
                offset + XphmRow.PRECESSION);
        }
        double cutoffHz = PhenomXAS.lastFrequency(source, binary, frame.grid());
        // The source's phase turns the observer, in the precession's frame; the modes' own phase starts at zero.
        CoprecessingModes.write(binary, remnant, landmarks, frame.referenceFrequency(), 0,
            source.luminosityDistanceMpc(), higherModes,
            new CoprecessingModes.Route(false, cutoffHz, cutoffHz), rows, offset);
        CoprecessingModes.requirePhases(source, frame, higherModes, rows, offset);
        if (!hasQuadrupole) {
            rows[offset + CoprecessingRow.L2M2_SCALE] = 0;
        }
    }
}
