package org.chirpmill.settings;

import org.chirpmill.numbers.Multiples;

/**
 * How dingo-gw counts the bins of a uniform grid: int(f_max / delta_f) + 1 in double precision, which for 0.06 Hz in
 * steps of 1e-5 Hz is 6000 and not 6001. So f_max is stored as the first double above of which it counts them all; its
 * frequencies, which are of single precision, and its updates of f_min are as they should be then.
 */
final class DingoBins {
    private DingoBins() {}

    /** How many bins dingo-gw counts, 0 Hz included. */
    static long bins(double maximumFrequency, double deltaF) {
        return (long) (maximumFrequency / deltaF) + 1;
    }

    /** The f_max at or barely above a whole multiple of delta_f, Hz, of which dingo-gw counts all bins. */
    static double storedMaximum(double maximumFrequency, double deltaF) {
        long bins = Multiples.whole(maximumFrequency, deltaF) + 1;
        double stored = bins(maximumFrequency, deltaF) == bins ? maximumFrequency
            : Math.max(maximumFrequency, Multiples.times(bins - 1, deltaF));
        while (bins(stored, deltaF) < bins) {
            stored = Math.nextUp(stored);
        }
        return stored;
    }

    /** The f_max, Hz, that was meant by one as it is stored. */
    static double meantMaximum(double maximumFrequency, double deltaF) {
        double multiple = Multiples.times(Multiples.whole(maximumFrequency, deltaF), deltaF);
        return multiple < maximumFrequency && storedMaximum(multiple, deltaF) == maximumFrequency
            ? multiple : maximumFrequency;
    }
}
