package org.chirpmill.model.phenomx;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.CutoffFrequency;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.PhaseLimit;
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
 * IMRPhenomXAS, arXiv:2001.11412, the (2, 2) mode of binaries with aligned spins, in LALSimulation's default versions
 * and conventions: the strain's peak lies near t = 0, the phase at f_ref is twice the orbital phase given there. The
 * strain is zero above Mf = 0.3, or 0.33 for effective spins above 0.99, on uniform grids and lists of frequencies
 * alike. On a uniform grid of 2^n + 1 bins the last, then the Nyquist frequency of LALSimulation's SimInspiralFD,
 * is zero too, as dingo-gw gets it; SimInspiralChooseFDWaveform would fill it.
 */
public final class PhenomXAS implements WaveformModel {
    /** Above this mass ratio LALSimulation refuses, but for rounding. */
    private static final double LARGEST_MASS_RATIO = 1000 + 1e-12;

    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomXAS", SpinSupport.ALIGNED);
    private static final RowLayout LAYOUT = RowLayout.declaredBy(XasRow.class);

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
        return XasKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("xas");
    }

    @Override
    public ModeSum modeSum() {
        return new SingleModeLanes(new XasModeLanes(), XasRow.PLUS_AMPLITUDE, XasRow.CROSS_AMPLITUDE);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        BinariesAhead binaries = new BinariesAhead(AlignedBinary::of);
        return binaries.serving((source, rows, offset) -> write(source, binaries, frame, rows, offset));
    }

    private void write(SourceParameters source, BinariesAhead binaries, EvaluationFrame frame, double[] rows,
            int offset) throws SourceRefusedException {
        SourceChecks.require(source, traits());
        requireCalibrated(source);
        AlignedBinary binary = binaries.of(source);
        Landmarks landmarks = Landmarks.of(binary, Remnant.of(binary));
        XasPhase phase = new XasPhase(binary, landmarks);

        MassScale mass = new MassScale(binary.totalSolar() * SOLAR_MASS_SECONDS);
        new XasAmplitude(binary, landmarks).write(rows, offset, mass);
        double constant = phase.constant(mass.seconds() * frame.referenceFrequency(), source.phase());
        phase.write(rows, offset, mass, constant);
        PhaseLimit.require(source, frame, constant, edge -> XasKernel.phase(rows, offset, edge.frequency(),
            edge.cubeRoot(), edge.leadingPhase(), edge.logarithm()), 1);
        rows[offset + XasRow.CUTOFF] = lastFrequency(binary, frame.grid(),
            CutoffFrequency.comparedBin(source, cutoff(binary), frame.grid().deltaF()));

        // Y_22 and Y_2-2 at azimuth pi/2 give the minus; the phase carries the rest of the azimuth.
        double strain = -AlignedPolarizations.unitStrain(binary.totalSolar(), source.luminosityDistanceMpc())
            * XasAmplitude.norm(binary) * mass.minusSevenSixths();
        double cosIota = StrictMath.cos(source.iota());
        rows[offset + XasRow.PLUS_AMPLITUDE] = strain * AlignedPolarizations.plus(cosIota);
        rows[offset + XasRow.CROSS_AMPLITUDE] = strain * AlignedPolarizations.cross(cosIota);
    }

    /**
     * The highest frequency, Hz, that is not zero: the model's end, on uniform grids kept between the last bin that
     * LALSimulation counts and the next.
     */
    public static double lastFrequency(SourceParameters source, AlignedBinary binary, FrequencyGrid grid) {
        return lastFrequency(binary, grid, CutoffFrequency.bin(source, cutoff(binary), grid.deltaF()));
    }

    private static double lastFrequency(AlignedBinary binary, FrequencyGrid grid, long bin) {
        double end = cutoff(binary) / (binary.totalSolar() * SOLAR_MASS_SECONDS);
        if (!grid.isUniform()) {
            return end;
        }
        double counted = Math.clamp(end, bin * grid.deltaF(), Math.nextDown((bin + 1) * grid.deltaF()));
        boolean endsAtNyquist = Integer.bitCount(grid.bins() - 1) == 1;
        return endsAtNyquist ? Math.min(counted, Math.nextDown(grid.maximumFrequency())) : counted;
    }

    /** Mf where the model ends. */
    public static double cutoff(AlignedBinary binary) {
        return binary.chiEffective() > 0.99 ? 0.33 : 0.3;
    }

    /** Refuses what lies beyond the model's extreme-mass-ratio calibration, as LALSimulation does. */
    public static void requireCalibrated(SourceParameters source) throws SourceRefusedException {
        double ratio = Math.max(source.massOneSolar(), source.massTwoSolar())
            / Math.min(source.massOneSolar(), source.massTwoSolar());
        if (!(ratio <= LARGEST_MASS_RATIO)) {
            throw new SourceRefusedException("the mass ratio is " + ratio + ", IMRPhenomX ends at 1000");
        }
    }
}
