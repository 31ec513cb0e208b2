package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** Divides every bin by the amplitude spectral density, in the evaluated batch itself. */
record WhiteningInPlace(Whitening whitening) implements InPlaceTransform {
    @Override
    public int columns() {
        return whitening.asd().length;
    }

    @Override
    public String nameOf(int column) {
        return "whitened strain in bin " + column;
    }

    @Override
    public long bytes(int workers, int capacity) {
        return (long) workers * 2 * columns() * Double.BYTES;
    }

    @Override
    public Applier open(int capacity, Precision precision) {
        return new Divider(whitening.asd());
    }

    /** One worker's row at a time, on the heap, where loops are fast. */
    private static final class Divider implements Applier {
        private final double[] asd;
        private final float[] single;
        private final double[] row;

        Divider(double[] asd) {
            this.asd = asd;
            this.single = new float[2 * asd.length];
            this.row = new double[2 * asd.length];
        }

        @Override
        public void apply(Batch evaluated, Batch kept) {
            for (int index = 0; index < evaluated.count(); index++) {
                // What is known to be zero stays it.
                int parts = 2 * evaluated.silentFrom(index);
                long first = (long) index * 2 * asd.length;
                if (evaluated.precision() == Precision.SINGLE) {
                    divideSingle(evaluated.plus(), first, parts);
                    divideSingle(evaluated.cross(), first, parts);
                } else {
                    divideDouble(evaluated.plus(), first, parts);
                    divideDouble(evaluated.cross(), first, parts);
                }
            }
        }

        private void divideSingle(MemorySegment values, long first, int parts) {
            long offset = first * Float.BYTES;
            MemorySegment.copy(values, ValueLayout.JAVA_FLOAT, offset, single, 0, parts);
            for (int bin = 0; bin < parts / 2; bin++) {
                single[2 * bin] = (float) (single[2 * bin] / asd[bin]);
                single[2 * bin + 1] = (float) (single[2 * bin + 1] / asd[bin]);
            }
            MemorySegment.copy(single, 0, values, ValueLayout.JAVA_FLOAT, offset, parts);
        }

        private void divideDouble(MemorySegment values, long first, int parts) {
            long offset = first * Double.BYTES;
            MemorySegment.copy(values, ValueLayout.JAVA_DOUBLE, offset, row, 0, parts);
            for (int bin = 0; bin < parts / 2; bin++) {
                row[2 * bin] /= asd[bin];
                row[2 * bin + 1] /= asd[bin];
            }
            MemorySegment.copy(row, 0, values, ValueLayout.JAVA_DOUBLE, offset, parts);
        }

        @Override
        public void close() {
            // Holds nothing but arrays.
        }
    }
}
