package org.chirpmill.model.phenomd;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.function.DoubleUnaryOperator;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.CutoffFrequency;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/**
 * The (2, 2) mode of IMRPhenomD, which models of aligned and of precessing binaries share: what {@link PhenomDRow}
 * holds. Stars' quadrupoles are in its inspiral, their tides are not.
 */
public final class PhenomDMode {
    /** Mf where LALSimulation ends the model. */
    private static final double CUTOFF = 0.2;

    private final AlignedBinary binary;
    private final FinalState remnant;
    private final PhenomDAmplitude amplitude;
    private final PhenomDPhase phase;
    private final MassScale mass;

    private PhenomDMode(SourceParameters source, AlignedBinary binary, FinalState remnant) {
        boolean isOrdered = source.massOneSolar() >= source.massTwoSolar();
        this.binary = binary;
        this.remnant = remnant;
        amplitude = new PhenomDAmplitude(binary, remnant);
        phase = new PhenomDPhase(binary, remnant, isOrdered ? source.lambdaOne() : source.lambdaTwo(),
            isOrdered ? source.lambdaTwo() : source.lambdaOne());
        mass = new MassScale(binary.totalMass() * SOLAR_MASS_SECONDS);
    }

    /** The mode of a binary with the spins' parts along the orbital angular momentum. */
    public static PhenomDMode of(SourceParameters source) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(source);
        return new PhenomDMode(source, binary, FinalState.of(binary));
    }

    /**
     * The same with another remnant.
     *
     * @param finalSpin the remnant's spin, between -1 and 1, from that of the aligned binary
     */
    public static PhenomDMode of(SourceParameters source, DoubleUnaryOperator finalSpin) {
        AlignedBinary binary = AlignedBinary.of(source);
        return new PhenomDMode(
            source, binary, FinalState.spinning(binary, finalSpin.applyAsDouble(FinalState.spin(binary))));
    }

    /** Total mass, solar masses. */
    public double totalSolar() {
        return binary.totalMass();
    }

    /** The frequency of the ringdown, Hz. */
    public double ringdownHz() {
        return remnant.ringdown() / mass.seconds();
    }

    /** The dimensionless amplitude of the row's A = f^(-7/6): arXiv:1508.07253, Eq. 17. */
    public double unit() {
        return AlignedPolarizations.newtonian(binary.eta()) * mass.minusSevenSixths();
    }

    /**
     * Writes the mode so that the amplitude's peak lies near t = 0 and the phase at f_ref is twice the orbital phase
     * given there.
     */
    public void writeReferred(SourceParameters source, EvaluationFrame frame, double[] rows, int row)
            throws SourceRefusedException {
        double reference = mass.seconds() * frame.referenceFrequency();
        double time = phase.mergerSlope(amplitude.peak());
        double constant = 2 * source.phase() + phase.at(reference) - time * reference;
        write(source, frame, time, constant, rows, row);
        requirePhase(source, frame, constant, rows, row);
    }

    /**
     * Writes the mode with the phase that the formulas give, but shifted in time until it is stationary somewhere.
     *
     * @param stillHz where, Hz
     * @param otherSlope what else the mode's phase rises with there, rad/Hz
     * @param turn what precession adds to the phase at f_ref, rad: digits that it has not, no bin has
     */
    public void writeStationary(SourceParameters source, EvaluationFrame frame, double stillHz, double otherSlope,
            double turn, double[] rows, int row) throws SourceRefusedException {
        double time = phase.slope(stillHz * mass.seconds()) - otherSlope / mass.seconds();
        write(source, frame, time, 0, rows, row);
        requirePhase(source, frame, turn, rows, row);
    }

    /** Writes what both polarizations take of the mode, seen at the source's inclination. */
    public void writePolarizations(SourceParameters source, double[] rows, int row) {
        double strain = AlignedPolarizations.unitStrain(totalSolar(), source.luminosityDistanceMpc()) * unit();
        double cosIota = StrictMath.cos(source.iota());
        rows[row + PhenomDRow.PLUS_AMPLITUDE] = strain * AlignedPolarizations.plus(cosIota);
        rows[row + PhenomDRow.CROSS_AMPLITUDE] = strain * AlignedPolarizations.cross(cosIota);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double time, double constant,
            double[] rows, int row) {
        amplitude.write(rows, row, mass);
        phase.write(rows, row, mass, time, constant);
        rows[row + PhenomDRow.CUTOFF] = lastFrequency(source, frame.grid());
    }

    private static void requirePhase(SourceParameters source, EvaluationFrame frame, double constant,
            double[] rows, int row) throws SourceRefusedException {
        PhaseLimit.require(source, frame, constant, edge -> PhenomDKernel.phase(rows, row, edge.frequency(),
            edge.cubeRoot(), edge.fourthRoot(), edge.leadingPhase(), edge.logarithm()), 1);
    }

    /**
     * The last frequency, Hz, that is not zero. On a uniform grid LALSimulation leaves out the last bin below the
     * cutoff, or below the grid's end where that comes first; on a list of frequencies it evaluates all of them.
     */
    private static double lastFrequency(SourceParameters source, FrequencyGrid grid) {
        if (!grid.isUniform()) {
            return Double.POSITIVE_INFINITY;
        }
        long end = Math.min(grid.bins() - 1, CutoffFrequency.bin(source, CUTOFF, grid.deltaF()));
        return Math.nextDown(end * grid.deltaF());
    }

    /** Where the model ends on lists of frequencies too, Hz. */
    public static double cutoffHz(SourceParameters source) {
        return CutoffFrequency.hertz(source, CUTOFF);
    }
}
