package org.chirpmill.domain;

/**
 * The frequencies at which every waveform of a dataset is stored.
 *
 * @param frequencies strictly increasing, Hz; its length is the number of bins. Read-only by agreement.
 * @param firstBin bins before this one hold zero in every waveform
 * @param deltaF the spacing in Hz where bin k lies at k deltaF, else {@code Double.NaN}. LALSimulation has a code
 *     path for such grids and one for lists of frequencies, and some models end a little differently on them.
 * @param askedUpTo up to where a model is asked for waveforms, Hz, at or beyond the last bin: some place time by it
 */
public record FrequencyGrid(double[] frequencies, int firstBin, double deltaF, double askedUpTo) {
    /** A grid that is asked for up to its last bin. */
    public FrequencyGrid(double[] frequencies, int firstBin, double deltaF) {
        this(frequencies, firstBin, deltaF, frequencies[frequencies.length - 1]);
    }

    /** A list of frequencies in Hz without any regularity, all of them evaluated. */
    public static FrequencyGrid ofSamples(double[] frequencies) {
        return new FrequencyGrid(frequencies, 0, Double.NaN);
    }

    /**
     * Some bins of this grid as a list of frequencies. Conventions of the whole grid, such as whether its last bin is
     * evaluated, are the whole grid's to know.
     *
     * @param some bins in rising order
     */
    public FrequencyGrid only(int[] some) {
        double[] chosen = new double[some.length];
        for (int k = 0; k < some.length; k++) {
            chosen[k] = frequencies[some[k]];
        }
        return new FrequencyGrid(chosen, 0, Double.NaN, askedUpTo);
    }

    /** How many bins a stored waveform has, the zero ones included. */
    public int bins() {
        return frequencies.length;
    }

    /** Whether bin k lies at k {@link #deltaF()}. */
    public boolean isUniform() {
        return deltaF > 0;
    }

    /** The highest frequency, Hz. */
    public double maximumFrequency() {
        return frequencies[frequencies.length - 1];
    }
}
