package org.chirpmill.engine.tornado;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
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
    private final Optional<MatrixTransform> transform;
    private final int stride;
    private Launch launch;

    /** An evaluator of whole rows, or of what a transform makes of them on the device. */
    TornadoEvaluator(WaveformModel model, FrequencyGrid grid, Precision precision, TornadoDevice device,
            Optional<MatrixTransform> transform) {
        this.model = model;
        this.grid = grid;
        this.precision = precision;
        this.device = device;
        this.transform = transform;
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
                batch.setSilentFrom(from + row, batch.bins());
                if (transform.isPresent()) {
                    // The bins stay on the device: what is not finite there shows in the coefficients.
                    batch.setKnownFinite(from + row,
                        isFinite(batch.plus(), from + row) && isFinite(batch.cross(), from + row));
                }
            }
        }
    }

    /** Compiled when the first batch tells its size, and anew only for a larger one. */
    private Launch launchFor(int rows) {
        if (launch == null || launch.capacity() < rows) {
            close();
            launch = new Launch(model, grid, precision, device, transform, rows);
        }
        return launch;
    }

    /** Copies what is kept of one row's polarization, bins behind their zeros. */
    private void copy(MemorySegment from, int fromRow, MemorySegment to, int toRow) {
        int zeros = transform.isPresent() ? 0 : grid.firstBin();
        int numbers = transform.map(MatrixTransform::columns).orElse(grid.bins()) - zeros;
        long bytes = (long) numbers * precision.complexBytes();
        long zeroBytes = (long) zeros * precision.complexBytes();
        long start = toRow * (zeroBytes + bytes);
        to.asSlice(start, zeroBytes).fill((byte) 0);
        MemorySegment.copy(from, fromRow * bytes, to, start + zeroBytes, bytes);
    }

    /** Whether all coefficients of a row are finite. */
    private boolean isFinite(MemorySegment coefficients, int row) {
        int width = 2 * transform.orElseThrow().columns();
        for (long part = (long) row * width; part < (row + 1L) * width; part++) {
            double number = precision == Precision.SINGLE ? coefficients.getAtIndex(ValueLayout.JAVA_FLOAT, part)
                : coefficients.getAtIndex(ValueLayout.JAVA_DOUBLE, part);
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (launch != null) {
            launch.close();
            launch = null;
        }
    }
}
