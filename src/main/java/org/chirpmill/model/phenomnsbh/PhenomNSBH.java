package org.chirpmill.model.phenomnsbh;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.Bodies;
import org.chirpmill.model.CutoffFrequency;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.ModeKernel;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.PointwiseModel;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.phenomd.AlignedBinary;
import org.chirpmill.model.phenomd.FinalState;
import org.chirpmill.model.phenomd.PhenomDPhase;
import org.chirpmill.model.tides.NeutronStars;
import org.chirpmill.model.tides.TidalModel;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomNSBH, arXiv:2004.14001, as LALSimulation evaluates it: the amplitude of arXiv:1509.00512 with the remnant of
 * arXiv:1903.11622, the phase of IMRPhenomD with that remnant's spin and NRTidalv2's tides. The frequency that
 * IMRPhenomD's last piece puts at t = 0 is the last one that is asked for; at f_ref the phase without tides is twice
 * the orbital phase. There is no cutoff.
 */
public final class PhenomNSBH implements PointwiseModel {
    static final String APPROXIMANT = "IMRPhenomNSBH";

    /** Of x in a window 1 / (1 + exp(x)), which is (1 - tanh(x / 2)) / 2, against the frequency over the width. */
    private static final double STEEPNESS = 2 * MergerAmplitude.STEEPNESS;
    /** The inspiral counts until its window has fallen to 1e-8: there x is this. */
    private static final double FALLEN = StrictMath.log(1e8);
    private static final double LIGHTEST_CALIBRATED = 1;

    private static final ModelTraits TRAITS =
        ModelTraits.of(APPROXIMANT, SpinSupport.ALIGNED).describing(Bodies.BLACK_HOLE_AND_NEUTRON_STAR).within(1e-8);
    private static final RowLayout LAYOUT = NsbhBlocks.layout();
    private static final ModeKernel MODES = new NsbhModes();

    @Override
    public ModelTraits traits() {
        return TRAITS;
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public ModeKernel modes() {
        return MODES;
    }

    @Override
    public List<String> remarks(SourceParameters source, double[] rows, int offset) {
        List<String> remarks = new ArrayList<>();
        if (source.spinTwoZ() != 0) {
            remarks.add("the neutron star spins, for which " + APPROXIMANT + " is not calibrated");
        }
        if (source.massTwoSolar() < LIGHTEST_CALIBRATED) {
            remarks.add("the neutron star is lighter than the sun, for which " + APPROXIMANT + " is not calibrated");
        }
        return remarks;
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private static void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, TRAITS);
        MixedBinary binary = MixedBinary.of(source);
        MassScale mass = new MassScale(binary.totalSolar() * SOLAR_MASS_SECONDS);
        TidalRemnant remnant = TidalRemnant.of(binary);
        writeAmplitude(source, binary, remnant, mass, rows, offset);
        writePhase(source, binary, remnant, frame, mass, rows, offset);
        rows[offset + NsbhRow.END] = CutoffFrequency.belowLastBin(frame.grid());
    }

    private static void writeAmplitude(SourceParameters source, MixedBinary binary, TidalRemnant remnant,
            MassScale mass, double[] rows, int offset) throws SourceRefusedException {
        double eta = binary.eta();
        double chi = binary.effectiveSpin();
        PhenomCFit.requireFinalSpin(eta, chi);
        MergerAmplitude merger = MergerAmplitude.of(
            binary, TidalDisruption.of(binary), remnant, PhenomCFit.DELTA_2.at(eta, chi));
        InspiralAmplitude inspiral = new InspiralAmplitude(eta, chi);
        inspiral.requireGrowthUntil(
            StrictMath.cbrt(Math.PI * (merger.inspiralEnd() + FALLEN / STEEPNESS * merger.width())));
        inspiral.write(rows, offset, new MassScale(Math.PI * mass.seconds()));

        double newtonian = AlignedPolarizations.newtonian(eta);
        double hertz = 1 / mass.seconds();
        // IMRPhenomC's Lorentzian is w^2 / ((f - f_ringdown)^2 + w^2 / 4).
        double width = merger.ringdownWidth() * hertz;
        rows[offset + NsbhRow.PREMERGER] = merger.premerger() * PhenomCFit.GAMMA_1.at(eta, chi) / newtonian
            * mass.seconds() * mass.seconds();
        rows[offset + NsbhRow.RINGDOWN] = remnant.ringdown() * hertz;
        rows[offset + NsbhRow.RINGDOWN_WIDTH_SQUARED] = width * width / 4;
        rows[offset + NsbhRow.RINGDOWN_HEIGHT] = merger.ringdown() * PhenomCFit.DELTA_1.at(eta, chi) / newtonian
            * width * width;
        rows[offset + NsbhRow.STEEPNESS] = STEEPNESS / merger.width() * mass.seconds();
        rows[offset + NsbhRow.INSPIRAL_END] = merger.inspiralEnd() * hertz;
        rows[offset + NsbhRow.PREMERGER_END] = merger.premergerEnd() * hertz;
        rows[offset + NsbhRow.RINGDOWN_START] = merger.ringdownStart() * hertz;
        rows[offset + NsbhRow.MERGER_TYPE] = merger.type().ordinal();

        double strain = AlignedPolarizations.unitStrain(binary.totalSolar(), source.luminosityDistanceMpc());
        double scale = -strain * newtonian * mass.minusSevenSixths();
        double cosIota = StrictMath.cos(source.iota());
        rows[offset + NsbhRow.PLUS_AMPLITUDE] = scale * AlignedPolarizations.plus(cosIota);
        rows[offset + NsbhRow.CROSS_AMPLITUDE] = scale * AlignedPolarizations.cross(cosIota);
    }

    private static void writePhase(SourceParameters source, MixedBinary binary, TidalRemnant remnant,
            EvaluationFrame frame, MassScale mass, double[] rows, int offset) throws SourceRefusedException {
        AlignedBinary holes = AlignedBinary.of(source);
        PhenomDPhase phase = new PhenomDPhase(
            holes, FinalState.spinning(holes, remnant.spin()), 0, binary.lambda());
        double reference = mass.seconds() * frame.referenceFrequency();
        double time = phase.mergerSlope(mass.seconds() * frame.grid().askedUpTo());
        double constant = 2 * source.phase() + phase.at(reference) - time * reference;
        phase.write(rows, offset + NsbhBlocks.PHENOM_D, mass, time, constant);
        TideBlock.clear(rows, offset + NsbhBlocks.TIDES);
        TidalModel.NRTIDAL_V2.write(NeutronStars.of(source), rows, offset + NsbhBlocks.TIDES);
        PhaseLimit.require(source, frame, constant, edge -> NsbhModes.phase(rows, offset, edge.frequency(),
            edge.cubeRoot(), edge.fourthRoot(), edge.leadingPhase(), edge.logarithm()), 1);
    }
}
