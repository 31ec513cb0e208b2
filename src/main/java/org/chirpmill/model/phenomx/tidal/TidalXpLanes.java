package org.chirpmill.model.phenomx.tidal;

import org.chirpmill.model.phenomx.XasModeLanes;
import org.chirpmill.model.phenomx.precession.AngleInterpolant;
import org.chirpmill.model.phenomx.precession.TwistedQuadrupole;
import org.chirpmill.model.tides.DeformedLanes;

/** {@link TidalXpKernel} at many points at once. One thread. */
final class TidalXpLanes extends TwistedQuadrupole {
    private final AngleInterpolant interpolant = AngleInterpolant.ofQuadrupole();

    TidalXpLanes() {
        super(new DeformedLanes(new XasModeLanes(), TidalXasRow.TIDES), TidalXpRow.SCALE, TidalXpRow.PRECESSION);
    }

    @Override
    public void start(double[] rows, int row, double lowestHz, double highestHz, double tolerance) {
        super.start(rows, row, lowestHz, highestHz, tolerance);
        interpolant.start(
            rows, precession(), 2, lowestHz, 2, Math.clamp(end(0), lowestHz, highestHz), tolerance);
    }

    @Override
    public boolean isRough(int mode, double frequencyHz) {
        return interpolant.isRough(2, frequencyHz);
    }

    @Override
    protected int angleJoins(double[] out, int at) {
        return interpolant.joins(2, out, at);
    }

    @Override
    protected double angleScale(double frequencyHz) {
        return interpolant.scale(2, frequencyHz);
    }

    @Override
    protected void angles(double[] points, int stride, int from, int to, double[][] out) {
        interpolant.angles(2, points, stride, from, to, out);
    }
}
