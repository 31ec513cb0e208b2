package org.chirpmill.model.phenomp;

import java.util.List;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/** What black holes and neutron stars share: a mode of IMRPhenomD that rings like the precessing remnant, twisted. */
abstract class Pv2Model implements WaveformModel {
    private final ModelTraits traits;
    private final RowLayout layout;
    private final int twistOffset;

    /**
     * A model.
     *
     * @param twistOffset where in the row the twist lies, as {@link Pv2TwistRow} says
     */
    Pv2Model(ModelTraits traits, RowLayout layout, int twistOffset) {
        this.traits = traits;
        this.layout = layout;
        this.twistOffset = twistOffset;
    }

    /**
     * Writes the mode of the co-precessing frame, shifted in time.
     *
     * @param turn what precession adds to the phase at f_ref, rad
     */
    abstract void writeMode(PhenomDMode mode, SourceParameters source, EvaluationFrame frame, double turn,
        double[] rows, int row) throws SourceRefusedException;

    @Override
    public final ModelTraits traits() {
        return traits;
    }

    @Override
    public final RowLayout layout() {
        return layout;
    }

    @Override
    public final List<String> remarks(SourceParameters source, double[] rows, int offset) {
        return Pv2Twist.remarks(source);
    }

    @Override
    public final Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, traits);
        int twist = offset + twistOffset;
        Precession precession = Pv2Twist.write(source, frame, rows, twist);
        PhenomDMode mode = PhenomDMode.of(source, precession::finalSpin);
        writeMode(mode, source, frame, Pv2Twist.turn(rows, twist), rows, offset);
        Pv2Twist.writeScale(source, mode, rows, offset, twist);
        rows[offset + PhenomDRow.CUTOFF] =
            Math.min(rows[offset + PhenomDRow.CUTOFF], PhenomDMode.cutoffHz(source));
    }
}
