package org.chirpmill.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reference waveforms of one model on one grid, with what they were computed from. Rows are indexed alike throughout.
 *
 * @param name the set's path in its file, such as {@code production} or {@code IMRPhenomD/exact}
 * @param approximant the model's LALSimulation name
 * @param options what LALSimulation was told beside the approximant and the source, by its names of it
 * @param fRef reference frequency, Hz
 * @param grid their frequencies
 * @param columns the parameters' names
 * @param parameters rows x columns; masses in solar masses, distances in Mpc, angles in rad
 * @param plus rows x 2 bins, real and imaginary parts in turns, 1/Hz; NaN where the reference has no waveform
 * @param cross as {@code plus}
 * @param noisePeak by row, how far the reference's own rounding moves it: max|dh| over the peak
 * @param spreadPeak by row, how far it moves when only LALSimulation's numerical settings do: max|dh| over the peak
 * @param errorPeak by row, how far the reference is known to be off: max|dh| over the peak, 0 where nothing is known
 */
public record ReferenceSet(String name, String approximant, Map<String, Object> options, double fRef,
        ReferenceGrid grid, List<String> columns, double[][] parameters, double[][] plus, double[][] cross,
        Optional<double[]> noisePeak, Optional<double[]> spreadPeak,
        Optional<double[]> errorPeak) {
    /** Number of waveforms. */
    public int rows() {
        return parameters.length;
    }
}
