package org.chirpmill.model.phenomx.tidal;

import org.chirpmill.model.lanes.SingleModeLanes;
import org.chirpmill.model.phenomx.XasLanes;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideLanes;

/** {@link TidalXasKernel} at many points at once. */
final class TidalXasLanes extends SingleModeLanes {
    private final TideLanes tides = new TideLanes();

    TidalXasLanes() {
        super(XasRow.PLUS_AMPLITUDE, XasRow.CROSS_AMPLITUDE);
    }

    @Override
    public double end(int mode) {
        return rows()[row() + XasRow.CUTOFF];
    }

    @Override
    public int joins(int mode, double[] out) {
        return joins(rows(), row(), out);
    }

    @Override
    public double scale(int mode, double f) {
        return scale(rows(), row(), f);
    }

    @Override
    protected void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        amplitude(tides, rows, row, points, stride, from, to, out);
    }

    @Override
    protected void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        phase(tides, rows, row, points, stride, from, to, out);
    }

    /** Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are. */
    static int joins(double[] rows, int row, double[] out) {
        return TideBlock.joins(rows, row + TidalXasRow.TIDES, out, XasLanes.joins(rows, row, out, 0));
    }

    /** How far around a frequency, Hz, the mode is smooth. */
    static double scale(double[] rows, int row, double f) {
        return Math.min(XasLanes.scale(rows, row, f), TideBlock.scale(rows, row + TidalXasRow.TIDES, f));
    }

    /** The amplitude of the row, Hz^(-7/6). */
    static void amplitude(TideLanes tides, double[] rows, int row, double[] points, int stride, int from, int to,
            double[] out) {
        XasLanes.amplitude(rows, row, points, stride, from, to, out, 0);
        tides.amplitude(rows, row + TidalXasRow.TIDES, points, stride, from, to, out);
    }

    /** The phase of h = A exp(i phase), rad. */
    static void phase(TideLanes tides, double[] rows, int row, double[] points, int stride, int from, int to,
            double[] out) {
        XasLanes.phase(rows, row, points, stride, from, to, out, 0);
        tides.phase(rows, row + TidalXasRow.TIDES, points, stride, from, to, out);
    }
}
