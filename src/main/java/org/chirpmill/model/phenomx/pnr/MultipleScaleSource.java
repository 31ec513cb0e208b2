package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;

/** The inspiral of IMRPhenomXO4a: two-spin angles by multiple-scale analysis, or single-spin ones where these fail. */
final class MultipleScaleSource implements InspiralSource {
    /** A second spin smaller than this does not count, as in LALSimulation. */
    private static final double LEAST_SECOND_SPIN = 1e-3;

    private final InspiralAngles angles = new InspiralAngles();
    private boolean hasTwoSpins;
    private double place;
    private double logPlace;
    private boolean isEvaluated;

    /** Takes a binary whose spins are given at v = (pi M f)^(1/3). */
    void take(PrecessingBinary binary, double referenceVelocity, Precession.Angles wanted) {
        angles.take(binary, referenceVelocity, wanted);
        isEvaluated = false;
        hasTwoSpins = angles.isTwoSpin() && showsTwoSpins(binary);
    }

    /** Whether both bodies spin enough. */
    static boolean showsTwoSpins(PrecessingBinary binary) {
        double one = binary.chiOneX() * binary.chiOneX() + binary.chiOneY() * binary.chiOneY()
            + binary.chiOneZ() * binary.chiOneZ();
        double two = binary.chiTwoX() * binary.chiTwoX() + binary.chiTwoY() * binary.chiTwoY()
            + binary.chiTwoZ() * binary.chiTwoZ();
        return one != 0 && Math.sqrt(two) >= LEAST_SECOND_SPIN;
    }

    /** The angular momenta that go with the angles. */
    InspiralAngles angles() {
        return angles;
    }

    @Override
    public boolean hasTwoSpins() {
        return hasTwoSpins;
    }

    @Override
    public boolean isMultipleScale() {
        return angles.isTwoSpin();
    }

    @Override
    public double bridgeFrom() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean reaches(double mf) {
        return mf >= 0;
    }

    @Override
    public void moveTo(double mf, double v, double logV) {
        place = v;
        logPlace = logV;
        isEvaluated = false;
    }

    private InspiralAngles evaluated() {
        if (!isEvaluated) {
            angles.evaluate(place, logPlace);
            isEvaluated = true;
        }
        return angles;
    }

    @Override
    public double alpha() {
        return evaluated().alpha();
    }

    @Override
    public double beta() {
        return evaluated().beta();
    }

    @Override
    public double betaBeforeTuned() {
        return beta();
    }
}
