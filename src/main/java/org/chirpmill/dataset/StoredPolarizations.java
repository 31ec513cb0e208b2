package org.chirpmill.dataset;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.rows.Precision;

/**
 * Both polarizations of an open file as they are stored, by the numbers of their rows in any order. Neighbours are read
 * together.
 *
 * @param precision of both
 */
record StoredPolarizations(StoredArray plus, StoredArray cross, Precision precision) {
    /** Complex numbers of one polarization of one waveform. */
    int numbers() {
        return Math.toIntExact(plus.extent()[1]);
    }

    /** Rows as doubles: rows x 2 {@link #numbers}. */
    double[][] doubles(Polarization which, long[] rows) throws IOException {
        double[][] stored = new double[rows.length][];
        eachRun(rows, (first, place, count) ->
            System.arraycopy(array(which).doubles(first, count), 0, stored, place, count));
        return stored;
    }

    /** Whether the file has them as a batch does, so that they can be copied. */
    boolean isCopyable() {
        return plus.isPacked(precision.bytes()) && cross.isPacked(precision.bytes());
    }

    /** Rows in their own precision, to the beginning of {@code target}, where they are copyable. */
    void copy(Polarization which, long[] rows, MemorySegment target) throws IOException {
        long rowBytes = (long) numbers() * precision.complexBytes();
        eachRun(rows, (first, place, count) ->
            array(which).copy(first, count, target.asSlice(place * rowBytes, count * rowBytes)));
    }

    private StoredArray array(Polarization which) {
        return which == Polarization.PLUS ? plus : cross;
    }

    private interface RunReader {
        void read(long firstRow, int place, int count) throws IOException;
    }

    /** Goes through rows that follow one another in the file. */
    private void eachRun(long[] rows, RunReader reader) throws IOException {
        int count;
        for (int place = 0; place < rows.length; place += count) {
            count = 1;
            while (place + count < rows.length && rows[place + count] == rows[place] + count) {
                count++;
            }
            Objects.checkFromIndexSize(rows[place], (long) count, plus.rows());
            reader.read(rows[place], place, count);
        }
    }
}
