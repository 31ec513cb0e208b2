package org.chirpmill.model.phenomx.pnr;

import java.util.function.DoubleUnaryOperator;

/** Places between which a function changes sign. */
final class SignChanges {
    /** Width of what a place is narrowed to, relative: a few units in the last place of a logarithm. */
    private static final double ROUNDING = 1e-15;
    /** Every so many steps the interval is halved, for functions that jump or that secants are slow with. */
    private static final int HALVED_EVERY = 4;
    private static final int MOST_STEPS = 200;

    private SignChanges() {}

    /**
     * The place at which a function changes sign, by secants (M. Dowell, P. Jarratt, BIT 11 (1971) 168) and now and
     * then by halves; where it does so several times, one of them.
     *
     * @param function the function
     * @param low the interval's lower end
     * @param high its upper end
     * @param atLow the function at the lower end
     * @param atHigh the function at the upper end, positive where that is not
     */
    static double between(
            DoubleUnaryOperator function, double low, double high, double atLow, double atHigh) {
        double start = low;
        double end = high;
        double atStart = atLow;
        double atEnd = atHigh;
        // 1 where the upper end was kept last, -1 where the lower one was.
        int kept = 0;
        for (int step = 1; step <= MOST_STEPS && end - start > ROUNDING * Math.abs(end); step++) {
            double middle = step % HALVED_EVERY == 0 ? 0.5 * (start + end)
                : start - atStart * (end - start) / (atEnd - atStart);
            // Not so near to an end that nothing new would be learnt; of infinite ends nothing at all.
            double least = 0.5 * ROUNDING * Math.abs(end);
            middle = Double.isNaN(middle) ? 0.5 * (start + end)
                : Math.max(start + least, Math.min(end - least, middle));
            double atMiddle = function.applyAsDouble(middle);
            if (atMiddle > 0 == atLow > 0) {
                start = middle;
                atStart = atMiddle;
                atEnd *= kept > 0 ? 0.5 : 1;
                kept = 1;
            } else {
                end = middle;
                atEnd = atMiddle;
                atStart *= kept < 0 ? 0.5 : 1;
                kept = -1;
            }
        }
        return end;
    }
}
