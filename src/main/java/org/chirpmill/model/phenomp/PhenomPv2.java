package org.chirpmill.model.phenomp;

import java.util.List;
import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomPv2, arXiv:1308.3271 and arXiv:1408.1810: the (2, 2) mode of IMRPhenomD with the precessing remnant's
 * ringdown, twisted by the angles of one effective spin, in LALSimulation's conventions. The mode's phase is stationary
 * at the ringdown's frequency, by its exact derivative; LALSimulation takes that of a spline through ten points, which
 * shifts the waveform by some microseconds: docs/accuracy.md.
 */
public final class PhenomPv2 implements WaveformModel {
    private static final ModelTraits TRAITS =
        ModelTraits.of("IMRPhenomPv2", SpinSupport.PRECESSING).within(1e-3);
    private static final RowLayout LAYOUT = Pv2Row.layout();

    @Override
    public ModelTraits traits() {
        return TRAITS;
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public BinKernel kernel() {
        return Pv2Kernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("pv2");
    }

    @Override
    public ModeSum modeSum() {
        return new Pv2Lanes();
    }

    @Override
    public List<String> remarks(SourceParameters source, double[] rows, int offset) {
        return Pv2Twist.remarks(source);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, TRAITS);
        int twist = offset + Pv2Row.TWIST;
        Precession precession = Pv2Twist.write(source, frame, rows, twist);
        PhenomDMode mode = PhenomDMode.of(source, precession::finalSpin);
        mode.writeStationary(source, frame, mode.ringdownHz(), 0, Pv2Twist.turn(rows, twist), rows, offset);
        Pv2Twist.writeScale(source, mode, rows, offset, twist);
        rows[offset + PhenomDRow.CUTOFF] =
            Math.min(rows[offset + PhenomDRow.CUTOFF], PhenomDMode.cutoffHz(source));
    }
}
