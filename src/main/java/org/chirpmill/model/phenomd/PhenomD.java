package org.chirpmill.model.phenomd;

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
import org.chirpmill.source.SourceParameters;


/**
 * IMRPhenomD, arXiv:1508.07253, with LALSimulation's conventions: the amplitude's peak lies near t = 0, the phase at
 * f_ref is twice the orbital phase given there.
 */
public final class PhenomD implements WaveformModel {
    /** Mf where LALSimulation ends the model on uniform grids. */
    private static final double CUTOFF = 0.2;
    private static final double PI_TO_MINUS_SIXTH = StrictMath.pow(Math.PI, -1.0 / 6);

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
        return new PhenomDLanes();
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, traits());
        AlignedBinary binary = AlignedBinary.of(source);
        FinalState remnant = FinalState.of(binary);
        PhenomDAmplitude amplitude = new PhenomDAmplitude(binary, remnant);
        PhenomDPhase phase = new PhenomDPhase(binary, remnant);

        MassScale mass = new MassScale(binary.totalMass() * SOLAR_MASS_SECONDS);
        double reference = mass.seconds() * frame.referenceFrequency();
        double time = phase.mergerSlope(amplitude.peak());
        double constant = 2 * source.phase() + phase.at(reference) - time * reference;
        amplitude.write(rows, offset, mass);
        phase.write(rows, offset, mass, time, constant);
        PhaseLimit.require(source, frame, constant, edge -> PhenomDKernel.phase(rows, offset, edge.frequency(),
            edge.cubeRoot(), edge.fourthRoot(), edge.leadingPhase(), edge.logarithm()), 1);
        writeScales(source, binary, mass, rows, offset);
        rows[offset + PhenomDRow.CUTOFF] = lastFrequency(frame.grid(), source);
    }

    /** The Newtonian amplitude: arXiv:1508.07253, Eq. 17, for the l = 2, |m| = 2 modes seen at inclination iota. */
    private static void writeScales(
            SourceParameters source, AlignedBinary binary, MassScale mass, double[] rows, int offset) {
        double strain = AlignedPolarizations.unitStrain(binary.totalMass(), source.luminosityDistanceMpc());
        double newtonian = Math.sqrt(2.0 / 3 * binary.eta()) * PI_TO_MINUS_SIXTH * mass.minusSevenSixths();
        double cosIota = StrictMath.cos(source.iota());
        rows[offset + PhenomDRow.PLUS_AMPLITUDE] = strain * newtonian * AlignedPolarizations.plus(cosIota);
        rows[offset + PhenomDRow.CROSS_AMPLITUDE] = strain * newtonian * AlignedPolarizations.cross(cosIota);
    }

    /**
     * The last frequency, Hz, that is not zero. On a uniform grid LALSimulation leaves out the last bin below the
     * cutoff, or below the grid's end where that comes first; on a list of frequencies it evaluates all of them.
     */
    private static double lastFrequency(FrequencyGrid grid, SourceParameters source) {
        if (!grid.isUniform()) {
            return Double.POSITIVE_INFINITY;
        }
        long end = Math.min(grid.bins() - 1, CutoffFrequency.bin(source, CUTOFF, grid.deltaF()));
        return Math.nextDown(end * grid.deltaF());
    }
}
