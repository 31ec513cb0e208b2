package org.chirpmill.model.phenomp;

import java.util.List;
import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.Bodies;
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
import org.chirpmill.model.phenomd.tidal.TidalDMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomPv2_NRTidalv2, arXiv:1905.06011: precessing binary neutron stars, the mode of IMRPhenomD_NRTidalv2 twisted
 * as {@link PhenomPv2} twists that of black holes. The mode's phase is stationary at merger, by its exact derivative.
 */
public final class PhenomPv2Tidal implements WaveformModel {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomPv2_NRTidalv2", SpinSupport.PRECESSING)
        .describing(Bodies.NEUTRON_STARS).within(1e-3);
    private static final RowLayout LAYOUT = TidalPv2Row.layout();

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
        return TidalPv2Kernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("pv2_tidal");
    }

    @Override
    public ModeSum modeSum() {
        return new TidalPv2Lanes();
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
        int twist = offset + TidalPv2Row.TWIST;
        Precession precession = Pv2Twist.write(source, frame, rows, twist);
        PhenomDMode mode = PhenomDMode.of(source, precession::finalSpin);
        TidalDMode.writeTides(source, mode, rows, offset);
        mode.writeStationary(source, frame, TidalDMode.mergerHz(rows, offset),
            TidalDMode.slopeAtMerger(rows, offset), Pv2Twist.turn(rows, twist), rows, offset);
        Pv2Twist.writeScale(source, mode, rows, offset, twist);
        rows[offset + PhenomDRow.CUTOFF] =
            Math.min(rows[offset + PhenomDRow.CUTOFF], PhenomDMode.cutoffHz(source));
        TidalDMode.writeEnd(rows, offset);
    }
}
