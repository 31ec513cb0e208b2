package org.chirpmill.model.lanes;

/**
 * A waveform taken apart for evaluation at many frequencies at once: a sum over modes of exp(i phase) times amplitudes
 * that change slowly with frequency. Between its joins every mode is smooth, so that an evaluator may interpolate its
 * phase and amplitudes.
 *
 * <p>Arrays of points are sorted by frequency and laid out as {@link org.chirpmill.model.GridTables} says; results
 * begin at index 0 for the first point asked for, with room as {@link Lanes} asks. One thread.
 */
public interface ModeSum {
    /** The most joins that a mode may have. */
    int MOST_JOINS = 48;

    /** For so few points in a list polynomials take more time than they save, wherever the points lie. */
    int FEW_POINTS = 1500;

    /** How many modes there are. */
    int modes();

    /** Up to how many points of a list are evaluated one by one, whatever the tolerance. */
    default int fewPoints() {
        return FEW_POINTS;
    }

    /**
     * How many real amplitudes belong to a mode's phase: 1 where both polarizations take constant multiples of one
     * amplitude, {@link #plusFactor} and {@link #crossFactor}; 4 where the amplitudes are Re h_plus, Im h_plus,
     * Re h_cross, Im h_cross themselves.
     */
    int amplitudes();

    /**
     * Turns to another waveform.
     *
     * @param rows coefficient rows
     * @param row where the waveform's row begins
     * @param lowestHz the lowest frequency that will be asked for
     * @param highestHz the highest
     * @param tolerance the largest relative error of amplitudes, and error of phases in rad, allowed where it saves
     *     time; 0 for none
     */
    void start(double[] rows, int row, double lowestHz, double highestHz, double tolerance);

    /** The last frequency, Hz, at which a mode of this waveform is not zero; negative where the mode is absent. */
    double end(int mode);

    /** Writes the frequencies, Hz, at which a mode is not smooth, in any order, and returns how many there are. */
    int joins(int mode, double[] out);

    /** Whether a mode is rough where a frequency lies, between two joins: polynomials are not worth trying there. */
    default boolean isRough(int mode, double frequencyHz) {
        return false;
    }

    /** How fast a mode may change at a frequency, Hz: the distance to where its formulas have poles. */
    double scale(int mode, double frequencyHz);

    /** Where there is one amplitude: the multiple that h_plus takes of A exp(i phase). */
    default double plusFactor() {
        return 1;
    }

    /** Where there is one amplitude: h_cross takes this times -i A exp(i phase). */
    default double crossFactor() {
        return 1;
    }

    /**
     * Evaluates a mode at the points from {@code from} to {@code to}, exclusive.
     *
     * @param mode which
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param out the phase, rad, then the {@link #amplitudes}
     */
    void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out);
}
