package org.chirpmill.model.phenomx.tidal;

import java.util.Optional;
import org.chirpmill.model.AlignedPolarizations;
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
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasModeLanes;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.DeformedLanes;
import org.chirpmill.model.tides.TidalModel;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXAS_NRTidalv2 and IMRPhenomXAS_NRTidalv3, arXiv:2311.15978 and arXiv:2311.07456: binary neutron stars with
 * aligned spins, in LALSimulation's conventions. Time zero and the end of the tidal phase's growth depend on the grid,
 * see {@link TidalQuadrupole} and {@link TidalModel#hold}.
 */
public final class PhenomXASTidal implements WaveformModel {
    private static final RowLayout LAYOUT = TidalXasRow.layout();

    private final ModelTraits traits;
    private final TidalModel tides;

    private PhenomXASTidal(String approximant, TidalModel tides) {
        this.traits = ModelTraits.of(approximant, SpinSupport.ALIGNED).describing(Bodies.NEUTRON_STARS).within(1e-8);
        this.tides = tides;
    }

    /** IMRPhenomXAS_NRTidalv2. */
    public static PhenomXASTidal v2() {
        return new PhenomXASTidal("IMRPhenomXAS_NRTidalv2", TidalModel.NRTIDAL_V2);
    }

    /** IMRPhenomXAS_NRTidalv3. */
    public static PhenomXASTidal v3() {
        return new PhenomXASTidal("IMRPhenomXAS_NRTidalv3", TidalModel.NRTIDAL_V3);
    }

    @Override
    public ModelTraits traits() {
        return traits;
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public BinKernel kernel() {
        return TidalXasKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("xas_tidal");
    }

    @Override
    public ModeSum modeSum() {
        return new SingleModeLanes(new DeformedLanes(new XasModeLanes(), TidalXasRow.TIDES),
            XasRow.PLUS_AMPLITUDE, XasRow.CROSS_AMPLITUDE);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        BinariesAhead binaries = new BinariesAhead(AlignedBinary::of);
        return binaries.serving((source, rows, offset) -> write(source, binaries, frame, rows, offset));
    }

    private void write(SourceParameters source, BinariesAhead binaries, EvaluationFrame frame, double[] rows,
            int offset) throws SourceRefusedException {
        SourceChecks.require(source, traits);
        PhenomXAS.requireCalibrated(source);
        AlignedBinary binary = binaries.of(source);
        Landmarks landmarks = Landmarks.of(binary, Remnant.of(binary));
        double unit =
            TidalQuadrupole.write(tides, source, frame, binary, landmarks, source.phase(), rows, offset);
        // As in IMRPhenomXAS: Y_22 and Y_2-2 at azimuth pi/2 give the minus.
        double strain =
            -AlignedPolarizations.unitStrain(binary.totalSolar(), source.luminosityDistanceMpc()) * unit;
        double cosIota = StrictMath.cos(source.iota());
        rows[offset + XasRow.PLUS_AMPLITUDE] = strain * AlignedPolarizations.plus(cosIota);
        rows[offset + XasRow.CROSS_AMPLITUDE] = strain * AlignedPolarizations.cross(cosIota);
    }
}
