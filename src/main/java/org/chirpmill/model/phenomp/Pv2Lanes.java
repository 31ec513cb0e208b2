package org.chirpmill.model.phenomp;

import org.chirpmill.model.lanes.QuadrupoleLanes;
import org.chirpmill.model.phenomx.precession.SingleSpinLanes;
import org.chirpmill.model.phenomx.precession.TwistedQuadrupole;

/** {@link Pv2Kernel}, or {@link TidalPv2Kernel}, at many points at once. One thread. */
final class Pv2Lanes extends TwistedQuadrupole {
    private final int twist;

    /**
     * A mode of which the row holds the twist.
     *
     * @param twist where, laid out as {@link Pv2TwistRow} says
     */
    Pv2Lanes(QuadrupoleLanes mode, int twist) {
        super(mode, twist + Pv2TwistRow.SCALE, twist + Pv2TwistRow.PRECESSION);
        this.twist = twist;
    }

    @Override
    protected int angleJoins(double[] out, int at) {
        out[at] = rows()[row() + twist + Pv2TwistRow.KINK_1];
        out[at + 1] = rows()[row() + twist + Pv2TwistRow.KINK_2];
        return at + 2;
    }

    @Override
    protected double angleScale(double frequencyHz) {
        return SingleSpinLanes.scale(rows(), precession(), frequencyHz);
    }

    @Override
    protected void angles(double[] points, int stride, int from, int to, double[][] out) {
        SingleSpinLanes.angles(rows(), precession(), points, stride, from, to, out);
    }
}
