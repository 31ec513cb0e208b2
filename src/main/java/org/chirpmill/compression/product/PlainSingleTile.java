package org.chirpmill.compression.product;

/**
 * The order of the sums in single precision, stated plainly, a column a panel: what the SIMD tile is held to, and what
 * takes its place where there is none.
 */
final class PlainSingleTile implements Tile<float[]> {
    private final boolean fuses;

    /** Takes {@link Math#fma} where the CPU {@code fuses}, else {@link SoftwareFma}. */
    PlainSingleTile(boolean fuses) {
        this.fuses = fuses;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void multiply(
            float[] lanes, int lane, float[] matrix, int panel, int bins, float[] products, int to, int line) {
        for (int k = 0; k < LANES; k++) {
            multiply(lanes, lane + k * STRIDE, matrix, panel, bins, products, to + k * line);
        }
    }

    private void multiply(
            float[] lanes, int lane, float[] matrix, int panel, int bins, float[] products, int to) {
        float xr = 0;
        float ys = 0;
        float xs = 0;
        float yr = 0;
        for (int bin = 0; bin < bins; bin++) {
            float x = lanes[lane + 2 * bin];
            float y = lanes[lane + 2 * bin + 1];
            float r = matrix[panel + 2 * bin];
            float s = matrix[panel + 2 * bin + 1];
            xr = fma(x, r, xr);
            ys = fma(y, s, ys);
            xs = fma(x, s, xs);
            yr = fma(y, r, yr);
        }
        products[to] = xr - ys;
        products[to + 1] = xs + yr;
    }

    private float fma(float a, float b, float c) {
        return fuses ? Math.fma(a, b, c) : SoftwareFma.fma(a, b, c);
    }
}
