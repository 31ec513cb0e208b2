package org.chirpmill.bench.jmh;

import java.io.IOException;
import org.chirpmill.bench.ProductionTask;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/**
 * The first rows of a production set that a model accepts, at every stage; benchmarks go round them.
 *
 * @param task what makes them
 * @param parameters draws
 * @param sources the same as sources
 * @param coefficients the same as rows of coefficients, one after another
 */
record ProductionRows(WaveformTask task, double[][] parameters, SourceParameters[] sources, double[] coefficients) {
    /** A power of two, so that going round is a mask. */
    static final int COUNT = 256;

    static ProductionRows of(String approximant, String backend, String accuracy) throws IOException {
        WaveformTask task = ProductionTask.of(approximant, EvaluatorLookup.forced(backend), accuracy);
        int stride = task.model().layout().size();
        ProductionRows rows = new ProductionRows(task, new double[COUNT][task.parameterCount()],
            new SourceParameters[COUNT], new double[COUNT * stride]);
        RowSource.Drawer drawer = task.source().open();
        for (int row = 0; row < COUNT; row++) {
            rows.fill(row, drawer, stride);
        }
        return rows;
    }

    private void fill(int row, RowSource.Drawer drawer, int stride) {
        for (int attempt = 0; ; attempt++) {
            drawer.draw(row, attempt, parameters[row]);
            try {
                sources[row] = drawer.source(parameters[row]);
                task.model().prepare(sources[row], task.frame(), coefficients, row * stride);
                return;
            } catch (SourceRefusedException refused) {
                // The next draw stands in, as in a run.
            }
        }
    }
}
