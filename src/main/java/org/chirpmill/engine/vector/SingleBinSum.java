package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.model.lanes.ModeSum;

/**
 * Sums in single precision: phases are polynomials in double precision and lose their whole turns before they are
 * rounded, amplitudes and sines follow in float. Its own error is that of the output's rounding, about 1e-7.
 */
final class SingleBinSum implements BinSum {
    private static final int PADDING = 32;

    private final Grid grid;
    private final int functions;
    private final double unit;
    private final float[][] values;
    private final double[][] scratch;
    private final float[] sine = new float[BLOCK + PADDING];
    private final float[] argument = new float[BLOCK + PADDING];
    private final float[][] h = new float[4][BLOCK + PADDING];
    private final PackedFloats packed = new PackedFloats(BLOCK);

    SingleBinSum(Grid grid, int amplitudes, double unit) {
        this.grid = grid;
        this.functions = 1 + amplitudes;
        this.unit = unit;
        this.values = new float[functions][BLOCK + PADDING];
        this.scratch = new double[functions][BLOCK + PADDING];
    }

    @Override
    public boolean store(ModeSum sum, int[] ends, ModePieces[] pieces, int from, int to,
            MemorySegment plus, MemorySegment cross, long offset) {
        int count = to - from;
        if (functions == 2) {
            compute(sum, 0, pieces[0], from, to);
            FloatPasses.wave(values[0], sine, values[1], count);
            return packed.storeBoth(values[0], sine, sum.plusFactor(), sum.crossFactor(), count, plus, cross, offset);
        }
        for (float[] part : h) {
            Arrays.fill(part, 0, count, 0);
        }
        for (int mode = 0; mode < sum.modes(); mode++) {
            int end = Math.min(to, ends[mode]);
            if (end > from) {
                compute(sum, mode, pieces[mode], from, end);
                silence(end - from);
                FloatPasses.add(values, end - from, h);
            }
        }
        return packed.store(h[0], h[1], 1 / unit, count, plus, offset)
            & packed.store(h[2], h[3], 1 / unit, count, cross, offset);
    }

    private void compute(ModeSum sum, int mode, ModePieces pieces, int from, int to) {
        if (pieces == null) {
            evaluate(sum, mode, from, to, 0);
            return;
        }
        for (int place = pieces.placeOf(from); place < pieces.count(); place++) {
            int begin = Math.max(from, pieces.begin(place));
            int end = Math.min(to, pieces.end(place));
            if (begin >= to) {
                return;
            }
            if (pieces.isExact(place)) {
                evaluate(sum, mode, begin, end, begin - from);
            } else {
                interpolate(pieces, place, begin, end, begin - from);
            }
        }
    }

    private void evaluate(ModeSum sum, int mode, int from, int to, int at) {
        sum.evaluate(mode, grid.tables(), grid.stride(), from, to, scratch);
        FloatPasses.copy(scratch, to - from, unit, values, at, functions);
    }

    private void interpolate(ModePieces pieces, int place, int from, int to, int at) {
        double scale = pieces.scale(place);
        double shift = -scale * pieces.middle(place);
        FloatPasses.phase(pieces.coefficients(), pieces.coefficientsAt(place, 0), scale, shift,
            grid.tables(), from, to, argument, values[0], at);
        int stride = ModePieces.POLYNOMIALS.stride();
        int first = pieces.coefficientsAt(place, 1);
        int count = to - from;
        float[] a = pieces.singles();
        if (functions == 2) {
            FloatPasses.polynomial(a, first, argument, count, values[1], at);
        } else {
            FloatPasses.polynomials(a, first, first + stride, argument, count, values[1], values[2], at);
            FloatPasses.polynomials(
                a, first + 2 * stride, first + 3 * stride, argument, count, values[3], values[4], at);
        }
    }

    /** What lies in the last vector beyond the mode's end must add nothing. */
    private void silence(int count) {
        for (int amplitude = 1; amplitude < functions; amplitude++) {
            Arrays.fill(values[amplitude], count, count + FloatPasses.COUNT, 0);
        }
    }
}
