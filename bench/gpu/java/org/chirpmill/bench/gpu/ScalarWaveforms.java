package org.chirpmill.bench.gpu;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** What the scalar backend makes of rows, in double precision. */
final class ScalarWaveforms {
    private ScalarWaveforms() {}

    static List<Polarizations> of(PreparedRows rows) {
        List<Polarizations> waveforms = new ArrayList<>();
        int stride = rows.stride();
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = EvaluatorLookup.forced("scalar").open(
                rows.model(), rows.frame().grid(), Precision.DOUBLE, Accuracy.EXACT)) {
            Batch batch = new Batch(arena, 1, rows.bins(), 1, Precision.DOUBLE);
            double[] one = new double[stride];
            for (int row = 0; row < rows.count(); row++) {
                System.arraycopy(rows.coefficients(), row * stride, one, 0, stride);
                batch.startAt(row, 1);
                evaluator.evaluate(one, batch);
                waveforms.add(new Answer(batch.plus(), batch.cross(), new int[1], rows.bins(), Precision.DOUBLE)
                    .row(0));
            }
        }
        return waveforms;
    }
}
