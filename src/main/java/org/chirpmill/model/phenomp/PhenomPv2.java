package org.chirpmill.model.phenomp;

import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomd.PhenomDLanes;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomPv2, arXiv:1308.3271 and arXiv:1408.1810: the (2, 2) mode of IMRPhenomD with the precessing remnant's
 * ringdown, twisted by the angles of one effective spin, in LALSimulation's conventions. The mode's phase is stationary
 * at the ringdown's frequency, by its exact derivative; LALSimulation takes that of a spline through ten points, which
 * shifts the waveform by some microseconds: docs/accuracy.md.
 */
public final class PhenomPv2 extends Pv2Model {
    /** The model, exact but for LALSimulation's time. */
    public PhenomPv2() {
        super(ModelTraits.of("IMRPhenomPv2", SpinSupport.PRECESSING).within(1e-3), Pv2Row.layout(), Pv2Row.TWIST);
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
        return new Pv2Lanes(new PhenomDLanes(), Pv2Row.TWIST);
    }

    @Override
    void writeMode(PhenomDMode mode, SourceParameters source, EvaluationFrame frame, double turn, double[] rows,
            int row) throws SourceRefusedException {
        mode.writeStationary(source, frame, mode.ringdownHz(), 0, turn, rows, row);
    }
}
