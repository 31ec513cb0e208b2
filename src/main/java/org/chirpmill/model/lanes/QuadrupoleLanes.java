package org.chirpmill.model.lanes;

/**
 * The (2, 2) mode of a row at many points at once, before an observer sees it or precession twists it. Arrays of points
 * and results are as {@link ModeSum} says. One thread.
 */
public interface QuadrupoleLanes {
    /** The last frequency, Hz, at which the mode is not zero. */
    double end(double[] rows, int row);

    /** Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns how many there are. */
    int joins(double[] rows, int row, double[] out);

    /** The distance, Hz, of a frequency to where the formulas have poles. */
    double scale(double[] rows, int row, double frequencyHz);

    /**
     * Writes the amplitude of the row at points, from index 0 on.
     *
     * @param rows coefficients
     * @param row where the row begins
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param out receives the amplitudes
     */
    void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out);

    /** Writes the phase of h = A exp(i phase), rad; arguments as those of {@link #amplitude}. */
    void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out);
}
