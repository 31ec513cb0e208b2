package org.chirpmill.model;

/**
 * The per-bin half of a model: a static method over primitives and primitive arrays, so that TornadoVM can compile it
 * and a CUDA kernel can mirror it.
 */
@FunctionalInterface
public interface BinKernel {
    /**
     * Evaluates one waveform on bins {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param rows coefficient rows; this waveform's starts at {@code row}
     * @param row offset of the row in {@code rows}
     * @param tables the grid's tables, laid out as {@link GridTables} says
     * @param bins number of bins of the grid, which is the length of each table
     * @param from first bin to evaluate
     * @param to end of the bins to evaluate
     * @param out receives four numbers a bin, Re h_plus, Im h_plus, Re h_cross, Im h_cross (strain per Hz), bin
     *     {@code from} at index 0
     */
    void polarizations(double[] rows, int row, double[] tables, int bins, int from, int to, double[] out);
}
