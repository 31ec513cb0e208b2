package org.chirpmill.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * How much of a waveform its precision holds, which its greatest number tells. The first number that is large enough
 * decides, mostly that of the first bin, so that only what has none is looked through.
 */
public enum Signal {
    /** Zero in every bin of both polarizations. */
    NONE,
    /**
     * There, but so weak that a rounding error of its greatest number is none of the precision's normal numbers: less
     * is left of it than its digits promise.
     */
    FAINT,
    /** As its precision has it. */
    WHOLE;

    /** The least normal number over the spacing of numbers near 1: 2^-126 2^24, and 2^-1022 2^53. */
    private static final double LEAST_SINGLE = 0x1p-102;
    private static final double LEAST_DOUBLE = 0x1p-969;

    /**
     * Of one row of a batch.
     *
     * @param firstBin all before it are zero
     */
    public static Signal of(Batch batch, int row, int firstBin) {
        long from = 2L * (row * (long) batch.bins() + firstBin);
        long end = 2L * (row + 1L) * batch.bins();
        return stronger(of(batch.plus(), from, end, batch.precision()), () ->
            of(batch.cross(), from, end, batch.precision()));
    }

    /** Of numbers as a file gave them, which has them in that precision. */
    public static Signal of(double[] plus, double[] cross, Precision precision) {
        return stronger(of(k -> plus[(int) k], 0, plus.length, precision), () ->
            of(k -> cross[(int) k], 0, cross.length, precision));
    }

    private static Signal of(MemorySegment numbers, long from, long end, Precision precision) {
        return of(precision == Precision.SINGLE ? k -> numbers.getAtIndex(ValueLayout.JAVA_FLOAT, k)
            : k -> numbers.getAtIndex(ValueLayout.JAVA_DOUBLE, k), from, end, precision);
    }

    private static Signal of(LongToDoubleFunction numbers, long from, long end, Precision precision) {
        double least = least(precision);
        Signal found = NONE;
        for (long k = from; k < end; k++) {
            double number = Math.abs(numbers.applyAsDouble(k));
            if (number >= least) {
                return WHOLE;
            }
            found = number == 0 ? found : FAINT;
        }
        return found;
    }

    private static Signal stronger(Signal one, Supplier<Signal> second) {
        if (one == WHOLE) {
            return one;
        }
        Signal other = second.get();
        return other.compareTo(one) > 0 ? other : one;
    }

    private static double least(Precision precision) {
        return precision == Precision.SINGLE ? LEAST_SINGLE : LEAST_DOUBLE;
    }

    /** What is said of rows like that, to follow "on 3 of 50 rows"; nothing of whole ones. */
    public Optional<String> remark(Precision precision) {
        return switch (this) {
            case NONE -> Optional.of("the waveform is zero in every bin, as where it ends below f_min");
            case FAINT -> Optional.of("the waveform is so weak that digits of it are lost in "
                + precision.name().toLowerCase(Locale.ROOT) + " precision, being below "
                + String.format(Locale.ROOT, "%.0e", least(precision)) + " everywhere");
            case WHOLE -> Optional.empty();
        };
    }
}
