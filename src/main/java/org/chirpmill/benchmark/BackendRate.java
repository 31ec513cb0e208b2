package org.chirpmill.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.source.SourceParameters;

/** One measure for all backends: aligned binaries from 20 to 1024 Hz, prepared and evaluated on all cores. */
public final class BackendRate {
    private static final FrequencyGrid GRID =
        new UniformFrequencyDomain(20, 1024, 0.125).grid(OptionalDouble.empty());
    /** More rows than any machine makes in a second. */
    private static final long PLENTY = 1_000_000_000;

    private BackendRate() {}

    /** What is measured, to follow a number. */
    public static String unit() {
        return "IMRPhenomD waveforms of %,d bins/s".formatted(GRID.bins());
    }

    /** So many of them does a backend make in a second, in single precision, without writing them. */
    public static double of(EvaluatorProvider backend) throws IOException, InterruptedException {
        WaveformTask task = new WaveformTask(Binaries::new, List.of("chirp_mass"), 1, new PhenomD(),
            new EvaluationFrame(20, GRID),
            Precision.SINGLE, backend, Choices.ACCURACY_OF_SETS);
        int cores = Runtime.getRuntime().availableProcessors();
        return QuickRate.of(task, Schedule.automatic(task, PLENTY, cores), PLENTY).perSecond();
    }

    /** Binaries of 40 to 140 solar masses. */
    private static final class Binaries implements RowSource.Drawer {
        @Override
        public void draw(long row, int attempt, double[] parameters) {
            parameters[0] = row;
        }

        @Override
        public SourceParameters source(double[] parameters) {
            double share = parameters[0] * 0.618 % 1;
            return new SourceParameters(
                25 + 60 * share, 15 + 40 * share, 0, 0, 0.8 * share, 0, 0, -0.4, 1.1, 0.3, 500, 0, 0);
        }
    }
}
