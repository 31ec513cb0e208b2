package org.chirpmill.compression.product;

/** The order of the sums in double precision, stated plainly: as {@link PlainSingleTile} has it. */
final class PlainDoubleTile implements Tile<double[]> {
    private final boolean fuses;

    /** Takes {@link Math#fma} where the CPU {@code fuses}, else {@link SoftwareFma}. */
    PlainDoubleTile(boolean fuses) {
        this.fuses = fuses;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void multiply(
            double[] lanes, int lane, double[] matrix, int panel, int bins, double[] products, int to, int line) {
        for (int k = 0; k < LANES; k++) {
            multiply(lanes, lane + k * STRIDE, matrix, panel, bins, products, to + k * line);
        }
    }

    private void multiply(
            double[] lanes, int lane, double[] matrix, int panel, int bins, double[] products, int to) {
        double xr = 0;
        double ys = 0;
        double xs = 0;
        double yr = 0;
        for (int bin = 0; bin < bins; bin++) {
            double x = lanes[lane + 2 * bin];
            double y = lanes[lane + 2 * bin + 1];
            double r = matrix[panel + 2 * bin];
            double s = matrix[panel + 2 * bin + 1];
            xr = fma(x, r, xr);
            ys = fma(y, s, ys);
            xs = fma(x, s, xs);
            yr = fma(y, r, yr);
        }
        products[to] = xr - ys;
        products[to + 1] = xs + yr;
    }

    private double fma(double a, double b, double c) {
        return fuses ? Math.fma(a, b, c) : SoftwareFma.fma(a, b, c);
    }
}
