package org.chirpmill.model.phenomx.hm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.StageTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stage by stage against LALSimulation's inner values, each mode in both contexts: the message names the first stage
 * that breaks. What LALSimulation takes from finite differences is held to their noise.
 */
class XhmStagesTest {
    /** Of sums of a few terms. */
    private static final double CLOSE = 2e-13;
    /** Of fits that cancel, and solutions of collocation systems. */
    private static final double SOLVED = 5e-11;
    /** Of slopes that LALSimulation takes as differences over 1e-9 in Mf; of the mixed mode, whose phases are large. */
    private static final double DIFFERENCE = 4e-7;
    private static final double MIXED_DIFFERENCE = 5e-5;
    /** Of its second difference over 1e-7. */
    private static final double SECOND_DIFFERENCE = 1.5e-2;
    /** Of phases (rad) and their derivatives by Mf (rad) that follow from the same values where pieces are glued. */
    private static final double GLUED = 5e-11;

    static Stream<ModeStages> modes() {
        return ModeStages.all();
    }

    static Stream<ModeStages> mixedModes() {
        return ModeStages.all().filter(stages -> stages.mode().isMixed());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void frequenciesAreLalsimulations(ModeStages stages) {
        StageTable table = stages.table();
        table.requireClose("source/fMECO", stages.quadrupole().landmarks().meco(), CLOSE);
        table.requireClose("source/fRING", stages.quadrupole().landmarks().ringdown(), CLOSE);
        table.requireClose("source/fDAMP", stages.quadrupole().landmarks().damping(), CLOSE);
        table.requireClose("source/ampNorm", stages.quadrupole().newtonian(), CLOSE);
        ModeLandmarks landmarks = stages.landmarks();
        table.requireClose("waveform/fMECOlm", landmarks.meco(), CLOSE);
        table.requireClose("waveform/fRING", landmarks.ringdown(), CLOSE);
        table.requireClose("waveform/fDAMP", landmarks.damping(), CLOSE);
        table.requireClose("amplitude/fAmpMatchIN", landmarks.amplitudeJoin1(), CLOSE);
        table.requireClose("amplitude/fAmpMatchIM", landmarks.amplitudeJoin2(), CLOSE);
        table.requireClose("phase/fPhaseMatchIN", landmarks.meco(), CLOSE);
        table.requireClose("phase/fPhaseMatchIM", landmarks.phaseJoin2(), CLOSE);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theQuadrupolesAlignmentIsLalsimulations(ModeStages stages) {
        stages.table().requireClose("waveform/timeshift", stages.quadrupole().phase().timeShift(), 1e-12);
        stages.table().requireClose("waveform/phiref22", stages.quadrupole().constant(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void everyFitIsLalsimulations(ModeStages stages) {
        ModeFits fits = ModeFits.of(stages.mode());
        requireFits(stages, "fits/amplitude", 1e-12, fits.inspiralAmplitude(), fits.intermediateAmplitude(),
            fits.ringdownAmplitude(), stages.mode().isMixed() ? ModeFits.SPHEROIDAL_AMPLITUDE : new Fit[0]);
        requireFits(stages, "fits/phase", 1e-14, new Fit[] {fits.inspiralPhase()}, fits.intermediatePhase());
        if (stages.mode().isMixed()) {
            requireFits(stages, "fits/spheroidal", 1e-12, ModeFits.SPHEROIDAL_PHASE,
                new Fit[] {ModeFits.SPHEROIDAL_TIME_SHIFT, ModeFits.SPHEROIDAL_PHASE_SHIFT});
            double spin = stages.quadrupole().remnant().spin();
            stages.table().requireClose("fits/mixing", new double[] {
                ModeFits.MIXING_FROM_22[0].atFinalSpin(spin), ModeFits.MIXING_FROM_22[1].atFinalSpin(spin),
                ModeFits.MIXING_FROM_32[0].atFinalSpin(spin), ModeFits.MIXING_FROM_32[1].atFinalSpin(spin)}, CLOSE);
        } else {
            requireFits(stages, "fits/ringdown_phase", 1e-13,
                new Fit[] {ModeFits.INVERSE_SQUARE_22, ModeFits.LORENTZIAN_22});
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void thePostNewtonianAmplitudeIsLalsimulations(ModeStages stages) {
        PostNewtonianAmplitude series = stages.amplitude().inspiral().series();
        double[] theirs = stages.table().numbers("amplitude/pn");
        double factor = stages.table().number("amplitude/PNglobalfactor");
        for (int k = 0; k <= PostNewtonianAmplitude.HIGHEST; k++) {
            double tolerance = CLOSE * (10 + Math.abs(factor * theirs[2 * k]));
            stages.table().requireWithin("Re pn_" + k, series.real(k), factor * theirs[2 * k], tolerance);
            stages.table().requireWithin("Im pn_" + k, series.imaginary(k), factor * theirs[2 * k + 1], tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theInspiralAmplitudeIsLalsimulations(ModeStages stages) {
        InspiralAmplitude inspiral = stages.amplitude().inspiral();
        stages.table().requireClose("amplitude/CollocationPointsValuesAmplitudeInsp", inspiral.values(), CLOSE);
        double[] calibrated = inspiral.calibrated().clone();
        for (int k = 0; k < calibrated.length; k++) {
            calibrated[k] *= Math.pow(2.0 / stages.mode().m(), 7.0 / 6);
        }
        stages.table().requireClose("amplitude/InspiralCoefficient", calibrated, 1e-10);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theRingdownAmplitudeIsLalsimulations(ModeStages stages) {
        RingdownAmplitude ringdown = stages.amplitude().ringdown();
        double[] theirs = stages.table().numbers("amplitude/RDCoefficient");
        for (int k = 0; k < theirs.length; k++) {
            stages.table().requireWithin("amplitude/RDCoefficient[" + k + "]", ringdown.coefficients()[k], theirs[k],
                1e-11 * Math.abs(theirs[k]));
        }
        if (stages.mode().isMixed()) {
            double[] nodes = stages.table().numbers("amplitude/auxiliary_nodes");
            stages.table().requireClose("amplitude/auxiliary_values", new double[] {ringdown.at(nodes[0]),
                ringdown.at(nodes[1]), ringdown.at(nodes[2]), ringdown.cubic().slope(nodes[3])}, 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theIntermediateAmplitudeIsLalsimulations(ModeStages stages) {
        IntermediateAmplitude intermediate = stages.amplitude().intermediate();
        double[] nodes = stages.table().numbers("amplitude/CollocationPointsFreqsAmplitudeInter");
        double[] values = stages.table().numbers("amplitude/CollocationPointsValuesAmplitudeInter");
        double[] coefficients = stages.table().numbers("amplitude/InterCoefficient");
        double difference = stages.mode().isMixed() ? MIXED_DIFFERENCE * stages.cancellation() : DIFFERENCE;
        for (int i = 0; i < nodes.length; i++) {
            boolean isSlope = i > 0 && nodes[i] == nodes[i - 1];
            double ours = isSlope ? slope(intermediate, nodes[i]) : intermediate.at(nodes[i]);
            double tolerance = isSlope ? difference * (Math.abs(values[i]) + 1) : 1e-11 * values[i];
            stages.table().requireWithin("amplitude/CollocationPointsValuesAmplitudeInter[" + i + "]", ours, values[i],
                tolerance);
        }
        CentredPolynomial polynomial = intermediate.polynomial();
        for (int k = -9; k <= 9; k++) {
            double x = polynomial.centre() + k / 9.0 * polynomial.half();
            double theirs = 0;
            for (int j = coefficients.length - 1; j >= 0; j--) {
                theirs = theirs * x + coefficients[j];
            }
            stages.table().requireWithin("the polynomial InterCoefficient at " + x, polynomial.at(x), theirs,
                0.01 * difference * Math.abs(polynomial.at(polynomial.centre())));
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theInspiralPhaseIsLalsimulations(ModeStages stages) {
        InspiralPhase inspiral = stages.phase().inspiral();
        double[] phi = stages.table().numbers("phase/phi");
        double[] phiL = stages.table().numbers("phase/phiL");
        stages.table().requireClose(
            "phase/LambdaPN", InspiralPhase.linear(stages.mode(), stages.quadrupole().binary()), CLOSE);
        for (int k = -5; k <= 6; k++) {
            // LALSimulation counts from (Mf)^(-7/3). The constant is set by the alignment.
            if (k != 0) {
                stages.table().requireWithin("phase/phi[" + (k + 7) + "]", inspiral.series().power(k), phi[k + 7],
                    1e-11 * Math.abs(phi[k + 7]) + 2e-11);
            }
            stages.table().requireWithin("phase/phiL[" + (k + 7) + "]", inspiral.series().logarithm(k), phiL[k + 7],
                CLOSE * Math.abs(phiL[k + 7]) + 1e-11);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theRingdownPhaseIsLalsimulations(ModeStages stages) {
        RingdownPhase ringdown = stages.phase().ringdown();
        StageTable table = stages.table();
        if (stages.mode().isMixed()) {
            table.requireClose("phase/CollocationPointsFreqsPhaseRD",
                RingdownPhase.nodes(stages.landmarks(), stages.quadrupole().landmarks().ringdown()), CLOSE);
            table.requireClose("phase/alpha0_S", ringdown.linear(), SOLVED);
            table.requireClose("phase/alpha2_S", ringdown.inverseSquare(), SOLVED);
            table.requireClose("phase/alpha4_S", ringdown.inverseFourth(), SOLVED);
            table.requireClose("phase/alphaL_S", ringdown.lorentzian(), SOLVED);
            table.requireClose("phase/phi0_S", ringdown.constant(), SOLVED);
        } else {
            double square = stages.landmarks().ringdown() * stages.landmarks().ringdown();
            table.requireWithin("phase/alpha2", ringdown.inverseSquare(), square * table.number("phase/alpha2"), 1e-13);
            table.requireWithin("phase/alphaL", ringdown.lorentzian(), table.number("phase/alphaL"), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("mixedModes")
    void theMixturesDerivativesAreWhatLalsimulationsDifferencesApproximate(ModeStages stages) {
        StageTable table = stages.table();
        double[] mixing = table.numbers("waveform/mixingCoeffs");
        MixedRingdown mixture = stages.mixture();
        assertEquals(mixing[0], mixture.from22().getReal());
        assertEquals(-mixing[1], mixture.from22().getImaginary());
        assertEquals(mixing[2], mixture.from32().getReal());
        assertEquals(-mixing[3], mixture.from32().getImaginary());
        MixedRingdown.Value start = mixture.at(stages.landmarks().phaseJoin2());
        requireAngle(table, "phase/phi0RD", start.phase(), table.number("phase/phi0RD"), 1e-11);
        table.requireClose("phase/dphi0RD", start.phaseSlope(), DIFFERENCE);
        table.requireClose("phase/d2phi0RD", start.phaseCurvature(), SECOND_DIFFERENCE * stages.cancellation());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theIntermediatePhaseIsLalsimulations(ModeStages stages) {
        StageTable table = stages.table();
        ModePhase phase = stages.phaseGluedAsTheirs();
        double[] nodes = table.numbers("phase/CollocationPointsFreqsPhaseInter");
        double[] values = table.numbers("phase/CollocationPointsValuesPhaseInter");
        int fitted = stages.mode().isMixed() ? 4 : 6;
        for (int i = 0; i < fitted; i++) {
            table.requireWithin("phase/CollocationPointsFreqsPhaseInter[" + i + "]", phase.nodes().nodes()[i], nodes[i],
                CLOSE * nodes[i]);
            table.requireWithin("phase/CollocationPointsValuesPhaseInter[" + i + "]", phase.nodes().values()[i],
                values[i], 2e-11);
        }
        double[] middle = table.numbers("phase/middle");
        IntermediatePhase theirs = new IntermediatePhase(middle[0], middle[1], middle[2], middle[3], middle[4],
            middle[5], stages.landmarks().ringdown(), stages.landmarks().damping());
        double from = stages.landmarks().meco();
        double to = stages.landmarks().phaseJoin2();
        for (int k = 0; k <= 8; k++) {
            double x = from + k / 8.0 * (to - from);
            table.requireWithin(
                "the derivative c0 ... cL at " + x, phase.intermediate().slope(x), theirs.slope(x), GLUED);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void connectionsAndAlignmentAreLalsimulations(ModeStages stages) {
        StageTable table = stages.table();
        ModePhase phase = stages.phaseGluedAsTheirs();
        table.requireWithin("phase/C1INSP", phase.inspiralLinear(), table.number("phase/C1INSP"), GLUED);
        table.requireWithin("phase/C1RD", phase.turnLinear(), table.number("phase/C1RD"), GLUED);
        double alignment = table.number("phase/deltaphiLM");
        double difference = stages.mode().isMixed() ? 5e-10 : 1e-10;
        requireAngle(table, "phase/deltaphiLM", phase.phaseAlignment(), alignment, difference);
        // Of the two constants the coefficients' rounding is largely the same, and gone from what is used of them.
        requireAngle(table, "phase/CINSP + deltaphiLM", phase.inspiralConstant() + phase.phaseAlignment(),
            table.number("phase/CINSP") + alignment, GLUED);
        requireAngle(table, "phase/CRD + deltaphiLM", phase.turnConstant(), table.number("phase/CRD") + alignment,
            GLUED);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void amplitudesAndPhasesAreLalsimulations(ModeStages stages) throws SourceRefusedException {
        StageTable table = stages.table();
        double[] frequencies = table.numbers("evaluations/f_hz");
        double[] amplitudes = table.numbers("evaluations/amp");
        double[] phases = table.numbers("evaluations/phase");
        double[] noise = table.numbers("evaluations/noise");
        double scale = table.number("source/amp0") * (stages.mode().l() % 2 == 0 ? 1 : -1);
        double[] h = stages.evaluate(frequencies);
        assertTrue(frequencies[0] <= stages.cutoffHz(), "nothing to compare");
        for (int i = 0; i < frequencies.length; i++) {
            boolean isZero = h[2 * i] == 0 && h[2 * i + 1] == 0;
            assertEquals(frequencies[i] > stages.cutoffHz(), isZero, frequencies[i] + " Hz");
            if (!isZero) {
                double modulus = Math.hypot(h[2 * i], h[2 * i + 1]) / Math.abs(scale);
                String at = " at " + frequencies[i] + " Hz";
                table.requireWithin("evaluations/amp" + at, modulus, amplitudes[i],
                    (1e-11 + 5 * noise[0]) * amplitudes[i]);
                requireAngle(table, "evaluations/phase" + at, Math.atan2(h[2 * i + 1] / scale, h[2 * i] / scale),
                    phases[i], 1e-10 + 5 * noise[1]);
            }
        }
    }

    private static double slope(IntermediateAmplitude intermediate, double x) {
        CentredPolynomial polynomial = intermediate.polynomial();
        return (polynomial.slope(x) - 7.0 / 6 * polynomial.at(x) / x) * Math.pow(x, -7.0 / 6);
    }

    private static void requireFits(ModeStages stages, String stage, double absolute, Fit[]... groups) {
        AlignedBinary binary = stages.quadrupole().binary();
        double[] theirs = stages.table().numbers(stage);
        int i = 0;
        for (Fit[] group : groups) {
            for (Fit fit : group) {
                boolean isModulus = stage.equals("fits/amplitude") && stages.mode() == HigherMode.L2M1;
                double ours = isModulus ? Math.abs(fit.at(binary)) : fit.at(binary);
                stages.table().requireWithin(stage + "[" + i + "]", ours, theirs[i],
                    CLOSE * Math.abs(theirs[i]) + absolute);
                i++;
            }
        }
        assertEquals(theirs.length, i, stage);
    }

    private static void requireAngle(StageTable table, String stage, double ours, double theirs, double tolerance) {
        table.requireWithin(stage + " in a turn", Math.IEEEremainder(ours - theirs, 2 * Math.PI), 0, tolerance);
    }
}
