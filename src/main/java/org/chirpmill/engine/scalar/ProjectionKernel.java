package org.chirpmill.engine.scalar;

/**
 * The projection of evaluated rows on basis vectors, as plain Java that TornadoVM compiles. On the CPU's cores the same
 * is done by {@code compression}, in an order of sums of its own.
 *
 * <p>Launch shape: one thread a vector and {@value #ROWS} rows, those of neighbouring vectors side by side, so that
 * they read neighbouring numbers of the matrix and the same ones of the rows.
 */
public final class ProjectionKernel {
    /** Rows that one call projects: a number of the matrix is read once for all of them. */
    public static final int ROWS = 4;

    private ProjectionKernel() {}

    /**
     * One coefficient each of {@value #ROWS} rows, summed in double precision. Where some number of a row is not finite
     * some of its coefficients are not, also where no vector reaches that bin: threads share these bins out.
     *
     * @param strain rows of {@code bins} interleaved complex numbers, strain/Hz, of which a multiple of {@value #ROWS}
     *     is there
     * @param row the first of the rows
     * @param bins complex numbers of a row
     * @param offset the first bin of a row that vectors reach
     * @param counted how many bins they reach from there on
     * @param matrix {@code counted} x {@code size} interleaved complex numbers
     * @param size how many vectors there are
     * @param column which of them
     * @param scale what sums are multiplied by
     * @param coefficients receives them: rows of {@code size} interleaved complex numbers
     */
    public static void coefficients(double[] strain, int row, int bins, int offset, int counted, double[] matrix,
            int size, int column, double scale, double[] coefficients) {
        int start0 = 2 * row * bins;
        int start1 = start0 + 2 * bins;
        int start2 = start1 + 2 * bins;
        int start3 = start2 + 2 * bins;
        double real0 = beyond(strain, start0, bins, offset, counted, column, size);
        double real1 = beyond(strain, start1, bins, offset, counted, column, size);
        double real2 = beyond(strain, start2, bins, offset, counted, column, size);
        double real3 = beyond(strain, start3, bins, offset, counted, column, size);
        double imaginary0 = 0;
        double imaginary1 = 0;
        double imaginary2 = 0;
        double imaginary3 = 0;
        for (int k = 0; k < counted; k++) {
            double u = matrix[2 * (k * size + column)];
            double v = matrix[2 * (k * size + column) + 1];
            int at = 2 * (offset + k);
            double x0 = strain[start0 + at];
            double y0 = strain[start0 + at + 1];
            real0 += x0 * u - y0 * v;
            imaginary0 += x0 * v + y0 * u;
            double x1 = strain[start1 + at];
            double y1 = strain[start1 + at + 1];
            real1 += x1 * u - y1 * v;
            imaginary1 += x1 * v + y1 * u;
            double x2 = strain[start2 + at];
            double y2 = strain[start2 + at + 1];
            real2 += x2 * u - y2 * v;
            imaginary2 += x2 * v + y2 * u;
            double x3 = strain[start3 + at];
            double y3 = strain[start3 + at + 1];
            real3 += x3 * u - y3 * v;
            imaginary3 += x3 * v + y3 * u;
        }
        int to = 2 * (row * size + column);
        coefficients[to] = scale * real0;
        coefficients[to + 1] = scale * imaginary0;
        coefficients[to + 2 * size] = scale * real1;
        coefficients[to + 2 * size + 1] = scale * imaginary1;
        coefficients[to + 4 * size] = scale * real2;
        coefficients[to + 4 * size + 1] = scale * imaginary2;
        coefficients[to + 6 * size] = scale * real3;
        coefficients[to + 6 * size + 1] = scale * imaginary3;
    }

    /** Zero, unless a number is not finite in one of this thread's share of the bins that no vector reaches. */
    private static double beyond(
            double[] strain, int start, int bins, int offset, int counted, int column, int size) {
        double sum = 0;
        for (int bin = column; bin < bins - counted; bin += size) {
            int at = start + 2 * (bin < offset ? bin : bin + counted);
            double x = strain[at];
            double y = strain[at + 1];
            sum += x - x + (y - y);
        }
        return sum;
    }
}
