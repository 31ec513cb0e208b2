package org.chirpmill.model.phenomp;

import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.Bodies;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomd.PhenomDLanes;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.tidal.TidalDMode;
import org.chirpmill.model.phenomd.tidal.TidalDRow;
import org.chirpmill.model.tides.DeformedLanes;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomPv2_NRTidalv2, arXiv:1905.06011: precessing binary neutron stars, the mode of IMRPhenomD_NRTidalv2 twisted
 * as {@link PhenomPv2} twists that of black holes. The mode's phase is stationary at merger, by its exact derivative.
 */
public final class PhenomPv2Tidal extends Pv2Model {
    /** The model, exact but for LALSimulation's time. */
    public PhenomPv2Tidal() {
        super(ModelTraits.of("IMRPhenomPv2_NRTidalv2", SpinSupport.PRECESSING)
            .describing(Bodies.NEUTRON_STARS).within(1e-3), TidalPv2Row.layout(), TidalPv2Row.TWIST);
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
        return new Pv2Lanes(new DeformedLanes(new PhenomDLanes(), TidalDRow.TIDES), TidalPv2Row.TWIST);
    }

    @Override
    void writeMode(PhenomDMode mode, SourceParameters source, EvaluationFrame frame, double turn, double[] rows,
            int row) throws SourceRefusedException {
        TidalDMode.writeTides(source, mode, rows, row);
        mode.writeStationary(source, frame, TidalDMode.mergerHz(rows, row),
            TidalDMode.slopeAtMerger(rows, row), turn, rows, row);
        TidalDMode.writeEnd(rows, row);
    }
}
