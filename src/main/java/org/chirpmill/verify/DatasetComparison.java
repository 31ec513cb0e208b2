package org.chirpmill.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.compression.BlockRestorer;
import org.chirpmill.compression.Whitening;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.rows.RowRange;

/**
 * Two datasets beside each other, row by row, the rows of the set that both have. What is compressed is decompressed;
 * where one was whitened, both are compared whitened.
 */
public final class DatasetComparison {
    private final DatasetReader a;
    private final DatasetReader b;
    private final RowRange common;

    /**
     * Compares nothing yet.
     *
     * @param a a dataset, by Chirpmill or by dingo-gw; stays open
     * @param b the one that it is compared with, likewise
     */
    public DatasetComparison(DatasetReader a, DatasetReader b) {
        this.a = a;
        this.b = b;
        this.common = commonRows(a, b);
    }

    /** The rows of the set that both have; where one does not say which it has, they must be as many. */
    private static RowRange commonRows(DatasetReader a, DatasetReader b) {
        if (a.origin().isPresent() && b.origin().isPresent()) {
            return a.rowsOfSet().common(b.rowsOfSet());
        }
        return a.rows() == b.rows() ? a.origin().isPresent() ? a.rowsOfSet() : b.rowsOfSet() : RowRange.first(0);
    }

    /** Why they cannot be compared, as a clause; empty where they can. */
    public Optional<String> obstacle() {
        if (a.rows() == 0 && b.rows() == 0 || a.bins() == 0 && b.bins() == 0) {
            return Optional.of("there is nothing to compare: both have no " + (a.rows() == 0 ? "rows" : "bins"));
        }
        if (common.count() == 0) {
            return Optional.of(a.rows() == b.rows() || a.origin().isPresent() && b.origin().isPresent()
                ? "one has rows " + a.rowsOfSet() + ", the other " + b.rowsOfSet()
                : "one has " + a.rows() + " rows, the other " + b.rows());
        }
        if (a.bins() != b.bins()) {
            return Optional.of("one has " + a.bins() + " bins, the other " + b.bins());
        }
        return a.columns().equals(b.columns()) ? Optional.empty()
            : Optional.of("the parameters of one are " + a.columns() + ", of the other " + b.columns());
    }

    /** The rows of the set that both have. */
    public RowRange common() {
        return common;
    }

    /** Whether one has rows that the other has not. */
    public boolean isPartial() {
        return common.count() < Math.max(a.rows(), b.rows());
    }

    /**
     * Compares so many of the rows that both have, evenly spread.
     *
     * @param tolerance the largest relative L2 difference of a row that passes
     */
    public ComparisonVerdict verdict(int samples, double tolerance) throws IOException {
        long[] rows = Arrays.stream(RowDifferences.spread(common.count(), samples)).map(common::row).toArray();
        return new ComparisonVerdict(differingParameters(rows), differences(rows), tolerance);
    }

    private int differingParameters(long[] rows) throws IOException {
        int differing = 0;
        for (long row : rows) {
            differing += Arrays.equals(a.parameters(place(a, row), 1)[0], b.parameters(place(b, row), 1)[0]) ? 0 : 1;
        }
        return differing;
    }

    private RowDifferences differences(long[] rows) throws IOException {
        Optional<Whitening> whitening = a.compression().whitening().or(() -> b.compression().whitening());
        RowDifferences differences = new RowDifferences(rows);
        int block = BlockRestorer.rowsAtOnce(a.bins());
        for (int from = 0; from < rows.length; from += block) {
            long[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + block));
            double[][] plus = read(a, Polarization.PLUS, some, whitening);
            double[][] cross = read(a, Polarization.CROSS, some, whitening);
            double[][] referencePlus = read(b, Polarization.PLUS, some, whitening);
            double[][] referenceCross = read(b, Polarization.CROSS, some, whitening);
            for (int k = 0; k < some.length; k++) {
                differences.put(from + k, plus[k], cross[k], referencePlus[k], referenceCross[k]);
            }
        }
        return differences;
    }

    private double[][] read(DatasetReader reader, Polarization which, long[] rows, Optional<Whitening> whitening)
            throws IOException {
        double[][] series = reader.polarization(which, Arrays.stream(rows).map(row -> place(reader, row)).toArray());
        whitening.ifPresent(curve -> Arrays.stream(series).forEach(curve::whiten));
        return series;
    }

    /** Where a row of the set stands in a file; in one that does not say, where it stands in the other. */
    private long place(DatasetReader reader, long row) {
        return (reader.origin().isPresent() ? reader.rowsOfSet() : common).position(row);
    }
}
