package org.chirpmill.model.phenomd.tidal;

import org.chirpmill.model.phenomd.PhenomDLanes;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideLanes;

/**
 * The amplitude and the phase of {@link TidalDKernel} at many points at once; arguments as those of
 * {@link PhenomDLanes#amplitude}. One thread.
 */
public final class TidalDLanes {
    private final TideLanes tides = new TideLanes();

    /** Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are. */
    public static int joins(double[] rows, int row, double[] out) {
        return TideBlock.joins(rows, row + TidalDRow.TIDES, out, PhenomDLanes.joins(rows, row, out));
    }

    /** How far around a frequency, Hz, the mode is smooth. */
    public static double scale(double[] rows, int row, double f) {
        return Math.min(PhenomDLanes.scale(rows, row, f), TideBlock.scale(rows, row + TidalDRow.TIDES, f));
    }

    /** The amplitude of the row, Hz^(-7/6). */
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.amplitude(rows, row, points, stride, from, to, out);
        tides.amplitude(rows, row + TidalDRow.TIDES, points, stride, from, to, out);
    }

    /** The phase of h = A exp(i phase), rad. */
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.phase(rows, row, points, stride, from, to, out);
        tides.phase(rows, row + TidalDRow.TIDES, points, stride, from, to, out);
    }
}
