package org.chirpmill.model.phenomx;

/** Small dense systems, solved by elimination with partial pivoting: backward stable at the sizes met here. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves A x = b. Columns should be of like size, so that the pivots mean something.
     *
     * @param matrix A, rows first; overwritten
     * @param right b; overwritten by x
     * @return {@code right}
     */
    public static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            bringLargestUp(matrix, right, column);
            double[] pivots = matrix[column];
            double inverse = 1 / pivots[column];
            for (int row = column + 1; row < n; row++) {
                double[] eliminated = matrix[row];
                double factor = eliminated[column] * inverse;
                for (int k = column + 1; k < n; k++) {
                    eliminated[k] -= factor * pivots[k];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < n; k++) {
                sum -= matrix[row][k] * right[k];
            }
            right[row] = sum / matrix[row][row];
        }
        return right;
    }

    private static void bringLargestUp(double[][] matrix, double[] right, int column) {
        int largest = column;
        for (int row = column + 1; row < right.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[largest][column])) {
                largest = row;
            }
        }
        double[] swappedRow = matrix[column];
        matrix[column] = matrix[largest];
        matrix[largest] = swappedRow;
        double swappedValue = right[column];
        right[column] = right[largest];
        right[largest] = swappedValue;
    }
}
