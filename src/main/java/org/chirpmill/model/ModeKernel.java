package org.chirpmill.model;

import org.chirpmill.model.lanes.ModeSum;

/**
 * A model as modes, point by point: a waveform is the sum over modes of exp(i phase) times amplitudes that change
 * slowly with frequency. All that an evaluator needs; whatever sums modes, interpolates them between their joins or
 * runs them in lanes or on a device follows from this or says the same faster.
 *
 * <p>Points are the entries of tables laid out as {@link GridTables} says. Holds no state: any number of threads may
 * share one.
 */
public interface ModeKernel {
    /** How many modes there are. */
    int modes();

    /**
     * How many real amplitudes belong to a mode's phase: 1 where both polarizations take constant multiples of one
     * amplitude, {@link #plusFactor} and {@link #crossFactor}; 4 where the amplitudes are Re h_plus, Im h_plus,
     * Re h_cross, Im h_cross themselves.
     */
    int amplitudes();

    /** The last frequency, Hz, at which a mode of the waveform is not zero; negative where the mode is absent. */
    double end(double[] rows, int row, int mode);

    /**
     * Writes the frequencies, Hz, at which a mode is not smooth, in any order, and returns how many there are: at most
     * {@link ModeSum#MOST_JOINS}.
     */
    int joins(double[] rows, int row, int mode, double[] out);

    /** How fast a mode may change at a frequency, Hz: the distance to where its formulas have poles. */
    double scale(double[] rows, int row, int mode, double frequencyHz);

    /** Where there is one amplitude: the multiple that h_plus takes of A exp(i phase). */
    default double plusFactor(double[] rows, int row) {
        return 1;
    }

    /** Where there is one amplitude: h_cross takes this times -i A exp(i phase). */
    default double crossFactor(double[] rows, int row) {
        return 1;
    }

    /**
     * Evaluates a mode at one point, which lies at a positive frequency up to the mode's end.
     *
     * @param rows coefficient rows
     * @param row where the waveform's row begins
     * @param mode which
     * @param tables the points' tables
     * @param stride how long each table is
     * @param point which point
     * @param out receives the phase, rad, then the {@link #amplitudes}, strain/Hz
     */
    void at(double[] rows, int row, int mode, double[] tables, int stride, int point, double[] out);
}
