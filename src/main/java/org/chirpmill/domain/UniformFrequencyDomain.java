package org.chirpmill.domain;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.chirpmill.numbers.Multiples;

/**
 * Bins at k delta_f from 0 to f_max inclusive; waveforms are zero below f_min.
 *
 * @param minimumFrequency f_min, Hz
 * @param maximumFrequency f_max, Hz, a whole multiple of the spacing
 * @param deltaF delta_f, the spacing, Hz
 */
public record UniformFrequencyDomain(double minimumFrequency, double maximumFrequency, double deltaF)
    implements FrequencyDomain {

    /**
     * The grid, with the first non-zero bin where dingo-gw has it: it zeroes what lies below the bin nearest to f_min
     * (a tie goes to the even bin, as in Python), and LALSimulation begins with the bin at or below f_start. A start
     * below f_min therefore changes nothing. The bin at 0 Hz is zero in any case, where no model is defined. How many
     * bins there are, and which is at f_start, is told from the decimals of all three.
     */
    @Override
    public FrequencyGrid grid(OptionalDouble startFrequency) {
        double[] frequencies = new double[Math.toIntExact(Multiples.whole(maximumFrequency, deltaF)) + 1];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = k * deltaF;
        }
        int domainStart = (int) Math.rint(minimumFrequency / deltaF);
        int waveformStart = Math.toIntExact(Multiples.whole(startFrequency.orElse(0), deltaF));
        return new FrequencyGrid(frequencies, Math.max(1, Math.max(domainStart, waveformStart)), deltaF);
    }

    @Override
    public double lowestFrequency() {
        return minimumFrequency;
    }

    @Override
    public double highestFrequency() {
        return maximumFrequency;
    }

    @Override
    public double[] dingoFrequencies() {
        return Arrays.stream(grid().frequencies()).map(frequency -> (float) frequency).toArray();
    }
}
