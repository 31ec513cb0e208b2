package org.chirpmill.model.phenomx.hm;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;

/**
 * Where the polynomial of the intermediate amplitude changes its sign. It counts as nothing where it is negative: the
 * mode has an edge there, which may lie between two points at which an interpolation looks.
 */
final class IntermediateZeros {
    private static final int DEGREE = 7;
    /** Samples of the first look, and of the second where the polynomial comes near to zero. */
    private static final int FEW = 32;
    /** 0, 1, 2 and so on: as many as the first look samples. */
    private static final double[] NUMBERS = IntStream.range(0, FEW).mapToDouble(i -> i).toArray();
    private static final int MANY = 128;
    /** Nearer to zero than this part of its largest value a polynomial may reach it between few samples. */
    private static final double NEAR = 0.05;
    private static final int HALVINGS = 40;

    private IntermediateZeros() {}

    /**
     * Writes the frequencies, Hz.
     *
     * @param rows coefficients
     * @param row where the mode's begin, laid out as {@link ModeRow} says
     * @param out receives them, as many as there is room for
     * @param at where the first goes
     * @return the end of what was written
     */
    static int write(double[] rows, int row, double[] out, int at) {
        double centre = rows[row + ModeRow.INTERMEDIATE_CENTRE];
        double inverseHalf = rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF];
        double begin = (rows[row + ModeRow.AMPLITUDE_JOIN_1] - centre) * inverseHalf;
        double step = (rows[row + ModeRow.AMPLITUDE_JOIN_2] - centre) * inverseHalf - begin;
        if (!comesNearZero(rows, row, begin, step / (FEW - 1))) {
            return at;
        }
        int next = at;
        boolean wasNegative = polynomial(rows, row, begin) < 0;
        for (int i = 1; i <= MANY && next < out.length; i++) {
            double u = begin + step * i / MANY;
            boolean isNegative = polynomial(rows, row, u) < 0;
            if (isNegative != wasNegative) {
                out[next] = centre + zero(rows, row, u - step / MANY, u, wasNegative) / inverseHalf;
                next++;
            }
            wasNegative = isNegative;
        }
        return next;
    }

    private static boolean comesNearZero(double[] rows, int row, double begin, double step) {
        DoubleVector least = DoubleVector.broadcast(SPECIES, Double.MAX_VALUE);
        DoubleVector most = DoubleVector.zero(SPECIES);
        for (int i = 0; i < FEW; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, NUMBERS, i).fma(step, begin);
            DoubleVector sum = DoubleVector.broadcast(SPECIES, rows[row + ModeRow.INTERMEDIATE_0 + DEGREE]);
            for (int k = DEGREE - 1; k >= 0; k--) {
                sum = sum.fma(u, DoubleVector.broadcast(SPECIES, rows[row + ModeRow.INTERMEDIATE_0 + k]));
            }
            least = least.blend(sum, sum.compare(LT, least));
            most = most.blend(sum, sum.compare(GT, most));
        }
        return least.reduceLanes(MIN) < NEAR * most.reduceLanes(MAX);
    }

    private static double zero(double[] rows, int row, double low, double high, boolean lowIsNegative) {
        double below = low;
        double above = high;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (below + above);
            boolean isBelow = polynomial(rows, row, middle) < 0 == lowIsNegative;
            below = isBelow ? middle : below;
            above = isBelow ? above : middle;
        }
        return above;
    }

    private static double polynomial(double[] rows, int row, double u) {
        double sum = 0;
        for (int k = DEGREE; k >= 0; k--) {
            sum = rows[row + ModeRow.INTERMEDIATE_0 + k] + u * sum;
        }
        return sum;
    }
}
