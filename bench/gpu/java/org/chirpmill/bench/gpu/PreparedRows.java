package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.bench.ProductionGrid;
import org.chirpmill.bench.ProductionTask;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;

/**
 * Rows of coefficients, one after another.
 *
 * @param model whose
 * @param frame reference frequency and grid
 * @param coefficients of all rows
 * @param count how many rows
 */
record PreparedRows(WaveformModel model, EvaluationFrame frame, double[] coefficients, int count) {
    /** Those of the sources that the model takes. */
    static PreparedRows of(WaveformModel model, EvaluationFrame frame, List<SourceParameters> sources) {
        int stride = model.layout().size();
        double[] rows = new double[sources.size() * stride];
        int count = 0;
        for (SourceParameters source : sources) {
            try {
                model.prepare(source, frame, rows, count * stride);
                count++;
            } catch (SourceRefusedException refused) {
                // There is no waveform of it.
            }
        }
        return new PreparedRows(model, frame, Arrays.copyOf(rows, count * stride), count);
    }

    /** The first draws of the production prior that a model takes. */
    static PreparedRows production(String approximant, ProductionGrid grid, int count) throws IOException {
        WaveformTask task = ProductionTask.task(approximant, grid, Precision.SINGLE,
            EvaluatorLookup.forced("scalar"), Accuracy.EXACT);
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        int stride = task.model().layout().size();
        double[] rows = new double[count * stride];
        for (int row = 0; row < count; row++) {
            for (int attempt = 0; !fill(task, drawer, row, attempt, parameters, rows); attempt++) {
                if (attempt == task.attemptsPerRow()) {
                    throw new IllegalStateException(approximant + " takes no draw of the production prior");
                }
            }
        }
        return new PreparedRows(task.model(), task.frame(), rows, count);
    }

    private static boolean fill(WaveformTask task, RowSource.Drawer drawer, int row, int attempt, double[] parameters,
            double[] rows) {
        try {
            drawer.draw(row, attempt, parameters);
            task.model().prepare(drawer.source(parameters), task.frame(), rows, row * task.model().layout().size());
            return true;
        } catch (SourceRefusedException refused) {
            return false;
        }
    }

    int stride() {
        return model.layout().size();
    }

    int bins() {
        return frame.grid().bins();
    }

    /** The first so many. */
    PreparedRows first(int rows) {
        int kept = Math.min(rows, count);
        return new PreparedRows(model, frame, Arrays.copyOf(coefficients, kept * stride()), kept);
    }

    /** As many rows as asked for: these again and again. */
    double[] repeated(int rows) {
        double[] all = new double[Math.multiplyExact(rows, stride())];
        for (int at = 0; at < all.length; at += coefficients.length) {
            System.arraycopy(coefficients, 0, all, at, Math.min(coefficients.length, all.length - at));
        }
        return all;
    }
}
