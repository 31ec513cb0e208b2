package org.chirpmill.model.tides;

import org.chirpmill.model.lanes.QuadrupoleLanes;

/** A (2, 2) mode of black holes with the tides of its row, at many points at once. */
public final class DeformedLanes implements QuadrupoleLanes {
    private final QuadrupoleLanes mode;
    private final int tidesOffset;
    private final TideLanes tides = new TideLanes();

    /**
     * A mode and its tides.
     *
     * @param tidesOffset where in the row the tides lie, as {@link TideRow} says
     */
    public DeformedLanes(QuadrupoleLanes mode, int tidesOffset) {
        this.mode = mode;
        this.tidesOffset = tidesOffset;
    }

    @Override
    public double end(double[] rows, int row) {
        return mode.end(rows, row);
    }

    @Override
    public int joins(double[] rows, int row, double[] out) {
        return TideBlock.joins(rows, row + tidesOffset, out, mode.joins(rows, row, out));
    }

    @Override
    public double scale(double[] rows, int row, double f) {
        return Math.min(mode.scale(rows, row, f), TideBlock.scale(rows, row + tidesOffset, f));
    }

    @Override
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        mode.amplitude(rows, row, points, stride, from, to, out);
        tides.amplitude(rows, row + tidesOffset, points, stride, from, to, out);
    }

    @Override
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        mode.phase(rows, row, points, stride, from, to, out);
        tides.phase(rows, row + tidesOffset, points, stride, from, to, out);
    }
}
