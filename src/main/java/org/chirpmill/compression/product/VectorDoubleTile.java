package org.chirpmill.compression.product;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums in double precision: {@link VectorSingleTile} for half as many columns. */
final class VectorDoubleTile implements Tile<double[]> {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void multiply(
            double[] lanes, int lane, double[] matrix, int panel, int bins, double[] products, int to, int line) {
        DoubleVector xr0 = DoubleVector.zero(SPECIES);
        DoubleVector ys0 = DoubleVector.zero(SPECIES);
        DoubleVector xs0 = DoubleVector.zero(SPECIES);
        DoubleVector yr0 = DoubleVector.zero(SPECIES);
        DoubleVector xr1 = DoubleVector.zero(SPECIES);
        DoubleVector ys1 = DoubleVector.zero(SPECIES);
        DoubleVector xs1 = DoubleVector.zero(SPECIES);
        DoubleVector yr1 = DoubleVector.zero(SPECIES);
        DoubleVector xr2 = DoubleVector.zero(SPECIES);
        DoubleVector ys2 = DoubleVector.zero(SPECIES);
        DoubleVector xs2 = DoubleVector.zero(SPECIES);
        DoubleVector yr2 = DoubleVector.zero(SPECIES);
        for (int bin = 0; bin < bins; bin++) {
            int at = panel + 2 * WIDTH * bin;
            DoubleVector r = DoubleVector.fromArray(SPECIES, matrix, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, matrix, at + WIDTH);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin]);
            xr0 = x0.fma(r, xr0);
            xs0 = x0.fma(s, xs0);
            DoubleVector y0 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1]);
            ys0 = y0.fma(s, ys0);
            yr0 = y0.fma(r, yr0);
            // Nothing but an obstacle, which no load passes: without it C2 loads the numbers of all lanes first, for
            // which there are no registers, keeps sums in memory instead, and takes twice the time.
            products[to + (bin & 1)] = 0;
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin + STRIDE]);
            xr1 = x1.fma(r, xr1);
            xs1 = x1.fma(s, xs1);
            DoubleVector y1 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1 + STRIDE]);
            ys1 = y1.fma(s, ys1);
            yr1 = y1.fma(r, yr1);
            products[to + (bin & 1)] = 0;
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin + 2 * STRIDE]);
            xr2 = x2.fma(r, xr2);
            xs2 = x2.fma(s, xs2);
            DoubleVector y2 = DoubleVector.broadcast(SPECIES, lanes[lane + 2 * bin + 1 + 2 * STRIDE]);
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
