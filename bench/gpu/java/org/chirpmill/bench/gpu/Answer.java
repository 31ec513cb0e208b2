package org.chirpmill.bench.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.rows.Precision;

/**
 * Waveforms in host memory.
 *
 * @param plus rows x bins complex numbers
 * @param cross likewise
 * @param flags one a row, as kernels set them
 * @param bins frequency bins
 * @param precision of the numbers
 */
record Answer(MemorySegment plus, MemorySegment cross, int[] flags, int bins, Precision precision) {
    /** One row. */
    Polarizations row(int row) {
        return new Polarizations(numbers(plus, row), numbers(cross, row));
    }

    /** Whether every byte is the same. */
    boolean isSame(Answer other) {
        return plus.mismatch(other.plus) < 0 && cross.mismatch(other.cross) < 0
            && Arrays.equals(flags, other.flags);
    }

    /** Bins that are not zero in either polarization, a row on average. */
    double meanActiveBins() {
        long active = 0;
        for (int row = 0; row < flags.length; row++) {
            Polarizations h = row(row);
            for (int i = 0; i < 2 * bins; i += 2) {
                active += h.plus()[i] != 0 || h.plus()[i + 1] != 0 || h.cross()[i] != 0 || h.cross()[i + 1] != 0
                    ? 1 : 0;
            }
        }
        return active / (double) flags.length;
    }

    private double[] numbers(MemorySegment all, int row) {
        double[] numbers = new double[2 * bins];
        long first = (long) row * numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = precision == Precision.SINGLE ? all.getAtIndex(ValueLayout.JAVA_FLOAT, first + i)
                : all.getAtIndex(ValueLayout.JAVA_DOUBLE, first + i);
        }
        return numbers;
    }
}
