package org.chirpmill.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/**
 * Ways across {@link PhaseLimit}: a reference frequency, or a grid's first frequency, that falls by a factor of two at
 * a time, with random sources at each step.
 */
public final class LongPhases {
    private static final int SOURCES = 12;
    private static final int STEPS = 32;

    private LongPhases() {}

    /**
     * Sources on one grid.
     *
     * @param frame with the grid
     * @param taken by the model, all of them
     * @param phase rad, by source: the larger of the leading orders at f_ref and at the first bin
     */
    public record Step(EvaluationFrame frame, List<SourceParameters> taken, List<Double> phase) {
        /** How far two evaluations of a source may be apart, max|dh| over the peak: some of the phase's last places. */
        public double tolerance(int source) {
            return 1e-10 + 12 * Math.ulp(phase.get(source));
        }
    }

    /** Whether a model comes near to the limit: the tables of the tuned models' angles are full before. */
    public static boolean comesNear(WaveformModel model) {
        return !List.of("IMRPhenomXO4a", "IMRPhenomXPNR").contains(model.approximant());
    }

    /** Frames of ever larger phases. */
    private static Stream<EvaluationFrame> frames() {
        double[] uniform = IntStream.rangeClosed(0, 128).mapToDouble(bin -> 2.0 * bin).toArray();
        return DoubleStream.iterate(20, f -> f / 2).limit(STEPS).boxed().flatMap(f -> Stream.of(
            new EvaluationFrame(f, new FrequencyGrid(uniform, 10, 2)),
            new EvaluationFrame(20, FrequencyGrid.ofSamples(DoubleStream.concat(
                DoubleStream.iterate(f, bin -> bin < 16, bin -> 2 * bin),
                Arrays.stream(uniform, 10, uniform.length)).toArray()))));
    }

    /**
     * Walks on both sides of the limit; what the model refuses there is held to have larger phases, and what it takes,
     * to have smaller ones.
     *
     * @return how many sources were refused, and how many taken whose phases are within a factor of 30 of the limit
     */
    public static int[] walk(WaveformModel model, Consumer<Step> visitor) throws UnphysicalSourceException {
        int refused = 0;
        int close = 0;
        double[] row = new double[model.layout().size()];
        for (EvaluationFrame frame : frames().toList()) {
            WideDraws draws = new WideDraws(model, frame.referenceFrequency(), 5);
            List<SourceParameters> taken = new ArrayList<>();
            List<Double> phases = new ArrayList<>();
            for (int index = 0; index < SOURCES; index++) {
                SourceParameters source = draws.source(index);
                double phase = model.approximant().startsWith("IMRPhenomPv2")
                    ? unreferred(source, frame) : phase(source, frame);
                try {
                    model.prepare(source, frame, row, 0);
                    require(phase < 1.5 * PhaseLimit.LARGEST, source, phase, "was taken");
                    taken.add(source);
                    phases.add(phase);
                    close += phase > PhaseLimit.LARGEST / 30 ? 1 : 0;
                } catch (SourceRefusedException refusal) {
                    require(phase > PhaseLimit.LARGEST / 4 && refusal.getMessage().matches(
                        "its phase reaches .*e\\+.* rad \\(f_ref = .* Hz, bins from .*"), source, phase,
                        refusal.getMessage());
                    refused++;
                }
            }
            if (!taken.isEmpty()) {
                visitor.accept(new Step(frame, taken, phases));
            }
        }
        return new int[] {refused, close};
    }

    private static void require(boolean condition, SourceParameters source, double phase, String what) {
        if (!condition) {
            throw new AssertionError(source + " with about " + phase + " rad: " + what);
        }
    }

    /** The leading order of the (2, 2) mode, arXiv:0907.0700, Eq. 3.18. */
    private static double phase(SourceParameters source, EvaluationFrame frame) {
        return phase(source, Math.min(frame.referenceFrequency(), frame.edges().getFirst().frequency()));
    }

    /** IMRPhenomPv2's phase is not referred to f_ref, but its angles are: arXiv:1408.1810, App. A, leading order. */
    private static double unreferred(SourceParameters source, EvaluationFrame frame) {
        double total = source.massOneSolar() + source.massTwoSolar();
        double angles = 35.0 / 96
            / (Math.PI * total * PhysicalConstants.SOLAR_MASS_SECONDS * frame.referenceFrequency());
        return Math.max(angles, phase(source, frame.edges().getFirst().frequency()));
    }

    private static double phase(SourceParameters source, double lowest) {
        double total = source.massOneSolar() + source.massTwoSolar();
        double eta = source.massOneSolar() * source.massTwoSolar() / (total * total);
        return 3 / (128 * eta) * Math.pow(Math.PI * total * PhysicalConstants.SOLAR_MASS_SECONDS * lowest, -5.0 / 3);
    }
}
