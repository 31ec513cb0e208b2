package org.chirpmill.dataset;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.rows.Precision;

/**
 * Both polarizations of an open file as they are stored, by the numbers of their rows in any order. Neighbours are read
 * together.
 *
 * @param precision of both
 */
record StoredPolarizations(Hdf5Dataset plus, Hdf5Dataset cross, Precision precision) {
    private static final int ROWS_AT_ONCE = 4096;
    private static final long SLAB_BYTES = 1L << 20;

    /** Complex numbers of one polarization of one waveform. */
    int numbers() {
        return Math.toIntExact(plus.extent()[1]);
    }

    /** Rows as doubles: rows x 2 {@link #numbers}. */
    double[][] doubles(Polarization which, long[] rows) throws IOException {
        double[][] stored = new double[rows.length][];
        try (Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE)) {
            eachRun(rows, rows.length, (first, place, count) ->
                System.arraycopy(dataset(which).doubles(complex, 2, first, count), 0, stored, place, count));
        }
        return stored;
    }

    /** Rows in their own precision, to the beginning of {@code target}. */
    void copy(Polarization which, long[] rows, MemorySegment target) throws IOException {
        long rowBytes = (long) numbers() * precision.complexBytes();
        try (Hdf5Handle complex = Hdf5Types.complex(precision)) {
            eachRun(rows, Math.clamp(SLAB_BYTES / rowBytes, 1, ROWS_AT_ONCE), (first, place, count) -> {
                byte[] bytes = dataset(which).bytes(complex, precision.complexBytes(), first, count);
                MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, place * rowBytes, bytes.length);
            });
        }
    }

    private Hdf5Dataset dataset(Polarization which) {
        return which == Polarization.PLUS ? plus : cross;
    }

    private interface RunReader {
        void read(long firstRow, int place, int count) throws IOException;
    }

    /** Goes through rows that follow one another in the file, at most {@code longest} at once. */
    private void eachRun(long[] rows, int longest, RunReader reader) throws IOException {
        int count;
        for (int place = 0; place < rows.length; place += count) {
            count = 1;
            while (count < longest && place + count < rows.length && rows[place + count] == rows[place] + count) {
                count++;
            }
            Objects.checkFromIndexSize(rows[place], (long) count, plus.rows());
            reader.read(rows[place], place, count);
        }
    }
}
