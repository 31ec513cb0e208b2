package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Batch;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.Precision;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;

/**
 * Evaluates the modes of a waveform over blocks of bins that stay in the first-level cache: phases and amplitudes,
 * exact or from polynomials, then one sine and cosine a mode and bin, then the sum.
 */
final class VectorEvaluator implements Evaluator {
    private static final int BLOCK = 512;
    /** Polynomials' share of the tolerance in each mode. */
    private static final double SHARE = Double.parseDouble(System.getProperty("share", "0.2"));

    private final ModeSum sum;
    private final int rowSize;
    private final int bins;
    private final int firstBin;
    private final double[] grid;
    private final int stride;
    private final BinIndex index;
    private final double tolerance;
    private final ModePieces[] pieces;
    private final int[] ends;
    private final double[][] values;
    private final double[][] scratch;
    private final double[] sine = Lanes.array(BLOCK);
    private final double[] factors = new double[4];
    private final double[][] h = new double[4][BLOCK + Lanes.PADDING];
    private final PackedBlock packed;
    private final ExactBinRemark remark;

    VectorEvaluator(WaveformModel model, FrequencyGrid frequencies, Precision precision, Accuracy accuracy) {
        sum = model.modeSum();
        rowSize = model.layout().size();
        bins = frequencies.bins();
        stride = bins + Lanes.PADDING;
        grid = GridTables.of(frequencies, stride);
        firstBin = firstPositive(frequencies);
        tolerance = accuracy.tolerance();
        index = new BinIndex(frequencies);
        pieces = new ModePieces[sum.modes()];
        Arrays.setAll(pieces, mode -> new ModePieces(grid, stride, index, sum.amplitudes()));
        ends = new int[sum.modes()];
        values = new double[1 + sum.amplitudes()][BLOCK + Lanes.PADDING];
        scratch = new double[1 + sum.amplitudes()][BLOCK + Lanes.PADDING];
        packed = PackedBlock.of(precision, BLOCK);
        remark = new ExactBinRemark(frequencies, accuracy);
    }

    private static int firstPositive(FrequencyGrid frequencies) {
        int bin = frequencies.firstBin();
        while (bin < frequencies.bins() && !(frequencies.frequencies()[bin] > 0)) {
            bin++;
        }
        return bin;
    }

    @Override
    public void evaluate(double[] rows, Batch batch) {
        MemorySegment plus = batch.plus();
        MemorySegment cross = batch.cross();
        int complexBytes = batch.precision().complexBytes();
        for (int row = 0; row < batch.count(); row++) {
            long start = (long) row * bins * complexBytes;
            int end = begin(rows, row * rowSize);
            remark.report(batch);
            plus.asSlice(start, (long) firstBin * complexBytes).fill((byte) 0);
            cross.asSlice(start, (long) firstBin * complexBytes).fill((byte) 0);
            for (int from = firstBin; from < end; from += BLOCK) {
                int to = Math.min(from + BLOCK, end);
                evaluateBlock(from, to);
                packed.store(h, to - from, plus, cross, start + (long) from * complexBytes);
            }
            long silent = (long) (bins - end) * complexBytes;
            plus.asSlice(start + (long) end * complexBytes, silent).fill((byte) 0);
            cross.asSlice(start + (long) end * complexBytes, silent).fill((byte) 0);
        }
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    /** Turns to a row; returns the end of the bins that are not zero. */
    int begin(double[] rows, int row) {
        int last = firstBin;
        if (firstBin < bins) {
            sum.start(rows, row, grid[firstBin], grid[bins - 1], tolerance);
            double level = 0;
            for (int mode = 0; mode < sum.modes(); mode++) {
                ends[mode] = index.firstAtOrAbove(Math.nextUp(sum.end(mode)), firstBin, bins);
                last = Math.max(last, ends[mode]);
                if (tolerance > 0 && ends[mode] > firstBin) {
                    level = pieces[mode].divide(sum, mode, firstBin, ends[mode], SHARE * tolerance, level);
                    remark.count(ends[mode] - firstBin, pieces[mode].exactBins());
                }
            }
        }
        return last;
    }

    void evaluateBlock(int from, int to) {
        for (double[] part : h) {
            Arrays.fill(part, 0, to - from, 0);
        }
        for (int mode = 0; mode < sum.modes(); mode++) {
            int end = Math.min(to, ends[mode]);
            int count = end - from;
            if (count > 0) {
                if (tolerance > 0) {
                    pieces[mode].evaluate(sum, mode, from, end, values, scratch);
                } else {
                    sum.evaluate(mode, grid, stride, from, end, scratch);
                    BinPasses.copy(scratch, count, values, 0, values.length);
                }
                add(mode, count);
            }
        }
    }

    private void add(int mode, int count) {
        BinPasses.sincosOfTurns(values[0], sine, count);
        // What lies in the last vector beyond the mode's end must add nothing.
        if (sum.amplitudes() == 1) {
            sum.factors(mode, factors);
            Arrays.fill(values[1], count, count + Lanes.COUNT, 0);
            BinPasses.addAligned(values[0], sine, values[1], factors, count, h);
        } else {
            for (int amplitude = 1; amplitude < values.length; amplitude++) {
                Arrays.fill(values[amplitude], count, count + Lanes.COUNT, 0);
            }
            BinPasses.addTwisted(values[0], sine, values, count, h);
        }
    }
}
