package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.compression.product.LaneProducts;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Batch;

/**
 * One worker's projection. A lane is one polarization of one row. Block of bins by block of bins, the lanes that are
 * not over yet are multiplied, and their products added to sums in double: so single precision only rounds within a
 * block.
 */
final class Projector implements RowTransform.Applier {
    private static final int BLOCK = LaneProducts.BLOCK;
    /** Bins that are looked at together where the end of a lane is looked for. */
    private static final int STEP = 16;

    private final Projection projection;
    private final int complexBytes;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment zeros;
    private final LaneProducts<?> products;
    private final Optional<RowTransform.Applier> turning;
    /** Lanes with the bin that each ends before, in the higher half; sorted. */
    private final long[] ends;

    Projector(Projection projection, int capacity) {
        this.projection = projection;
        this.complexBytes = projection.precision().complexBytes();
        this.zeros = arena.allocate((long) STEP * complexBytes, 64);
        this.products = projection.panels().open(2 * capacity);
        this.turning = projection.openTurning(capacity);
        this.ends = new long[2 * capacity];
    }

    /** The polarizations of a batch as lanes: h_plus of all rows, then h_cross. */
    private record Lanes(MemorySegment plus, MemorySegment cross, int rows, long rowBytes) {
        static Lanes of(Batch batch) {
            return new Lanes(
                batch.plus(), batch.cross(), batch.count(), (long) batch.bins() * batch.precision().complexBytes());
        }

        MemorySegment half(int lane) {
            return lane < rows ? plus : cross;
        }

        /** Where a lane begins in its half, bytes. */
        long offset(int lane) {
            return lane % rows * rowBytes;
        }
    }

    @Override
    public void apply(Batch evaluated, Batch kept) {
        turning.ifPresent(applier -> applier.apply(evaluated, evaluated));
        Lanes from = Lanes.of(evaluated);
        Lanes to = Lanes.of(kept);
        int count = 2 * evaluated.count();
        for (int lane = 0; lane < count; lane++) {
            int end = endBin(from, lane, evaluated.silentFrom(lane % evaluated.count()));
            ends[lane] = (long) end << Integer.SIZE | lane;
        }
        Arrays.sort(ends, 0, count);
        products.begin(count);
        int begun = 0;
        for (int bin = projection.firstBin(); begun < count; bin += BLOCK) {
            while (begun < count && ends[begun] >>> Integer.SIZE <= bin) {
                begun++;
            }
            multiply(from, begun, count, bin);
        }
        for (int lane = 0; lane < count; lane++) {
            products.write(lane, projection.scale(), to.half(lane), to.offset(lane));
        }
    }

    /** A bin behind which a lane has only zeros, few before it. */
    private int endBin(Lanes from, int lane, int silentFrom) {
        int end = Math.max(projection.firstBin(), Math.min(silentFrom, projection.endBin()));
        while (end > projection.firstBin()) {
            int bin = Math.max(projection.firstBin(), end - STEP);
            long bytes = (long) (end - bin) * complexBytes;
            long at = from.offset(lane) + (long) bin * complexBytes;
            if (MemorySegment.mismatch(from.half(lane), at, at + bytes, zeros, 0, bytes) >= 0) {
                break;
            }
            end = bin;
        }
        return end;
    }

    /** Adds one block's products of the lanes from the {@code begun}th on, by their ends. */
    private void multiply(Lanes from, int begun, int count, int bin) {
        for (int k = begun; k < count; k++) {
            int lane = (int) ends[k];
            int bins = Math.min(BLOCK, (int) (ends[k] >>> Integer.SIZE) - bin);
            products.put(k - begun, from.half(lane), from.offset(lane) + (long) bin * complexBytes, bins);
        }
        products.multiply(count - begun, bin - projection.firstBin());
        for (int k = begun; k < count; k++) {
            products.add(k - begun, (int) ends[k]);
        }
    }

    @Override
    public void close() {
        turning.ifPresent(RowTransform.Applier::close);
        arena.close();
    }
}
