package org.chirpmill.figure;

/**
 * One polarization in the frequency domain.
 *
 * @param name as figures show it, such as {@code h+}
 * @param frequencies Hz, increasing
 * @param strain 1/Hz, real and imaginary parts in turns, twice as long as {@code frequencies}
 */
public record Polarization(String name, double[] frequencies, double[] strain) {
    /** The first bin that is not zero; the number of bins where all are. */
    int firstBin() {
        int bin = 0;
        while (bin < frequencies.length && isZero(bin)) {
            bin++;
        }
        return bin;
    }

    /** The bin behind the last that is not zero. */
    int endBin() {
        int bin = frequencies.length;
        while (bin > 0 && isZero(bin - 1)) {
            bin--;
        }
        return bin;
    }

    /** Whether nothing of the wave arrives. */
    public boolean isZero() {
        return endBin() == 0;
    }

    double amplitude(int bin) {
        return Math.hypot(strain[2 * bin], strain[2 * bin + 1]);
    }

    double argument(int bin) {
        return Math.atan2(strain[2 * bin + 1], strain[2 * bin]);
    }

    /** At 0 Hz no wave arrives, whatever a file has there. */
    private boolean isZero(int bin) {
        return frequencies[bin] == 0 || strain[2 * bin] == 0 && strain[2 * bin + 1] == 0;
    }
}
