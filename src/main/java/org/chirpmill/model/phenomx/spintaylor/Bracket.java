package org.chirpmill.model.phenomx.spintaylor;

/**
 * An interval at whose ends a function has different signs, and which closes in on where it passes zero: by secants,
 * for which an end that stays twice has its value halved (the Illinois rule). One thread.
 */
final class Bracket {
    /** Its width, relative, in the end. */
    private static final double ROUNDING = 4e-16;
    /** More than it takes. */
    private static final int MOST_TURNS = 100;

    private double low;
    private double atLow;
    private double high;
    private double atHigh;
    private int turns;
    /** Which end moved last: -1 the lower, 1 the upper. */
    private int moved;

    /** Begins with an interval of positive numbers, its ends in either order, and the function's values there. */
    void set(double from, double atFrom, double to, double atTo) {
        low = Math.min(from, to);
        high = Math.max(from, to);
        atLow = from <= to ? atFrom : atTo;
        atHigh = from <= to ? atTo : atFrom;
        turns = 0;
        moved = 0;
    }

    /** Whether it is as narrow as its ends' rounding. */
    boolean isClosed() {
        return high - low <= ROUNDING * high || turns == MOST_TURNS;
    }

    /** Where to evaluate the function next. */
    double next() {
        double place = low - atLow * (high - low) / (atHigh - atLow);
        // Off the ends, so that the one that lies at the zero is passed.
        double least = ROUNDING / 2 * high;
        return Math.max(low + least, Math.min(high - least, place));
    }

    /** Takes the function's value at that place. */
    void take(double place, double value) {
        turns++;
        if (value < 0 == atLow < 0) {
            low = place;
            atLow = value;
            atHigh = moved < 0 ? atHigh / 2 : atHigh;
            moved = -1;
        } else {
            high = place;
            atHigh = value;
            atLow = moved > 0 ? atLow / 2 : atLow;
            moved = 1;
        }
    }

    /** The lower end. */
    double low() {
        return low;
    }

    /** The upper end. */
    double high() {
        return high;
    }
}
