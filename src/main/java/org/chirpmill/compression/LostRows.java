package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;

/**
 * What a basis V loses of polarizations, d - V V^H d, each brought to length 1. A row's coefficients may be wrong by a
 * part of what its own loss is, so what matters of a loss is where it points and not how long it is: leading vectors of
 * these rows serve those that lose little as well as those that lose much. Nothing is left of a polarization of which
 * the basis loses no more than rounding does.
 */
final class LostRows implements TrainingRows {
    /** Below this part of a polarization what is lost is a rounding error. */
    private static final double NOTHING = 1e-13;

    private final TrainingRows rows;
    private final LinearAlgebra algebra;
    private final ComplexMatrix vectors;
    private final ComplexMatrix coefficients;

    /**
     * Of other rows, which come in the blocks that they are read in.
     *
     * @param vectors active bins x size, the conjugate of V
     */
    LostRows(Arena arena, TrainingRows rows, ComplexMatrix vectors) {
        this.rows = rows;
        this.algebra = new LinearAlgebra(arena);
        this.vectors = vectors;
        this.coefficients = algebra.zeros(vectors.columns(), WhitenedBlocks.BLOCK);
    }

    @Override
    public int bins() {
        return rows.bins();
    }

    @Override
    public int firstBin() {
        return rows.firstBin();
    }

    @Override
    public long count() {
        return rows.count();
    }

    private interface Reading {
        void into(BlockConsumer consumer) throws IOException, InterruptedException;
    }

    @Override
    public void read(long polarizations, BlockConsumer consumer) throws IOException, InterruptedException {
        losing(polarizations, consumer, each -> rows.read(polarizations, each));
    }

    /** Some bins alone do not tell what is lost: they come from all of them. */
    @Override
    public void readAt(int[] places, long polarizations, BlockConsumer consumer)
            throws IOException, InterruptedException {
        read(polarizations, block -> {
            try (Arena passing = Arena.ofConfined()) {
                consumer.accept(block.rows(passing, places));
            }
        });
    }

    @Override
    public void read(long[] waveforms, BlockConsumer consumer) throws IOException, InterruptedException {
        losing(2L * waveforms.length, consumer, each -> rows.read(waveforms, each));
    }

    private void losing(long polarizations, BlockConsumer consumer, Reading reading)
            throws IOException, InterruptedException {
        try (Arena passing = Arena.ofConfined()) {
            ComplexMatrix room = ComplexMatrix.zeros(
                passing, activeBins(), WhitenedBlocks.width(activeBins(), polarizations));
            reading.into(block -> {
                ComplexMatrix lost = room.columns(0, block.columns());
                ComplexMatrix some = coefficients.columns(0, block.columns());
                algebra.adjointProduct(vectors, block, some);
                some.negate();
                lost.put(0, block);
                algebra.addProduct(vectors, some, lost);
                normalize(lost, block);
                consumer.accept(lost);
            });
        }
    }

    private static void normalize(ComplexMatrix lost, ComplexMatrix whole) {
        for (int column = 0; column < lost.columns(); column++) {
            double length = Math.sqrt(lost.square(column));
            boolean isNothing = length <= NOTHING * Math.sqrt(whole.square(column));
            scale(lost, column, isNothing ? 0 : 1 / length);
        }
    }

    private static void scale(ComplexMatrix matrix, int column, double factor) {
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.set(row, column, factor * matrix.real(row, column), factor * matrix.imaginary(row, column));
        }
    }
}
