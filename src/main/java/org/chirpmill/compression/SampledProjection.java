package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.SampledTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchShape;
import org.chirpmill.rows.Precision;

/**
 * The projection of polarizations on a basis from a few of their bins. The same product gives, beside the coefficients,
 * what the basis loses of the row and how wrong the coefficients may be, so that a row knows whether they are right
 * enough: its error, perpendicular to what is lost, may lengthen that by a tolerance, and besides be as large as the
 * error of evaluation that is welcome anyway.
 */
final class SampledProjection implements SampledTransform {
    private final SampledBins sampled;
    private final Projection whole;
    private final Projection ofBins;
    private final int lostColumns;
    private final int errorColumns;
    private final double lostShare;
    private final double normShare;

    /**
     * Of a compression whose basis has sampled bins.
     *
     * @param tolerance by which part the error of a row may be larger than that of the whole projection
     * @param evaluationError relative error of waveforms that is welcome
     */
    SampledProjection(Compression compression, Precision precision, Optional<HeterodyneInPlace> turning,
            Projection whole, double tolerance, double evaluationError) {
        this.whole = whole;
        this.sampled = compression.basis().flatMap(SvdBasis::sampling).orElseThrow();
        this.lostColumns = sampled.columns(sampled.lost());
        this.errorColumns = sampled.columns(sampled.error());
        int columns = sampled.size() + lostColumns + errorColumns;
        double[] matrix = sampled.together();
        compression.whitening().ifPresent(curve -> divideRows(matrix, curve.asd(), 2 * columns));
        this.ofBins = new Projection(matrix, columns, precision, turning.map(each -> each.only(sampled.bins())));
        this.lostShare = tolerance * (2 + tolerance);
        this.normShare = evaluationError * evaluationError;
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

    /** What is needed where no row has to be made whole, and the matrix for those. */
    @Override
    public long bytes(int workers, int capacity) {
        return whole.bytes(0, 0) + ofBins.bytes(workers, capacity)
            + 2 * workers * shape(capacity, Precision.DOUBLE).polarizationBytes();
    }

    private BatchShape shape(int capacity, Precision precision) {
        return new BatchShape(capacity, ofBins.columns(), 0, precision);
    }

    @Override
    public Applier open(int capacity, Precision precision) {
        return new Worker(ofBins.open(capacity, precision), capacity, precision);
    }

    /** One worker's rows: coefficients with the numbers beside them first, then what of that is kept. */
    private final class Worker implements SampledTransform.Applier {
        private final RowTransform.Applier product;
        private final Arena arena = Arena.ofConfined();
        private final Batch wide;
        private final boolean[] serves;
        private final double[] numbers = new double[2 * ofBins.columns()];
        private final float[] singles = new float[2 * ofBins.columns()];

        Worker(RowTransform.Applier product, int capacity, Precision precision) {
            this.product = product;
            this.wide = new Batch(arena, shape(capacity, precision));
            this.serves = new boolean[capacity];
        }

        @Override
        public void apply(Batch evaluated, Batch kept) {
            wide.startAt(0, evaluated.count());
            product.apply(evaluated, wide);
            for (int row = 0; row < evaluated.count(); row++) {
                boolean plus = keep(wide.plus(), row, kept.plus());
                serves[row] = keep(wide.cross(), row, kept.cross()) && plus;
            }
        }

        /** Copies the coefficients of a row; whether they are right enough. */
        private boolean keep(MemorySegment from, int row, MemorySegment to) {
            long wideBytes = (long) ofBins.columns() * wide.precision().complexBytes();
            long keptBytes = (long) columns() * wide.precision().complexBytes();
            MemorySegment.copy(from, row * wideBytes, to, row * keptBytes, keptBytes);
            read(from, row * wideBytes);
            double kept = square(0, columns());
            double lost = square(columns(), lostColumns);
            double error = square(columns() + lostColumns, errorColumns);
            return kept > 0 && error <= lostShare * lost + normShare * (kept + lost);
        }

        private void read(MemorySegment from, long offset) {
            if (wide.precision() == Precision.DOUBLE) {
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
            product.close();
            arena.close();
        }
    }
}
