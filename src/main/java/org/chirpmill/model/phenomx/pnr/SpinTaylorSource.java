package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.spintaylor.ContinuedInspiral;

/**
 * The inspiral of IMRPhenomXPNR: angles of the integrated orbit. Before the tuned beta begins, beta runs into a cubic
 * in M f, LALSimulation's version 330.
 */
final class SpinTaylorSource implements InspiralSource {
    private final ContinuedInspiral inspiral;
    private boolean hasTwoSpins;
    private double bridgeFrom;
    private double bridgeStart;
    private double bridgeEnd;
    private double value;
    private double startSlope;
    private double endSlope;
    private double place;

    SpinTaylorSource(ContinuedInspiral inspiral) {
        this.inspiral = inspiral;
    }

    /** Takes the inspiral as it was just continued. */
    void take(PrecessingBinary binary) {
        hasTwoSpins = MultipleScaleSource.showsTwoSpins(binary);
        bridgeFrom = Double.POSITIVE_INFINITY;
    }

    /**
     * Bridges beta. LALSimulation has it end at the value with which it begins.
     *
     * @param from from which M f on the bridge is beta
     * @param start where it has the inspiral's value and slope
     * @param end where it has a given slope
     * @param newValue beta at the start, rad
     * @param newStartSlope slope there
     * @param newEndSlope slope at the end
     */
    void bridge(double from, double start, double end, double newValue, double newStartSlope, double newEndSlope) {
        bridgeFrom = from;
        bridgeStart = start;
        bridgeEnd = end;
        value = newValue;
        startSlope = newStartSlope;
        endSlope = newEndSlope;
    }

    @Override
    public double bridgeFrom() {
        return bridgeFrom;
    }

    /** The inspiral itself. */
    ContinuedInspiral inspiral() {
        return inspiral;
    }

    @Override
    public boolean hasTwoSpins() {
        return hasTwoSpins;
    }

    @Override
    public boolean isMultipleScale() {
        return false;
    }

    @Override
    public boolean reaches(double mf) {
        return inspiral.isSampledFrom(mf);
    }

    @Override
    public void moveTo(double mf, double v, double logV) {
        place = mf;
        inspiral.moveTo(mf, v);
    }

    @Override
    public double alpha() {
        return inspiral.alpha();
    }

    @Override
    public double beta() {
        return inspiral.beta();
    }

    @Override
    public double betaBeforeTuned() {
        if (place < bridgeFrom) {
            return inspiral.beta();
        }
        double length = bridgeEnd - bridgeStart;
        double t = (place - bridgeStart) / length;
        double rest = 1 - t;
        return value + length * t * rest * (rest * startSlope - t * endSlope);
    }
}
