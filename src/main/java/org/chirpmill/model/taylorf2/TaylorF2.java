package org.chirpmill.model.taylorf2;

import static java.util.Map.entry;
import static org.chirpmill.physics.PhysicalConstants.MEGAPARSEC_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Map;
import java.util.Optional;
import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.Bodies;
import org.chirpmill.model.CubeRoot;
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
import org.chirpmill.model.Thirds;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.lanes.SingleModeLanes;
import org.chirpmill.source.SourceParameters;

/**
 * TaylorF2 as LALSimulation evaluates it: phase to 3.5PN with aligned spins, quadrupoles and tides, amplitude at
 * leading order, the phase zero at f_ref but for twice the orbital phase given there. arXiv:0907.0700, Section IIIF.
 * Like LALSimulation's frequency-domain calls it knows no last stable orbit and fills the grid; only a uniform grid's
 * last bin, at f_max, is zero, as LALSimulation's conditioning leaves it for dingo-gw.
 */
public final class TaylorF2 implements WaveformModel {
    /** Post-Newtonian order against its place in the row; order 5 is set apart. */
    private static final Map<Integer, Integer> POWERS = Map.ofEntries(
        entry(0, TaylorF2Row.PHASE_0), entry(2, TaylorF2Row.PHASE_2), entry(3, TaylorF2Row.PHASE_3),
        entry(4, TaylorF2Row.PHASE_4), entry(6, TaylorF2Row.PHASE_6), entry(7, TaylorF2Row.PHASE_7),
        entry(10, TaylorF2Row.PHASE_10), entry(12, TaylorF2Row.PHASE_12), entry(13, TaylorF2Row.PHASE_13),
        entry(14, TaylorF2Row.PHASE_14));

    private static final ModelTraits TRAITS = ModelTraits.of("TaylorF2", SpinSupport.ALIGNED)
        .describing(Bodies.NEUTRON_STARS);
    private static final RowLayout LAYOUT = RowLayout.declaredBy(TaylorF2Row.class);

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
        return TaylorF2Kernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("taylorf2");
    }

    @Override
    public ModeSum modeSum() {
        return new SingleModeLanes(
            new TaylorF2Lanes(), TaylorF2Row.PLUS_AMPLITUDE, TaylorF2Row.CROSS_AMPLITUDE);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, traits());
        MassScale piMass =
            new MassScale(Math.PI * ((source.massOneSolar() + source.massTwoSolar()) * SOLAR_MASS_SECONDS));
        rows[offset + TaylorF2Row.CUTOFF] = CutoffFrequency.belowLastBin(frame.grid());
        setAmplitudes(source, piMass, rows, offset);
        setPhase(source, piMass, frame.referenceFrequency(), rows, offset);
        PhaseLimit.require(source, frame, rows[offset + TaylorF2Row.PHASE_5], edge -> TaylorF2Kernel.phase(
            rows, offset, edge.cubeRoot(), edge.leadingPhase(), edge.logarithm()), 1);
    }

    /** h = -A e^(-i (phase - pi/4)) with A from the quadrupole flux, arXiv:0907.0700, Eq. 3.4. */
    private static void setAmplitudes(SourceParameters source, MassScale piMass, double[] rows, int offset) {
        double massOne = source.massOneSolar();
        double massTwo = source.massTwoSolar();
        double total = massOne + massTwo;
        double eta = massOne * massTwo / (total * total);
        double distance = source.luminosityDistanceMpc() * MEGAPARSEC_METRES;
        double scale = -4 * massOne * massTwo * SOLAR_MASS_METRES * SOLAR_MASS_SECONDS / distance
            * Math.sqrt(Math.PI / 12) * Math.sqrt(5 / (32 * eta));
        double amplitude = scale * piMass.minusSevenSixths();
        double cosIota = StrictMath.cos(source.iota());
        rows[offset + TaylorF2Row.PLUS_AMPLITUDE] = amplitude * AlignedPolarizations.plus(cosIota);
        rows[offset + TaylorF2Row.CROSS_AMPLITUDE] = amplitude * AlignedPolarizations.cross(cosIota);
    }

    private static void setPhase(
            SourceParameters source, MassScale piMass, double referenceFrequency, double[] rows, int offset) {
        PostNewtonianPhasing series = PostNewtonianPhasing.complete(
            source.massOneSolar(), source.massTwoSolar(), source.spinOneZ(), source.spinTwoZ(),
            source.lambdaOne(), source.lambdaTwo());
        double logV = piMass.logarithm() / 3;
        for (int order : POWERS.keySet()) {
            double coefficient = series.coefficient(order) + series.logCoefficient(order) * logV;
            rows[offset + POWERS.get(order)] = -coefficient * piMass.thirds(order - 5);
        }
        rows[offset + TaylorF2Row.LOG_5] = -series.logCoefficient(5) / 3;
        rows[offset + TaylorF2Row.LOG_6] = -series.logCoefficient(6) / 3 * piMass.thirds(1);
        // The constant term phi_5 - and with it log M - falls out when the phase at f_ref is subtracted.
        rows[offset + TaylorF2Row.PHASE_5] = 2 * source.phase() + Math.PI / 4
            - varyingPhase(rows, offset, referenceFrequency);
    }

    private static double varyingPhase(double[] rows, int offset, double frequency) {
        rows[offset + TaylorF2Row.PHASE_5] = 0;
        double root = CubeRoot.of(frequency);
        return TaylorF2Kernel.phase(
            rows, offset, root, Thirds.minusFive(frequency, root), StrictMath.log(frequency));
    }
}
