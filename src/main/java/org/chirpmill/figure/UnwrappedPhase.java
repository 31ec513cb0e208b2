package org.chirpmill.figure;

/** The argument of a polarization, continued without jumps of whole turns. */
final class UnwrappedPhase {
    private UnwrappedPhase() {}

    /**
     * The phase in bins {@code first} to {@code end - 1}, rad; the last lies between -pi and pi. It is followed from
     * high frequencies, where it changes by far less than a turn a bin, down to low ones, where a long signal turns
     * often: each step is taken to be the one before it, scaled by the bins' widths, give or take half a turn.
     */
    static double[] of(Polarization wave, int first, int end) {
        double[] phase = new double[end - first];
        double slope = 0;
        for (int bin = end - 1; bin >= first; bin--) {
            if (bin == end - 1) {
                phase[bin - first] = wave.argument(bin);
                continue;
            }
            double width = wave.frequencies()[bin + 1] - wave.frequencies()[bin];
            double above = phase[bin + 1 - first];
            double expected = above - slope * width;
            phase[bin - first] = expected + Math.IEEEremainder(wave.argument(bin) - expected, 2 * Math.PI);
            slope = (above - phase[bin - first]) / width;
        }
        return phase;
    }
}
