package org.chirpmill.model.phenomx.tidal;

import java.util.List;
import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.Bodies;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.StrainUnit;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.tides.TidalModel;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXP_NRTidalv2 and IMRPhenomXP_NRTidalv3, arXiv:2311.15978 and arXiv:2311.07456: precessing binary neutron
 * stars, the mode of {@link PhenomXASTidal} twisted with the precession of black holes (see {@link Precession}), exact
 * (no multibanding). Time zero depends on the grid as there.
 */
public final class PhenomXPTidal implements WaveformModel {
    private static final RowLayout LAYOUT = TidalXpRow.layout();

    private final ModelTraits traits;
    private final TidalModel tides;
    private final Precession.Angles angles;

    private PhenomXPTidal(ModelTraits traits, TidalModel tides, Precession.Angles angles) {
        this.traits = traits;
        this.tides = tides;
        this.angles = angles;
    }

    /** IMRPhenomXP_NRTidalv2. */
    public static PhenomXPTidal v2() {
        return new PhenomXPTidal(traits("IMRPhenomXP_NRTidalv2"), TidalModel.NRTIDAL_V2, Precession.Angles.TWO_SPIN);
    }

    /** IMRPhenomXP_NRTidalv3. */
    public static PhenomXPTidal v3() {
        return new PhenomXPTidal(traits("IMRPhenomXP_NRTidalv3"), TidalModel.NRTIDAL_V3, Precession.Angles.TWO_SPIN);
    }

    private static ModelTraits traits(String approximant) {
        return ModelTraits.of(approximant, SpinSupport.PRECESSING).describing(Bodies.NEUTRON_STARS).within(1e-8);
    }

    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireQuadrupole(approximant());
        return new PhenomXPTidal(traits, tides, Precession.Angles.withoutIntegration(options, approximant()));
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
        return TidalXpKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("xp_tidal");
    }

    @Override
    public ModeSum modeSum() {
        return new TidalXpLanes();
    }

    @Override
    public List<String> remarks(SourceParameters source, double[] rows, int offset) {
        return angles.remarks(rows, offset + TidalXpRow.PRECESSION);
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
        Precession precession = Precession.prepare(
            source, frame.referenceFrequency(), angles, rows, offset + TidalXpRow.PRECESSION);
        AlignedBinary binary = binaries.of(source);
        Remnant aligned = Remnant.of(binary);
        Remnant remnant = new Remnant(aligned.mass(), precession.finalSpin(aligned.spin()));
        Landmarks landmarks = Landmarks.of(binary, aligned).ringingAs(remnant);
        // The source's phase turns the observer, in the precession's frame; the mode's own phase starts at zero.
        double unit = TidalQuadrupole.write(tides, source, frame, binary, landmarks, 0, rows, offset);
        rows[offset + TidalXpRow.SCALE] =
            StrainUnit.of(binary.totalSolar(), source.luminosityDistanceMpc()) * unit;
    }
}
