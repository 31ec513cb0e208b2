package org.chirpmill.engine.tornado;

import java.lang.foreign.MemorySegment;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Batch;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.Precision;
import org.chirpmill.model.WaveformModel;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/** Runs a model's scalar kernel on a device, a few rows at a time. */
final class TornadoEvaluator implements Evaluator {
    /**
     * Bins evaluated at once: enough for every thread of a large GPU to have several, and 64 MiB of doubles. That also
     * keeps every buffer far below the 2^31 - 1 elements that TornadoVM's arrays can have.
     */
    static final int BINS_AT_ONCE = 1 << 21;

    private final WaveformModel model;
    private final FrequencyGrid grid;
    private final Precision precision;
    private final TornadoDevice device;
    private final int stride;
    private Launch launch;

    TornadoEvaluator(WaveformModel model, FrequencyGrid grid, Precision precision, TornadoDevice device) {
        this.model = model;
        this.grid = grid;
        this.precision = precision;
        this.device = device;
        this.stride = model.layout().size();
    }

    /** How many rows of a grid one launch takes at most. */
    static int mostRows(FrequencyGrid grid) {
        return Math.max(1, BINS_AT_ONCE / grid.bins());
    }

    @Override
    public void evaluate(double[] rows, Batch batch) {
        Launch fitting = launchFor(Math.min(batch.capacity(), mostRows(grid)));
        for (int from = 0; from < batch.count(); from += fitting.capacity()) {
            int count = Math.min(fitting.capacity(), batch.count() - from);
            fitting.run(rows, from * stride, count);
            for (int row = 0; row < count; row++) {
                copy(fitting.plus(), row, batch.plus(), from + row);
                copy(fitting.cross(), row, batch.cross(), from + row);
                batch.setSilentFrom(from + row, grid.bins());
            }
        }
    }

    /** Compiled when the first batch tells its size, and anew only for a larger one. */
    private Launch launchFor(int rows) {
        if (launch == null || launch.capacity() < rows) {
            close();
            launch = new Launch(model, grid, precision, device, rows);
        }
        return launch;
    }

    /** Copies one row's polarization behind its zeros. */
    private void copy(MemorySegment from, int fromRow, MemorySegment to, int toRow) {
        long bytes = (long) (grid.bins() - grid.firstBin()) * precision.complexBytes();
        long zeroBytes = (long) grid.firstBin() * precision.complexBytes();
        long start = toRow * (zeroBytes + bytes);
        to.asSlice(start, zeroBytes).fill((byte) 0);
        MemorySegment.copy(from, fromRow * bytes, to, start + zeroBytes, bytes);
    }

    @Override
    public void close() {
        if (launch != null) {
            launch.close();
            launch = null;
        }
    }
}
