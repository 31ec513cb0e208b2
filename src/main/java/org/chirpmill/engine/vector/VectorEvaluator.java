package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * Evaluates the modes of a waveform over blocks of bins that stay in the first-level cache: phases and amplitudes,
 * exact or from polynomials, then one sine and cosine a mode and bin, then the sum.
 */
final class VectorEvaluator implements Evaluator {
    /**
     * What strains are multiplied by as floats: those of 1e-25 and their polynomials' last coefficients would come near
     * to floats that have lost digits, which are slow besides.
     */
    private static final double MAGNIFIED = 0x1p80;
    /** Below this tolerance single precision's own rounding would count. */
    private static final double LEAST_SINGLE = 5e-7;

    private final ModeSum sum;
    private final int rowSize;
    private final Grid grid;
    private final double tolerance;
    private final ModeDivision division;
    /** Whether polynomials save time. */
    private final boolean hasPieces;
    /** None where they do not. */
    private final ModePieces[] pieces;
    private final int[] ends;
    private final BinSum bins;
    private final ExactBinRemark remark;

    VectorEvaluator(WaveformModel model, FrequencyGrid frequencies, Precision precision, Accuracy accuracy) {
        sum = model.modeSum();
        rowSize = model.layout().size();
        grid = Grid.of(frequencies);
        tolerance = accuracy.tolerance();
        ends = new int[sum.modes()];
        double unit = sum.amplitudes() == 1 ? 1 : MAGNIFIED;
        pieces = new ModePieces[sum.modes()];
        boolean few = !frequencies.isUniform() && grid.bins() - grid.firstBin() <= sum.fewPoints();
        hasPieces = tolerance > 0 && !few;
        if (hasPieces) {
            Arrays.setAll(pieces, mode -> new ModePieces(grid, sum.amplitudes(), unit));
        }
        division = new ModeDivision(grid, sum.amplitudes());
        remark = new ExactBinRemark(frequencies, accuracy);
        boolean single = precision == Precision.SINGLE && tolerance >= LEAST_SINGLE;
        bins = single
            ? new SingleBinSum(grid, sum.amplitudes(), unit)
            : new DoubleBinSum(grid, sum.amplitudes(), PackedBlock.of(precision, BinSum.BLOCK));
    }

    @Override
    public void evaluate(double[] rows, Batch batch) {
        long complexBytes = batch.precision().complexBytes();
        for (int row = 0; row < batch.count(); row++) {
            long start = row * grid.bins() * complexBytes;
            int end = grid.firstBin() < grid.bins() ? begin(rows, row * rowSize) : grid.bins();
            remark.report(batch);
            boolean finite = true;
            for (int from = grid.firstBin(); from < end; from += BinSum.BLOCK) {
                int to = Math.min(from + BinSum.BLOCK, end);
                finite &= bins.store(sum, ends, pieces, from, to, batch.plus(), batch.cross(),
                    start + from * complexBytes);
            }
            batch.setKnownFinite(row, finite);
            int silent = Math.max(end, batch.silentFrom(row));
            clear(batch.plus(), start, end, silent, complexBytes);
            clear(batch.cross(), start, end, silent, complexBytes);
            batch.setSilentFrom(row, end);
        }
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    /** Turns to a row; returns the end of the bins that are not zero. */
    private int begin(double[] rows, int row) {
        int last = grid.firstBin();
        sum.start(rows, row, grid.frequency(last), grid.frequency(grid.bins() - 1), tolerance);
        double strongest = 0;
        for (int mode = 0; mode < ends.length; mode++) {
            ends[mode] = grid.index().firstAtOrAbove(Math.nextUp(sum.end(mode)), grid.firstBin(), grid.bins());
            last = Math.max(last, ends[mode]);
            if (hasPieces && ends[mode] > grid.firstBin()) {
                strongest = division.divide(
                    sum, mode, grid.firstBin(), ends[mode], tolerance, strongest, pieces[mode]);
                remark.count(ends[mode] - grid.firstBin(), pieces[mode].exactBins());
            }
        }
        return last;
    }

    /** Writes zeros before the first bin and from {@code end} to where there are zeros already. */
    private void clear(MemorySegment polarization, long start, int end, int silent, long complexBytes) {
        polarization.asSlice(start, grid.firstBin() * complexBytes).fill((byte) 0);
        polarization.asSlice(start + end * complexBytes, (silent - end) * complexBytes).fill((byte) 0);
    }
}
