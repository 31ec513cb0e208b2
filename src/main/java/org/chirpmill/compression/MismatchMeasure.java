package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.rows.Batch;

/**
 * Compresses polarizations, gives them back, and compares: 1 - Re(d, r) / (|d| |r|), with (a, b) the plain sum of
 * a* b over bins, at 50, 100, ... vectors and at all, as dingo-gw's {@code SVDBasis.compute_test_mismatches} has it.
 */
final class MismatchMeasure {
    private static final int STEP = 50;

    private final EvaluatedRows rows;
    private final SvdBasis basis;
    private final List<Integer> cuts;
    private final double[][] table;
    private final int parameterCount;
    private int measured;

    private MismatchMeasure(EvaluatedRows rows, SvdBasis basis, int parameterCount) {
        this.rows = rows;
        this.basis = basis;
        this.parameterCount = parameterCount;
        this.cuts = cuts(basis.size());
        this.table = new double[Math.toIntExact(rows.count())][parameterCount + cuts.size()];
    }

    /** What measuring holds at once beside the evaluation's batches: off-heap bytes. */
    static long memoryBytes(int activeBins, int size, long waveforms) {
        long width = WhitenedBlocks.width(activeBins, 2 * waveforms);
        return ComplexMatrix.COMPLEX_BYTES * activeBins * (size + 3 * width);
    }

    /** Where dingo-gw cuts a basis of this size. */
    static List<Integer> cuts(int size) {
        List<Integer> cuts = new ArrayList<>();
        for (int cut = STEP; cut < size; cut += STEP) {
            cuts.add(cut);
        }
        cuts.add(size);
        return cuts;
    }

    /**
     * Measures all rows.
     *
     * @param parameters names of the rows' parameters
     */
    static Mismatches of(EvaluatedRows rows, SvdBasis basis, List<String> parameters)
            throws IOException, InterruptedException {
        MismatchMeasure measure = new MismatchMeasure(rows, basis, parameters.size());
        measure.run();
        List<String> columns = new ArrayList<>(parameters);
        measure.cuts.forEach(cut -> columns.add(Mismatches.column(cut)));
        return new Mismatches(columns, measure.table);
    }

    private void run() throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            LinearAlgebra algebra = new LinearAlgebra(arena);
            ComplexMatrix vectors = basis.conjugateVectors(algebra, rows.firstBin());
            int width = WhitenedBlocks.width(rows.activeBins(), rows.count());
            ComplexMatrix coefficients = algebra.zeros(basis.size(), width);
            ComplexMatrix restored = algebra.zeros(rows.activeBins(), width);
            rows.read(rows.count(),
                block -> measure(algebra, vectors, coefficients, restored, block), this::keepParameters);
        }
    }

    private void measure(LinearAlgebra algebra, ComplexMatrix vectors, ComplexMatrix coefficients,
            ComplexMatrix restored, ComplexMatrix block) {
        restored.memory().fill((byte) 0);
        int begin = 0;
        for (int cut = 0; cut < cuts.size(); cut++) {
            int more = cuts.get(cut) - begin;
            ComplexMatrix some = vectors.columns(begin, more);
            ComplexMatrix factors = new ComplexMatrix(coefficients.memory(), more, block.columns());
            algebra.adjointProduct(some, block, factors);
            algebra.addProduct(some, factors, restored.columns(0, block.columns()));
            for (int column = 0; column < block.columns(); column++) {
                int row = row(measured + column);
                table[row][parameterCount + cut] =
                    mismatch(block.columns(column, 1).memory(), restored.columns(column, 1).memory());
            }
            begin = cuts.get(cut);
        }
        measured += block.columns();
    }

    private static double mismatch(MemorySegment original, MemorySegment restored) {
        double inner = 0;
        double originalSquare = 0;
        double restoredSquare = 0;
        long parts = original.byteSize() / Double.BYTES;
        for (long part = 0; part < parts; part++) {
            double d = original.getAtIndex(ValueLayout.JAVA_DOUBLE, part);
            double r = restored.getAtIndex(ValueLayout.JAVA_DOUBLE, part);
            inner += d * r;
            originalSquare += d * d;
            restoredSquare += r * r;
        }
        // Of nothing, nothing comes back, which is right.
        return originalSquare == 0 ? 0 : 1 - inner / (Math.sqrt(originalSquare) * Math.sqrt(restoredSquare));
    }

    /** The table has all h_plus before all h_cross; polarizations come in turns. */
    private int row(int polarization) {
        return polarization / 2 + (polarization % 2) * (table.length / 2);
    }

    private void keepParameters(Batch batch) {
        for (int row = 0; row < batch.count(); row++) {
            int waveform = (int) (batch.row(row) - rows.firstRow());
            for (int half = 0; half < table.length; half += table.length / 2) {
                MemorySegment.copy(batch.parameters(), ValueLayout.JAVA_DOUBLE,
                    (long) row * parameterCount * Double.BYTES, table[half + waveform], 0, parameterCount);
            }
        }
    }
}
