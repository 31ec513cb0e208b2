package org.chirpmill.model.phenomx;

/**
 * Small dense systems, solved by elimination with partial pivoting: backward stable at the sizes met here. A row of a
 * waveform takes six of four to six unknowns, for which loops over the columns would take longer than what is in them:
 * they are written out.
 */
public final class LinearSystem {
    /** More unknowns than there is code for without loops. */
    private static final int MOST = 6;

    /** The unknowns. */
    private final int n;
    /** Row by row, the right side behind each. */
    private final double[] a;

    private LinearSystem(double[][] matrix, double[] right) {
        n = right.length;
        if (n > MOST) {
            throw new IllegalArgumentException("a system of " + n + " unknowns, at most " + MOST + " are solved");
        }
        a = new double[n * (n + 1)];
        for (int row = 0; row < n; row++) {
            System.arraycopy(matrix[row], 0, a, row * (n + 1), n);
            a[row * (n + 1) + n] = right[row];
        }
    }

    /**
     * Solves A x = b. Columns should be of like size, so that the pivots mean something.
     *
     * @param matrix A, rows first, of 6 rows at most
     * @param right b; overwritten by x
     * @return {@code right}
     */
    public static double[] solve(double[][] matrix, double[] right) {
        LinearSystem system = new LinearSystem(matrix, right);
        system.eliminate();
        system.substitute(right);
        return right;
    }

    private void eliminate() {
        for (int column = 0; column < n; column++) {
            int pivot = column * (n + 1);
            bringLargestUp(column, pivot);
            double inverse = 1 / a[pivot + column];
            for (int row = pivot + n + 1; row < a.length; row += n + 1) {
                subtract(a[row + column] * inverse, pivot + n, row + n, n - column);
            }
        }
    }

    private void bringLargestUp(int column, int pivot) {
        int largest = pivot;
        double most = Math.abs(a[pivot + column]);
        for (int row = pivot + n + 1; row < a.length; row += n + 1) {
            double size = Math.abs(a[row + column]);
            if (size > most) {
                most = size;
                largest = row;
            }
        }
        if (largest != pivot) {
            for (int k = column; k <= n; k++) {
                double swapped = a[pivot + k];
                a[pivot + k] = a[largest + k];
                a[largest + k] = swapped;
            }
        }
    }

    /** Subtracts so many times the last places of a row, given by their ends, from another's. */
    private void subtract(double factor, int row, int from, int places) {
        if (places > 5) {
            a[from - 5] -= factor * a[row - 5];
        }
        if (places > 4) {
            a[from - 4] -= factor * a[row - 4];
        }
        if (places > 3) {
            a[from - 3] -= factor * a[row - 3];
        }
        if (places > 2) {
            a[from - 2] -= factor * a[row - 2];
        }
        if (places > 1) {
            a[from - 1] -= factor * a[row - 1];
        }
        a[from] -= factor * a[row];
    }

    private void substitute(double[] x) {
        for (int row = n - 1; row >= 0; row--) {
            int end = row * (n + 1) + n;
            double sum = a[end];
            int known = n - 1 - row;
            if (known > 4) {
                sum -= a[end - 5] * x[n - 5];
            }
            if (known > 3) {
                sum -= a[end - 4] * x[n - 4];
            }
            if (known > 2) {
                sum -= a[end - 3] * x[n - 3];
            }
            if (known > 1) {
                sum -= a[end - 2] * x[n - 2];
            }
            if (known > 0) {
                sum -= a[end - 1] * x[n - 1];
            }
            x[row] = sum / a[end - n + row];
        }
    }
}
