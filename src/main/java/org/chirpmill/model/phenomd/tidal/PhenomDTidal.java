package org.chirpmill.model.phenomd.tidal;

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
import org.chirpmill.model.lanes.SingleModeLanes;
import org.chirpmill.model.phenomd.PhenomDLanes;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.tides.DeformedLanes;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomD_NRTidalv2, arXiv:1905.06011: binary neutron stars with aligned spins. In LALSimulation's conventions time
 * and phase are IMRPhenomD's, to which the tides' phase is added as it is.
 */
public final class PhenomDTidal implements WaveformModel {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomD_NRTidalv2", SpinSupport.ALIGNED)
        .describing(Bodies.NEUTRON_STARS).within(1e-8);
    private static final RowLayout LAYOUT = TidalDRow.layout();

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
        return TidalDKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("d_tidal");
    }

    @Override
    public ModeSum modeSum() {
        return new SingleModeLanes(new DeformedLanes(new PhenomDLanes(), TidalDRow.TIDES),
            PhenomDRow.PLUS_AMPLITUDE, PhenomDRow.CROSS_AMPLITUDE);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, TRAITS);
        PhenomDMode mode = PhenomDMode.of(source);
        mode.writeReferred(source, frame, rows, offset);
        mode.writePolarizations(source, rows, offset);
        TidalDMode.writeTides(source, mode, rows, offset);
        TidalDMode.writeEnd(rows, offset);
    }
}
