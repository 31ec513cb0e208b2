package org.chirpmill.dataset;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;

/** A run whose rows are a formula, so that any test knows what must be in the file. Every fifth row had refusals. */
record SampleRun(DatasetHeader header) {
    static final String SETTINGS = "{'domain': {'type': 'UniformFrequencyDomain', 'f_min': 4.0, 'f_max': 9.0, "
        + "'delta_f': 1.0}, 'waveform_generator': {'approximant': 'IMRPhenomD', 'f_ref': 10.0}, "
        + "'intrinsic_prior': {'mass_1': 'Uniform(minimum=10, maximum=80)'}, 'num_samples': 23, "
        + "'compression': None}";

    /** What is remarked on every third row. */
    static final String EVERY_THIRD = "the number is a multiple of three; ε";

    static SampleRun of(long rows, int bins, Precision precision) {
        return of(RowRange.first(rows), bins, precision);
    }

    static SampleRun of(RowRange rows, int bins, Precision precision) {
        return new SampleRun(new DatasetHeader(List.of("mass_1", "chi_1", "luminosity_distance"), bins, precision,
            SETTINGS, "chirpmill=test", origin(17, rows), Map.of("hardware", "a test's CPU")));
    }

    static Origin origin(long seed, RowRange rows) {
        return new Origin(seed, "1", "scalar", Accuracy.EXACT, rows, Map.of());
    }

    double parameter(long row, int column) {
        return 100 * column + Math.sqrt(row + 0.25);
    }

    /** Real (even) and imaginary (odd) parts; a float holds them exactly. */
    double polarization(Polarization which, long row, int part) {
        return (which == Polarization.PLUS ? 0.5 : -0.125) * (row + 1) + part * 0x1p-10;
    }

    List<Rejection> rejections(long row) {
        List<Rejection> rejected = new ArrayList<>();
        for (int attempt = 0; row % 5 == 3 && attempt <= row % 2; attempt++) {
            rejected.add(new Rejection(row, attempt, "ε of row " + row + " exceeds " + row * row));
        }
        return rejected;
    }

    List<Rejection> allRejections() {
        List<Rejection> all = new ArrayList<>();
        for (long row = header.origin().rows().first(); row < header.origin().rows().end(); row++) {
            all.addAll(rejections(row));
        }
        return all;
    }

    /** Hands rows {@code first} to {@code end - 1} over as one batch. */
    void write(BatchSink sink, long first, long end) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int count = (int) (end - first);
            Batch batch = new Batch(arena, count + 2, header.bins(), header.columns().size(), header.precision());
            batch.startAt(first, count);
            int columns = header.columns().size();
            for (int k = 0; k < count; k++) {
                for (int c = 0; c < columns; c++) {
                    batch.parameters().setAtIndex(ValueLayout.JAVA_DOUBLE, (long) k * columns + c,
                        parameter(first + k, c));
                }
                for (int part = 0; part < 2 * header.bins(); part++) {
                    long index = 2L * k * header.bins() + part;
                    set(batch.plus(), index, polarization(Polarization.PLUS, first + k, part));
                    set(batch.cross(), index, polarization(Polarization.CROSS, first + k, part));
                }
                batch.rejections().addAll(rejections(first + k));
                if ((first + k) % 3 == 0) {
                    batch.remark(EVERY_THIRD);
                }
            }
            sink.accept(batch);
        }
    }

    /** Hands over all rows from {@code first} on in order, {@code size} a batch. */
    void writeFrom(BatchSink sink, long first, int size) throws IOException {
        long end = header.origin().rows().end();
        for (long row = first; row < end; row += size) {
            write(sink, row, Math.min(end, row + size));
        }
    }

    private void set(MemorySegment segment, long index, double value) {
        if (header.precision() == Precision.SINGLE) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
        } else {
            segment.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
        }
    }
}
