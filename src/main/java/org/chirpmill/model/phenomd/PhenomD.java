package org.chirpmill.model.phenomd;

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
import org.chirpmill.model.lanes.SingleModeLanes;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomD, arXiv:1508.07253, with LALSimulation's conventions: the amplitude's peak lies near t = 0, the phase at
 * f_ref is twice the orbital phase given there.
 */
public final class PhenomD implements WaveformModel {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomD", SpinSupport.ALIGNED);
    private static final RowLayout LAYOUT = RowLayout.declaredBy(PhenomDRow.class);

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
        return PhenomDKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("phenomd");
    }

    @Override
    public ModeSum modeSum() {
        return new SingleModeLanes(new PhenomDLanes(), PhenomDRow.PLUS_AMPLITUDE, PhenomDRow.CROSS_AMPLITUDE);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, traits());
        PhenomDMode mode = PhenomDMode.of(source);
        mode.writeReferred(source, frame, rows, offset);
        mode.writePolarizations(source, rows, offset);
    }
}
