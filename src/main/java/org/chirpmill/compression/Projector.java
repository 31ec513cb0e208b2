package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * One worker's projection. A lane is one polarization of one row. Block of bins by block of bins, the lanes that are
 * not over yet are gathered into a panel, multiplied, and added to sums in double: so single precision only rounds
 * within a block.
 *
 * <p>A lane's coefficients do not depend on the lanes beside it: panels are filled up with zeros to a multiple of what
 * the library's inner loops take, so that each lane goes the same way through them; adding a lane's zeros, where a
 * longer neighbour's block is multiplied, changes nothing.
 */
final class Projector implements RowTransform.Applier {
    /** Lanes that OpenBLAS' inner loops take at once, or a multiple of it, on every processor that it knows. */
    private static final int LANES_AT_ONCE = 16;

    private final Projection projection;
    private final Precision precision;
    private final int width;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment panel;
    private final MemorySegment products;
    private final MemorySegment zeros;
    private final ComplexProduct product;
    private final PartArray line;
    private final double[] sums;
    /** Lanes with the block each ends in, in the higher half; sorted. */
    private final long[] lanes;

    Projector(Projection projection, int capacity) {
        this.projection = projection;
        this.precision = projection.precision();
        this.width = 2 * projection.columns();
        int padded = padded(2 * capacity);
        long complex = precision.complexBytes();
        this.panel = arena.allocate(padded * Projection.BLOCK * complex, 64);
        this.products = arena.allocate(padded * projection.columns() * complex, 64);
        this.zeros = arena.allocate(Projection.BLOCK * complex, 64);
        this.product = new ComplexProduct(arena, precision);
        this.line = new PartArray(precision, width);
        this.sums = new double[2 * capacity * width];
        this.lanes = new long[2 * capacity];
    }

    /** Bytes that a projector of so many lanes takes. */
    static long bytes(int lanes, int size, Precision precision) {
        long numbers = (long) padded(lanes) * (Projection.BLOCK + size) + Projection.BLOCK;
        return numbers * precision.complexBytes() + 2L * lanes * size * Double.BYTES;
    }

    private static int padded(int lanes) {
        return Math.ceilDiv(lanes, LANES_AT_ONCE) * LANES_AT_ONCE;
    }

    @Override
    public void apply(Batch evaluated, Batch kept) {
        int count = 2 * evaluated.count();
        for (int lane = 0; lane < count; lane++) {
            lanes[lane] = (long) endBin(evaluated, lane) << Integer.SIZE | lane;
        }
        Arrays.sort(lanes, 0, count);
        Arrays.fill(sums, 0, count * width, 0);
        int begun = 0;
        for (int bin = projection.firstBin(); begun < count; bin += Projection.BLOCK) {
            while (begun < count && lanes[begun] >>> Integer.SIZE <= bin) {
                begun++;
            }
            multiply(evaluated, begun, count, bin);
        }
        for (int lane = 0; lane < count; lane++) {
            store(lane, half(kept, lane));
        }
    }

    private static MemorySegment half(Batch batch, int lane) {
        return lane < batch.count() ? batch.plus() : batch.cross();
    }

    /** Where a lane begins in its half of the batch, bytes. */
    private long offset(Batch batch, int lane) {
        return (long) (lane % batch.count()) * projection.bins() * precision.complexBytes();
    }

    /** The end of the last block in which a lane has anything but zeros. */
    private int endBin(Batch batch, int lane) {
        int first = projection.firstBin();
        int silent = Math.min(batch.silentFrom(lane % batch.count()), projection.endBin());
        int blocks = Math.max(0, Math.ceilDiv(silent - first, Projection.BLOCK));
        long complex = precision.complexBytes();
        long begin = offset(batch, lane);
        while (blocks > 0) {
            int from = first + (blocks - 1) * Projection.BLOCK;
            long bytes = Math.min(Projection.BLOCK, projection.endBin() - from) * complex;
            long at = begin + from * complex;
            if (MemorySegment.mismatch(half(batch, lane), at, at + bytes, zeros, 0, bytes) >= 0) {
                break;
            }
            blocks--;
        }
        return first + blocks * Projection.BLOCK;
    }

    /** Adds one block's products of the lanes from number {@code begun} on. */
    private void multiply(Batch batch, int begun, int count, int bin) {
        int active = count - begun;
        if (active == 0) {
            return;
        }
        int block = Math.min(Projection.BLOCK, projection.endBin() - bin);
        long bytes = block * (long) precision.complexBytes();
        for (int k = 0; k < active; k++) {
            int lane = (int) lanes[begun + k];
            MemorySegment.copy(half(batch, lane), offset(batch, lane) + bin * (long) precision.complexBytes(),
                panel, k * bytes, bytes);
        }
        int filled = padded(active);
        panel.asSlice(active * bytes, (filled - active) * bytes).fill((byte) 0);
        product.multiply(panel, filled, block, projection.from(bin), projection.columns(), products);
        for (int k = 0; k < active; k++) {
            line.read(products, (long) k * width);
            line.addTo(sums, (int) lanes[begun + k] * width);
        }
    }

    private void store(int lane, MemorySegment kept) {
        int rows = (int) (kept.byteSize() / ((long) width * precision.bytes()));
        line.take(sums, lane * width, projection.scale());
        line.write(kept, (long) (lane % rows) * width);
    }

    @Override
    public void close() {
        arena.close();
    }
}
