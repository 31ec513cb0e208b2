package org.chirpmill.compression;

/**
 * How good coefficients of sampled bins are, told from waveforms by which the bins were neither chosen nor judged.
 *
 * @param bins that were sampled
 * @param besideLoss of each polarization: the error of its coefficients beside what the basis loses
 * @param waveforms how many there were
 * @param whole how many of these would be made of all bins, since their error may be larger than it may be
 */
public record SamplingErrors(int bins, double[] besideLoss, long waveforms, long whole) {
    /** Where more rows are made of all bins after all, the others save less than these cost. */
    private static final double MOST = 0.5;

    /** Whether sampling saves anything. */
    public boolean areWorthwhile() {
        return whole <= MOST * waveforms;
    }
}
