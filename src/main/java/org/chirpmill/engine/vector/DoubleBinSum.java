package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;

/** Sums in double precision. */
final class DoubleBinSum implements BinSum {
    private final Grid grid;
    private final int functions;
    private final double[][] values;
    private final double[][] scratch;
    private final double[] sine = Lanes.array(BLOCK);
    private final double[] factors = {1, 0, 1, 0};
    private final double[][] h = new double[4][BLOCK + Lanes.PADDING];
    private final PackedBlock packed;

    DoubleBinSum(Grid grid, int amplitudes, PackedBlock packed) {
        this.grid = grid;
        this.functions = 1 + amplitudes;
        this.values = new double[functions][BLOCK + Lanes.PADDING];
        this.scratch = new double[functions][BLOCK + Lanes.PADDING];
        this.packed = packed;
    }

    @Override
    public boolean store(ModeSum sum, int[] ends, ModePieces[] pieces, int from, int to,
            MemorySegment plus, MemorySegment cross, long offset) {
        int count = to - from;
        if (functions == 2) {
            compute(sum, 0, pieces[0], from, to);
            BinPasses.sincosOfTurns(values[0], sine, count);
            BinPasses.scale(values[0], sine, values[1], count);
            return packed.store(values[0], sine, sum.plusFactor(), 0, count, plus, offset)
                & packed.store(values[0], sine, 0, -sum.crossFactor(), count, cross, offset);
        }
        for (double[] part : h) {
            Arrays.fill(part, 0, count, 0);
        }
        for (int mode = 0; mode < sum.modes(); mode++) {
            int end = Math.min(to, ends[mode]);
            if (end > from) {
                compute(sum, mode, pieces[mode], from, end);
                BinPasses.sincosOfTurns(values[0], sine, end - from);
                silence(end - from);
                BinPasses.add(values[0], sine, values, end - from, h);
            }
        }
        return packed.store(h[0], h[1], 1, 0, count, plus, offset)
            & packed.store(h[2], h[3], 1, 0, count, cross, offset);
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
        BinPasses.copy(scratch, to - from, values, at, functions);
    }

    private void interpolate(ModePieces pieces, int place, int from, int to, int at) {
        double scale = pieces.scale(place);
        double shift = -scale * pieces.middle(place);
        for (int function = 0; function < functions; function++) {
            ModePieces.POLYNOMIALS.evaluate(pieces.coefficients(), pieces.coefficientsAt(place, function), scale, shift,
                grid.tables(), from, to, values[function], at);
        }
        BinPasses.turn(values[0], at, at + to - from);
    }

    /** What lies in the last vector beyond the mode's end must add nothing. */
    private void silence(int count) {
        for (int amplitude = 1; amplitude < functions; amplitude++) {
            Arrays.fill(values[amplitude], count, count + Lanes.COUNT, 0);
        }
    }
}
