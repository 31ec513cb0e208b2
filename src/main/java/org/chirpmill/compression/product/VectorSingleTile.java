package org.chirpmill.compression.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sums in single precision through the Vector API, one column in each element of a vector. The four sums of three
 * lanes stay in registers: with two vectors of the matrix and two of the lanes they fill the sixteen that x86-64 has
 * without AVX-512, and twelve are enough to hide that a sum waits four cycles for the one before.
 */
final class VectorSingleTile implements Tile<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void multiply(
            float[] lanes, int lane, float[] matrix, int panel, int bins, float[] products, int to, int line) {
        FloatVector xr0 = FloatVector.zero(SPECIES);
        FloatVector ys0 = FloatVector.zero(SPECIES);
        FloatVector xs0 = FloatVector.zero(SPECIES);
        FloatVector yr0 = FloatVector.zero(SPECIES);
        FloatVector xr1 = FloatVector.zero(SPECIES);
        FloatVector ys1 = FloatVector.zero(SPECIES);
        FloatVector xs1 = FloatVector.zero(SPECIES);
        FloatVector yr1 = FloatVector.zero(SPECIES);
        FloatVector xr2 = FloatVector.zero(SPECIES);
        FloatVector ys2 = FloatVector.zero(SPECIES);
        FloatVector xs2 = FloatVector.zero(SPECIES);
        FloatVector yr2 = FloatVector.zero(SPECIES);
        for (int bin = 0; bin < bins; bin++) {
            int at = panel + 2 * WIDTH * bin;
            FloatVector r = FloatVector.fromArray(SPECIES, matrix, at);
            FloatVector s = FloatVector.fromArray(SPECIES, matrix, at + WIDTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin]);
            xr0 = x0.fma(r, xr0);
            xs0 = x0.fma(s, xs0);
            FloatVector y0 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1]);
            ys0 = y0.fma(s, ys0);
            yr0 = y0.fma(r, yr0);
            // Nothing but an obstacle, which no load passes: without it C2 loads the numbers of all lanes first, for
            // which there are no registers, keeps sums in memory instead, and takes twice the time.
            products[to + (bin & 1)] = 0;
            FloatVector x1 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin + STRIDE]);
            xr1 = x1.fma(r, xr1);
            xs1 = x1.fma(s, xs1);
            FloatVector y1 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1 + STRIDE]);
            ys1 = y1.fma(s, ys1);
            yr1 = y1.fma(r, yr1);
            products[to + (bin & 1)] = 0;
            FloatVector x2 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin + 2 * STRIDE]);
            xr2 = x2.fma(r, xr2);
            xs2 = x2.fma(s, xs2);
            FloatVector y2 = FloatVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1 + 2 * STRIDE]);
            ys2 = y2.fma(s, ys2);
            yr2 = y2.fma(r, yr2);
        }
        xr0.sub(ys0).intoArray(products, to);
        xs0.add(yr0).intoArray(products, to + WIDTH);
        xr1.sub(ys1).intoArray(products, to + line);
        xs1.add(yr1).intoArray(products, to + line + WIDTH);
        xr2.sub(ys2).intoArray(products, to + 2 * line);
        xs2.add(yr2).intoArray(products, to + 2 * line + WIDTH);
    }
}
