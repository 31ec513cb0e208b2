package org.chirpmill.bench.jmh;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.chirpmill.rows.Precision;

/** Noise in the place of waveforms, as large as strains are, for benchmarks whose time depends on no number. */
final class NoiseStrain {
    private NoiseStrain() {}

    /** Fills a polarization. */
    static void fill(MemorySegment strain, Precision precision, Random random) {
        for (long at = 0; at < strain.byteSize(); at += precision.bytes()) {
            double value = 1e-22 * random.nextGaussian();
            if (precision == Precision.SINGLE) {
                strain.set(ValueLayout.JAVA_FLOAT, at, (float) value);
            } else {
                strain.set(ValueLayout.JAVA_DOUBLE, at, value);
            }
        }
    }
}
