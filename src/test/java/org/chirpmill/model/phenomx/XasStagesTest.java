package org.chirpmill.model.phenomx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.model.SourceRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stage by stage against LALSimulation's inner values: the message names the first stage that breaks. */
class XasStagesTest {
    /** Of sums of a few terms. */
    private static final double CLOSE = 1e-13;
    /** Of solutions of collocation systems: what LALSimulation's own move by when it is only recompiled. */
    private static final double SOLVED = 3e-11;
    /** The largest such move, of the constant of the ringdown phase's derivative. */
    private static final double SOLVED_WITH_CANCELLATION = 2.5e-10;

    static Stream<StageTable> rows() {
        return StageTable.rows("stages_IMRPhenomXAS.json");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void massesSpinsAndRemnantAreLalsimulations(StageTable stages) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(stages.source());
        Remnant remnant = Remnant.of(binary);
        Landmarks landmarks = Landmarks.of(binary, remnant);
        stages.requireClose("waveform/eta", binary.eta(), CLOSE);
        stages.requireWithin("waveform/delta", binary.delta(), stages.number("waveform/delta"), 1e-15);
        stages.requireWithin("waveform/chiEff", binary.chiEffective(), stages.number("waveform/chiEff"), 1e-15);
        stages.requireWithin("waveform/chiPNHat", binary.chiPN(), stages.number("waveform/chiPNHat"), 4e-15);
        stages.requireWithin("waveform/STotR", binary.totalSpin(), stages.number("waveform/STotR"), 4e-15);
        stages.requireClose("waveform/Mfinal", remnant.mass(), CLOSE);
        stages.requireClose("waveform/afinal", remnant.spin(), CLOSE);
        stages.requireClose("waveform/fMECO", landmarks.meco(), CLOSE);
        stages.requireClose("waveform/fISCO", landmarks.isco(), CLOSE);
        stages.requireClose("waveform/fRING", landmarks.ringdown(), CLOSE);
        stages.requireClose("waveform/fDAMP", landmarks.damping(), CLOSE);
        stages.requireClose("waveform/ampNorm", XasAmplitude.norm(binary), CLOSE);
        stages.requireClose("waveform/fCutDef", PhenomXAS.cutoff(binary), 0);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFitIsLalsimulations(StageTable stages) throws IOException {
        AlignedBinary binary = AlignedBinary.of(stages.source());
        Map<String, String> lalNames = lalNames();
        for (XasFit fit : XasFit.values()) {
            String stage = "fits/" + lalNames.get(fit.name());
            // Fits cross zero; what then remains is the rounding of their terms.
            double scale = Math.abs(stages.number(stage)) + 1e-2;
            stages.requireWithin(stage, fit.at(binary), stages.number(stage), CLOSE * scale);
        }
    }

    @Test
    void theTableHoldsExactlyTheFitsThatAreUsed() {
        Set<String> used = Arrays.stream(XasFit.values()).map(Enum::name).collect(Collectors.toSet());
        assertEquals(used, FitTable.read(XasFit.RESOURCE).fits().keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void amplitudeCoefficientsAreLalsimulations(StageTable stages) throws SourceRefusedException {
        XasAmplitude amplitude = amplitude(stages);
        XasInspiralAmplitude inspiral = amplitude.inspiral();
        stages.requireClose("amplitude/fAmpMatchIN", amplitude.join1(), CLOSE);
        stages.requireClose("amplitude/fAmpRDMin", amplitude.join2(), CLOSE);
        List<String> orders = List.of("pnInitial", "pnOneThird", "pnTwoThirds", "pnThreeThirds", "pnFourThirds",
            "pnFiveThirds", "pnSixThirds");
        for (int k = 0; k < orders.size(); k++) {
            double theirs = stages.number("amplitude/" + orders.get(k));
            stages.requireWithin("amplitude/" + orders.get(k), inspiral.power(k), theirs,
                CLOSE * (Math.abs(theirs) + 20));
        }
        stages.requireClose("amplitude/CollocationPointsAmpIns",
            new double[] {inspiral.nodes()[0] / 2, inspiral.nodes()[0], inspiral.nodes()[1], inspiral.nodes()[2]},
            CLOSE);
        double[] values = inspiral.values();
        stages.requireClose("amplitude/CollocationValuesAmpIns",
            new double[] {0, values[0], values[1], values[2]}, CLOSE);
        for (int k = 1; k <= 3; k++) {
            stages.requireClose("amplitude/rho" + k, inspiral.power(6 + k), SOLVED);
        }
        XasRingdownAmplitude ringdown = amplitude.ringdown();
        stages.requireClose("amplitude/gammaR", ringdown.slope(), CLOSE);
        stages.requireClose("amplitude/gammaD2", ringdown.width() * ringdown.width(), CLOSE);
        stages.requireClose("amplitude/gammaD13", ringdown.height(), CLOSE);
        stages.requireClose("amplitude/v1RD", ringdown.at(amplitude.join2()), CLOSE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theAmplitudesOfTheIntermediatePieceAreLalsimulations(StageTable stages) throws SourceRefusedException {
        NewtonPolynomial inverse = amplitude(stages).inverse();
        double[] nodes = inverse.nodes();
        stages.requireClose("locals/int_amp_F2", nodes[2], CLOSE);
        stages.requireClose("locals/int_amp_V1", inverse.at(nodes[0]), 1e-13);
        stages.requireClose("locals/int_amp_V2", inverse.at(nodes[2]), 1e-13);
        stages.requireClose("locals/int_amp_V4", inverse.at(nodes[4]), 1e-12);
        stages.requireClose("locals/int_amp_d1", inverse.differences()[1], 1e-12);
        double[] monomials = inverse.monomials();
        double[] theirs = new double[monomials.length];
        double largest = 0;
        for (int k = 0; k < theirs.length; k++) {
            theirs[k] = stages.number("amplitude/delta" + k);
            largest = Math.max(largest, Math.abs(theirs[k]) * Math.pow(nodes[2], k));
        }
        for (int k = 0; k < theirs.length; k++) {
            stages.requireWithin("amplitude/delta" + k, monomials[k], theirs[k],
                SOLVED * largest / Math.pow(nodes[2], k));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePostNewtonianPhaseIsLalsimulations(StageTable stages) throws SourceRefusedException {
        XasInspiralPhase inspiral = phase(stages).inspiral();
        double norm = -3 / (128 * Math.pow(Math.PI, 5.0 / 3));
        for (int order : new int[] {0, 2, 3, 4, 6, 7}) {
            String stage = "phase/phi" + order;
            double theirs = norm * stages.number(stage);
            stages.requireWithin(stage, inspiral.series().power(order - 5), theirs, CLOSE * (Math.abs(theirs) + 1));
        }
        stages.requireWithin("phase/phi8 + sigma1", inspiral.series().power(3),
            norm * (stages.number("phase/phi8") + stages.number("phase/sigma1")),
            -SOLVED * norm * Math.abs(stages.number("phase/sigma1")));
        for (int order : new int[] {5, 6, 8}) {
            String stage = "phase/phi" + order + "L";
            double theirs = norm * stages.number(stage);
            stages.requireWithin(stage, inspiral.series().logarithm(order - 5), theirs, CLOSE * (Math.abs(theirs) + 1));
        }
        for (int k = 2; k <= 4; k++) {
            stages.requireWithin("phase/sigma" + k, inspiral.series().power(2 + k),
                norm * stages.number("phase/sigma" + k),
                -SOLVED * norm * Math.abs(stages.number("phase/sigma" + k)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void phaseNodesValuesAndCoefficientsAreLalsimulations(StageTable stages) throws SourceRefusedException {
        XasPhase phase = phase(stages);
        stages.requireClose("phase/CollocationPointsPhaseIns", phase.inspiral().nodes(), CLOSE);
        stages.requireClose("phase/CollocationValuesPhaseIns", phase.inspiral().values(), CLOSE);
        XasRingdownPhase ringdown = phase.ringdown();
        stages.requireClose("phase/CollocationPointsPhaseRD", ringdown.nodes(), CLOSE);
        stages.requireClose("phase/CollocationValuesPhaseRD", ringdown.values(), CLOSE);
        stages.requireClose("phase/c0", ringdown.c0(), SOLVED_WITH_CANCELLATION);
        stages.requireClose("phase/c1", ringdown.c1(), SOLVED);
        stages.requireClose("phase/c2", ringdown.c2(), SOLVED);
        stages.requireClose("phase/c4", ringdown.c4(), SOLVED);
        stages.requireClose("phase/cL", ringdown.lorentzian(), SOLVED);
        XasIntermediatePhase intermediate = phase.intermediate();
        stages.requireClose("phase/fPhaseMatchIN", phase.join1(), CLOSE);
        stages.requireClose("phase/fPhaseMatchIM", phase.join2(), CLOSE);
        stages.requireClose("phase/CollocationPointsPhaseInt", intermediate.nodes(), CLOSE);
        stages.requireClose("phase/CollocationValuesPhaseInt", intermediate.values(), 1e-12);
        for (int k = 0; k <= 4; k++) {
            stages.requireClose("phase/b" + k, intermediate.beta(k), SOLVED);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void connectionConstantsAndAlignmentAreLalsimulations(StageTable stages) throws SourceRefusedException {
        XasPhase phase = phase(stages);
        stages.requireClose("phase/C1Int", phase.intermediateConstant(), SOLVED);
        stages.requireClose("phase/C1MRD", phase.ringdownConstant(), SOLVED);
        stages.requireClose("phase/C2MRD", phase.ringdownLinear(), SOLVED);
        stages.requireClose("locals/timeshift22", phase.timeShift(), 1e-12);
        stages.requireClose("alignment/linb", phase.timeShift(), 1e-12);
        double orbitalPhase = stages.number("alignment/phi0");
        stages.requireClose("alignment/phifRef",
            phase.constant(stages.number("waveform/MfRef"), orbitalPhase), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void amplitudesAndPhasesAreLalsimulations(StageTable stages) throws SourceRefusedException {
        XasAmplitude amplitude = amplitude(stages);
        XasPhase phase = phase(stages);
        double massSeconds = stages.number("waveform/MfRef") / stages.number("input/f_ref");
        double[] frequencies = stages.numbers("evaluations/f_hz");
        double[] amplitudes = stages.numbers("evaluations/amp_raw");
        double[] phases = stages.numbers("evaluations/phase_raw");
        double[] slopes = stages.numbers("evaluations/dphase_raw");
        for (int i = 0; i < frequencies.length; i++) {
            double x = massSeconds * frequencies[i];
            String at = " at " + frequencies[i] + " Hz";
            stages.requireWithin("amp_raw" + at, amplitude.at(x), amplitudes[i], 1e-12 * amplitudes[i]);
            stages.requireWithin("phase_raw" + at, phase.at(x), phases[i], 1e-12 * (100 + Math.abs(phases[i])));
            stages.requireWithin("dphase_raw" + at, phase.slope(x), slopes[i], 1e-12 * (100 + Math.abs(slopes[i])));
        }
    }

    private static XasAmplitude amplitude(StageTable stages) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(stages.source());
        return new XasAmplitude(binary, Landmarks.of(binary, Remnant.of(binary)));
    }

    private static XasPhase phase(StageTable stages) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(stages.source());
        return new XasPhase(binary, Landmarks.of(binary, Remnant.of(binary)));
    }

    /** Our names of the fits against LALSimulation's, from the table itself. */
    private static Map<String, String> lalNames() throws IOException {
        Map<String, String> names = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                XasFit.class.getResourceAsStream(XasFit.RESOURCE), StandardCharsets.UTF_8))) {
            String fit = null;
            for (String line : reader.lines().toList()) {
                String[] words = line.strip().split("\\s+");
                if (words[0].equals("fit")) {
                    fit = words[1];
                } else if (words[0].equals("lal")) {
                    names.put(fit, words[1]);
                }
            }
        }
        return names;
    }
}
