package org.chirpmill.nd4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;

/**
 * A dataset file in slices of some rows, each as ND4J arrays; only one slice is read at a time, and the last may be
 * shorter. One thread at a time. Its iterators throw {@link UncheckedIOException} where the file cannot be read.
 */
public final class DatasetSlices implements AutoCloseable {
    private final DatasetReader reader;
    private final int sliceRows;

    private DatasetSlices(DatasetReader reader, int sliceRows) {
        this.reader = reader;
        this.sliceRows = sliceRows;
    }

    /**
     * Opens a dataset, whether Chirpmill wrote it or dingo-gw.
     *
     * @param dataset a finished file
     * @param sliceRows rows a slice, at least 1
     * @throws IOException where it is no such file
     */
    public static DatasetSlices open(Path dataset, int sliceRows) throws IOException {
        if (sliceRows < 1) {
            throw new IllegalArgumentException("a slice of " + sliceRows + " rows");
        }
        return new DatasetSlices(DatasetReader.open(dataset), sliceRows);
    }

    /** The parameters' names in the order of their columns. */
    public List<String> columns() {
        return reader.columns();
    }

    /** Number of waveforms in the file. */
    public long rows() {
        return reader.rows();
    }

    /** The rows once, in the file's order. */
    public Iterator<LearnerBatch> inOrder() {
        return new Slices() {
            @Override
            void fill(long first, int count, LearnerBatch slice) throws IOException {
                copyParameters(first, count, slice, 0);
                copyPolarizations(LongStream.range(first, first + count).toArray(), slice);
            }
        };
    }

    /**
     * The rows once, in an order that the seed alone decides and in which all orders are equally likely: another seed
     * for another epoch. Rows are read wherever they lie, neighbours alone together.
     *
     * @throws ArithmeticException where the file has 2^31 rows or more
     */
    public Iterator<LearnerBatch> shuffled(long seed) {
        int[] order = permutation(Math.toIntExact(rows()), seed);
        return new Slices() {
            @Override
            void fill(long first, int count, LearnerBatch slice) throws IOException {
                long[] rows = IntStream.range(0, count).mapToLong(k -> order[(int) first + k]).toArray();
                for (int k = 0; k < count; k++) {
                    copyParameters(rows[k], 1, slice, k);
                }
                copyPolarizations(rows, slice);
            }
        };
    }

    /** Fisher and Yates's shuffle, with the generator that Java specifies to the bit. */
    private static int[] permutation(int size, long seed) {
        Random random = new Random(seed);
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            int place = random.nextInt(k + 1);
            order[k] = order[place];
            order[place] = k;
        }
        return order;
    }

    /** Copies rows of the file to the rows of {@code slice} from {@code place} on. */
    private void copyParameters(long firstRow, int count, LearnerBatch slice, int place) throws IOException {
        MemorySegment memory = BatchArrays.memory(slice.parameters());
        double[][] rows = reader.parameters(firstRow, count);
        for (int k = 0; k < count; k++) {
            MemorySegment.copy(rows[k], 0, memory, ValueLayout.JAVA_DOUBLE,
                (long) (place + k) * rows[k].length * Double.BYTES, rows[k].length);
        }
    }

    /** All of a slice at once, in whatever order, since several rows of coefficients are given back together. */
    private void copyPolarizations(long[] rows, LearnerBatch slice) throws IOException {
        reader.polarization(Polarization.PLUS, rows, BatchArrays.memory(slice.plus()));
        reader.polarization(Polarization.CROSS, rows, BatchArrays.memory(slice.cross()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Slice after slice, until all rows are gone through. */
    private abstract class Slices implements Iterator<LearnerBatch> {
        private long next;

        /** Fills {@code slice} with places {@code first} to {@code first + count - 1} of the order. */
        abstract void fill(long first, int count, LearnerBatch slice) throws IOException;

        @Override
        public boolean hasNext() {
            return next < rows();
        }

        @Override
        public LearnerBatch next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all " + rows() + " rows are gone through");
            }
            int count = (int) Math.min(sliceRows, rows() - next);
            LearnerBatch slice =
                BatchArrays.allocate(count, columns().size(), reader.bins(), reader.precision());
            try {
                fill(next, count, slice);
            } catch (IOException unreadable) {
                slice.close();
                throw new UncheckedIOException(unreadable);
            }
            next += count;
            return slice;
        }
    }
}
