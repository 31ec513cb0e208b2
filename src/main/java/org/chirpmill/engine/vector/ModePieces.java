package org.chirpmill.engine.vector;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chirpmill.model.lanes.Chebyshev;

/**
 * One mode of one waveform as polynomials in frequency over pieces of the grid: its phase and its amplitudes. Some
 * pieces have none and are evaluated bin by bin. Made by {@link ModeDivision}. One thread.
 */
final class ModePieces {
    /** Degree 7: two more nodes would cost more at every bin than they save at the nodes. */
    static final Chebyshev POLYNOMIALS = Chebyshev.ofNodes(8);

    /** How many there may be. */
    static final int MOST = 1024;

    private final Grid grid;
    private final int functions;
    private final double unit;
    private final double[] coefficients;
    private final float[] singles;
    private final int[] begins = new int[MOST];
    private final int[] ends = new int[MOST];
    private final boolean[] isExact = new boolean[MOST];
    private final int[] order = new int[MOST];
    private int count;
    private int exactBins;

    /**
     * Room for a mode with so many amplitudes.
     *
     * @param unit what amplitudes are multiplied by as floats
     */
    ModePieces(Grid grid, int amplitudes, double unit) {
        this.grid = grid;
        this.unit = unit;
        this.functions = amplitudes + 1;
        this.coefficients = new double[MOST * functions * POLYNOMIALS.stride()];
        this.singles = new float[coefficients.length];
    }

    /** Forgets all pieces. */
    void clear() {
        count = 0;
        exactBins = 0;
    }

    /** Adds a piece with its polynomials, those of the phase and of each amplitude, which begin at {@code at}. */
    void addPolynomials(int begin, int end, double[] from, int at) {
        int offset = offset(count, 0);
        for (int i = 0; i < functions * POLYNOMIALS.stride(); i += COUNT) {
            DoubleVector some = DoubleVector.fromArray(SPECIES, from, at + i);
            some.intoArray(coefficients, offset + i);
            ((FloatVector) some.mul(unit).convertShape(VectorOperators.D2F, FloatPasses.HALF, 0))
                .intoArray(singles, offset + i);
        }
        add(begin, end, false);
    }

    /** Adds a piece that is to be evaluated bin by bin. */
    void addExact(int begin, int end) {
        exactBins += end - begin;
        add(begin, end, true);
    }

    private void add(int begin, int end, boolean exact) {
        begins[count] = begin;
        ends[count] = end;
        isExact[count] = exact;
        count++;
    }

    /** Orders the pieces by frequency, by insertion: most are in order already. */
    void sort() {
        for (int i = 0; i < count; i++) {
            int j = i;
            while (j > 0 && begins[order[j - 1]] > begins[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
    }

    /** How many pieces there are. */
    int count() {
        return count;
    }

    /** How many bins are evaluated one by one. */
    int exactBins() {
        return exactBins;
    }

    /** The piece with a bin in it, or the first piece after. */
    int placeOf(int bin) {
        int place = 0;
        while (place < count && end(place) <= bin) {
            place++;
        }
        return place;
    }

    /** First bin of a piece, which are numbered in the order of their frequencies. */
    int begin(int place) {
        return begins[order[place]];
    }

    /** End of its bins. */
    int end(int place) {
        return ends[order[place]];
    }

    /** Whether it has to be evaluated bin by bin, and has no polynomials. */
    boolean isExact(int place) {
        return isExact[order[place]];
    }

    /** Slope of the polynomials' argument, which runs from -1 to 1, by the frequency in Hz. */
    double scale(int place) {
        return 2 / (grid.frequency(end(place) - 1) - grid.frequency(begin(place)));
    }

    /** The frequency, Hz, at which that argument is 0. */
    double middle(int place) {
        return 0.5 * (grid.frequency(begin(place)) + grid.frequency(end(place) - 1));
    }

    /** Coefficients of all polynomials, ascending powers; the phase is in rad. */
    double[] coefficients() {
        return coefficients;
    }

    /** The same in single precision, without those of the phases, and with amplitudes in their unit. */
    float[] singles() {
        return singles;
    }

    /** Where those of the phase, 0, or an amplitude of a piece begin. */
    int coefficientsAt(int place, int function) {
        return offset(order[place], function);
    }

    private int offset(int piece, int function) {
        return (piece * functions + function) * POLYNOMIALS.stride();
    }
}
