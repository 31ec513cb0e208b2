package org.chirpmill.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whole multiples of a spacing, told from the decimals that were written: 0.06 is 6000 times 1e-5, though of the
 * doubles nearest to both it is a little less. What arithmetic in doubles has left beside a multiple, such as
 * 0.30000000000000004, is taken for it.
 */
public final class Multiples {
    /** A multiple may be missed by so much of the spacing, or by {@link #MOST_ULPS} where that is more. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");
    /** Units in the last place of the value. */
    private static final BigDecimal MOST_ULPS = BigDecimal.valueOf(4);

    private Multiples() {}

    /**
     * Whether a value is a whole number of spacings.
     *
     * @param value finite, in the spacing's unit
     * @param spacing above zero
     */
    public static boolean isWhole(double value, double spacing) {
        return isWhole(0, value, spacing);
    }

    /** Whether from one value to another it is a whole number of spacings; of infinite ones it is 0. */
    public static boolean isWhole(double from, double to, double spacing) {
        if (Double.isInfinite(spacing)) {
            return true;
        }
        BigDecimal length = decimal(to).subtract(decimal(from));
        BigDecimal missed = length.subtract(nearest(length, spacing).multiply(decimal(spacing))).abs();
        BigDecimal slack = SLACK.multiply(decimal(spacing));
        BigDecimal rounding = MOST_ULPS.multiply(new BigDecimal(Math.ulp(Math.max(Math.abs(from), Math.abs(to)))));
        return missed.compareTo(slack.max(rounding)) <= 0;
    }

    /** How many whole spacings a value has: the nearest number where it {@link #isWhole}, else the one below. */
    public static long whole(double value, double spacing) {
        if (Double.isInfinite(spacing)) {
            return 0;
        }
        BigDecimal count = isWhole(value, spacing) ? nearest(decimal(value), spacing)
            : decimal(value).divide(decimal(spacing), 0, RoundingMode.FLOOR);
        return count.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /** So many spacings: the double nearest to the decimal product. */
    public static double times(long count, double spacing) {
        return decimal(spacing).multiply(BigDecimal.valueOf(count)).doubleValue();
    }

    private static BigDecimal nearest(BigDecimal value, double spacing) {
        return value.divide(decimal(spacing), 0, RoundingMode.HALF_EVEN);
    }

    /** The fewest decimals that mean this double and no other: what was typed, where that had 15 digits or fewer. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }
}
