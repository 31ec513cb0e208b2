package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.util.random.RandomGenerator;

/**
 * Training rows that a test made up.
 *
 * @param columns active bins x polarizations
 */
record RowsInMemory(ComplexMatrix columns, int firstBin) implements TrainingRows {
    /** Random ones whose singular values fall by a tenth every {@code columnsPerDecade}. */
    static RowsInMemory falling(Arena arena, int activeBins, int count, double columnsPerDecade) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        LinearAlgebra algebra = new LinearAlgebra(arena);
        int rank = Math.min(Math.min(activeBins, count), (int) (12 * columnsPerDecade));
        ComplexMatrix left = noise(algebra, activeBins, rank, random, columnsPerDecade);
        ComplexMatrix right = noise(algebra, rank, count, random, Double.POSITIVE_INFINITY);
        ComplexMatrix product = algebra.zeros(activeBins, count);
        algebra.product(left, right, product);
        return new RowsInMemory(product, 7);
    }

    private static ComplexMatrix noise(
            LinearAlgebra algebra, int rows, int columns, RandomGenerator random, double columnsPerDecade) {
        ComplexMatrix noise = algebra.zeros(rows, columns);
        for (int column = 0; column < columns; column++) {
            double scale = Math.pow(10, -column / columnsPerDecade);
            for (int row = 0; row < rows; row++) {
                noise.set(row, column, scale * random.nextGaussian(), scale * random.nextGaussian());
            }
        }
        return noise;
    }

    @Override
    public int bins() {
        return columns.rows() + firstBin;
    }

    @Override
    public long count() {
        return columns.columns();
    }

    @Override
    public void read(long polarizations, BlockConsumer consumer) {
        for (int done = 0; done < polarizations; done += WhitenedBlocks.BLOCK) {
            int now = (int) Math.min(WhitenedBlocks.BLOCK, polarizations - done);
            consumer.accept(columns.columns(done, now));
        }
    }

    @Override
    public void readAt(int[] places, long polarizations, BlockConsumer consumer) {
        read(polarizations, block -> consumer.accept(rowsOf(block, places)));
    }

    @Override
    public void read(long[] waveforms, BlockConsumer consumer) {
        for (long waveform : waveforms) {
            consumer.accept(columns.columns((int) (2 * waveform), 2));
        }
    }

    /** Some rows of a matrix. */
    static ComplexMatrix rowsOf(ComplexMatrix matrix, int[] places) {
        ComplexMatrix some = ComplexMatrix.zeros(Arena.ofAuto(), places.length, matrix.columns());
        for (int column = 0; column < matrix.columns(); column++) {
            for (int k = 0; k < places.length; k++) {
                some.set(k, column, matrix.real(places[k], column), matrix.imaginary(places[k], column));
            }
        }
        return some;
    }
}
