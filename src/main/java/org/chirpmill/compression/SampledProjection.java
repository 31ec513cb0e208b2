package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.chirpmill.engine.SampledTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * The projection of polarizations on a basis from a few of their bins. The same product gives, beside the coefficients,
 * what the basis loses of the row and how wrong the coefficients may be, so that a row knows whether they are right
 * enough.
 */
final class SampledProjection implements SampledTransform {
    private final SampledBins sampled;
    private final Projection whole;
    private final Projection ofBins;
    private final int lostColumns;
    private final int errorColumns;
    private final RowTolerance tolerance;

    /**
     * Of a compression whose basis has sampled bins.
     *
     * @param tolerance how wrong coefficients may be that are kept
     */
    SampledProjection(Compression compression, Precision precision, Optional<HeterodyneInPlace> turning,
            Projection whole, RowTolerance tolerance) {
        this.whole = whole;
        this.sampled = compression.basis().flatMap(SvdBasis::sampling).orElseThrow();
        this.lostColumns = sampled.columns(sampled.lost());
        this.errorColumns = sampled.columns(sampled.error());
        int columns = sampled.size() + lostColumns + errorColumns;
        double[] matrix = sampled.together();
        compression.whitening().ifPresent(curve -> divideRows(matrix, curve.asd(), 2 * columns));
        this.ofBins = new Projection(matrix, columns, precision, turning.map(each -> each.only(sampled.bins())));
        this.tolerance = tolerance;
    }

    private void divideRows(double[] matrix, double[] divisors, int width) {
        for (int part = 0; part < matrix.length; part++) {
            matrix[part] /= divisors[sampled.bins()[part / width]];
        }
    }

    @Override
    public int[] bins() {
        return sampled.bins();
    }

    @Override
    public Projection ofBins() {
        return ofBins;
    }

    @Override
    public Projection whole() {
        return whole;
    }

    @Override
    public String remark() {
        return "the chosen bins tell too little of the waveform, and all bins were projected";
    }

    @Override
    public int columns() {
        return sampled.size();
    }

    @Override
    public boolean isInPlace() {
        return false;
    }

    @Override
    public String nameOf(int column) {
        return whole.nameOf(column);
    }

    @Override
    public int batchRows(int rowsForCaches) {
        return ofBins.batchRows(rowsForCaches);
    }

    /** The matrix for rows that have to be made whole; these need more, where there are any. */
    @Override
    public long bytes(int workers, int capacity) {
        return whole.bytes(0, 0);
    }

    @Override
    public Applier open(int capacity, Precision precision) {
        return new Judge(capacity, precision);
    }

    /** Looks at one worker's rows: coefficients, and the numbers beside them, which tell how good they are. */
    private final class Judge implements Applier {
        private final Precision precision;
        private final boolean[] serves;
        private final double[] numbers = new double[2 * ofBins.columns()];
        private final float[] singles = new float[2 * ofBins.columns()];

        Judge(int capacity, Precision precision) {
            this.precision = precision;
            this.serves = new boolean[capacity];
        }

        @Override
        public void apply(Batch multiplied, Batch kept) {
            for (int row = 0; row < multiplied.count(); row++) {
                boolean plus = keep(multiplied.plus(), row, kept.plus());
                serves[row] = keep(multiplied.cross(), row, kept.cross()) && plus;
            }
        }

        /** Copies the coefficients of a row; whether they are right enough. */
        private boolean keep(MemorySegment from, int row, MemorySegment to) {
            long multipliedBytes = (long) ofBins.columns() * precision.complexBytes();
            long keptBytes = (long) columns() * precision.complexBytes();
            MemorySegment.copy(from, row * multipliedBytes, to, row * keptBytes, keptBytes);
            read(from, row * multipliedBytes);
            double kept = square(0, columns());
            double lost = square(columns(), lostColumns);
            double error = square(columns() + lostColumns, errorColumns);
            return tolerance.allows(error, lost, kept);
        }

        private void read(MemorySegment from, long offset) {
            if (precision == Precision.DOUBLE) {
                MemorySegment.copy(from, ValueLayout.JAVA_DOUBLE, offset, numbers, 0, numbers.length);
                return;
            }
            MemorySegment.copy(from, ValueLayout.JAVA_FLOAT, offset, singles, 0, singles.length);
            for (int part = 0; part < singles.length; part++) {
                numbers[part] = singles[part];
            }
        }

        /** Sum of squares of some columns, in four sums so that none waits for the one before. */
        private double square(int first, int count) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int part = 2 * first;
            int end = 2 * (first + count);
            for (; part + 3 < end; part += 4) {
                a += numbers[part] * numbers[part];
                b += numbers[part + 1] * numbers[part + 1];
                c += numbers[part + 2] * numbers[part + 2];
                d += numbers[part + 3] * numbers[part + 3];
            }
            for (; part < end; part++) {
                a += numbers[part] * numbers[part];
            }
            return a + b + (c + d);
        }

        @Override
        public boolean serves(int row) {
            return serves[row];
        }

        @Override
        public void close() {
            // Holds nothing but arrays.
        }
    }
}
