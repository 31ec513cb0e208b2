package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.precession.ConstantSpinOpening;
import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * alpha and beta of the direction of most emission about J, from inspiral to ringdown: arXiv:2107.08876, Sec. VIII,
 * with what arXiv:2312.10025 adds. Work space of one thread.
 */
final class TunedAngles {
    /** Below this M f no merger is attached to beta. */
    private static final double LEAST_CONNECTION = 0.009;
    /** Nor where beta is this many times its asymptote, 0.1 rad added, at the connection. */
    private static final double MOST_OVER_ASYMPTOTE = 5;
    private static final double ASYMPTOTE_MARGIN = 0.1;
    /** Where the inspiral's beta has fallen to this share of the merger's, the latter is held. */
    private static final double LEAST_SHARE = 0.01;
    private static final double STEP = TunedAlpha.STEP;
    /** From this share of the connection's M f on at the latest beta of the integrated orbit is bridged. */
    private static final double BRIDGED_FROM = 0.9;

    private final TunedAlpha tunedAlpha = new TunedAlpha();
    private final EmissionBeta emission = new EmissionBeta();
    private final ConstantSpinOpening oneSpin = new ConstantSpinOpening();

    private SingleSpin spin;
    private InspiralSource inspiral;
    private MergerBeta mergerBeta;
    private BetaConnection connection;
    private double window;
    private boolean isTuned;
    private boolean hasMergerBeta;
    private boolean holdsMergerBeta;
    /** 1 + RESCALE_1 M f + RESCALE_2 (M f)^2: Eq. 53. */
    private double rescale1;
    private double rescale2;

    private final double[] borders = new double[4];
    private double alpha;
    private double unbound;
    private double beta;

    /**
     * Takes a binary.
     *
     * @param binary the binary, its spins at the reference frequency
     * @param referenceVelocity v = (pi M f)^(1/3) there
     * @param newSpin its effective single spin
     * @param newInspiral its inspiral
     * @param momenta its angular momenta
     * @param massSeconds its total mass, s
     */
    void take(PrecessingBinary binary, double referenceVelocity, SingleSpin newSpin, InspiralSource newInspiral,
            InspiralAngles momenta, double massSeconds) {
        take(binary, referenceVelocity, newSpin, newInspiral, momenta);
        tunedAlpha.take(inspiral, MergerAlpha.of(spin.eta(), spin.chi(), spin), massSeconds);
        mergerBeta = MergerBeta.of(spin.eta(), spin.chi(), spin);
        connection = BetaConnection.of(mergerBeta);
        double place = connection.lower();
        connectBeta(inspiralBeta(place - STEP), inspiralBeta(place), inspiralBeta(place + STEP));
    }

    /**
     * Takes a binary as IMRPhenomXPNR has it.
     *
     * @param binary the binary, its spins at the reference frequency
     * @param referenceVelocity v = (pi M f)^(1/3) there
     * @param newSpin its effective single spin
     * @param source its inspiral
     * @param momenta its angular momenta
     * @param massSeconds its total mass, s
     */
    void take(PrecessingBinary binary, double referenceVelocity, SingleSpin newSpin, SpinTaylorSource source,
            InspiralAngles momenta, double massSeconds) {
        take(binary, referenceVelocity, newSpin, source, momenta);
        MergerAlpha mergerAlpha = MergerAlpha.of(spin.boundEta(), spin.boundChi(), spin);
        source.inspiral().anchor(TunedAlpha.lower(mergerAlpha) - 2 * STEP);
        tunedAlpha.take(inspiral, mergerAlpha, massSeconds);
        mergerBeta = MergerBeta.of(spin.boundEta(), spin.boundChi(), spin);
        connection = BetaConnection.of(mergerBeta);
        bridgeBeta(binary, referenceVelocity, source);
    }

    private void take(PrecessingBinary binary, double referenceVelocity, SingleSpin newSpin,
            InspiralSource newInspiral, InspiralAngles momenta) {
        spin = newSpin;
        inspiral = newInspiral;
        window = spin.window();
        isTuned = !spin.isBeyondTuning();
        emission.take(binary, momenta);
        oneSpin.take(spin.binary(binary), referenceVelocity);
    }

    /** The cubic that brings beta of the integrated orbit to that of one spin, and its connection to merger. */
    private void bridgeBeta(PrecessingBinary binary, double referenceVelocity, SpinTaylorSource source) {
        double place = connection.lower();
        double until = Math.min(source.inspiral().transition(), BRIDGED_FROM * place);
        double start = until - STEP;
        if (!source.reaches(start - 2 * STEP)) {
            start = source.inspiral().first() + 2 * STEP;
        }
        double slope = (betaOf(source, start + STEP) - betaOf(source, start - STEP)) / (2 * STEP);
        double value = betaOf(source, start);
        if (!inspiral.hasTwoSpins()) {
            oneSpin.takeWithConstantNorms(binary, referenceVelocity);
        }
        double vBefore = CubeRoot.of(Math.PI * (place - STEP));
        double v = CubeRoot.of(Math.PI * place);
        double vAfter = CubeRoot.of(Math.PI * (place + STEP));
        double before = oneSpin.at(vBefore);
        double after = oneSpin.at(vAfter);
        source.bridge(until - STEP, start, place, value, slope, (after - before) / (2 * STEP));
        connectBeta(emission.at(vBefore, before), emission.at(v, inspiral.hasTwoSpins() ? oneSpin.at(v) : value),
            emission.at(vAfter, after));
    }

    private static double betaOf(SpinTaylorSource source, double mf) {
        source.moveTo(mf);
        return source.beta();
    }

    /** Eqs. 53 to 55, and whether merger and ringdown are attached; from beta of most emission at three places. */
    private void connectBeta(double before, double atPlace, double after) {
        double place = connection.lower();
        double slope = (after - before) / (2 * STEP);
        double wanted = mergerBeta.at(place);
        double wantedSlope = (mergerBeta.at(place + STEP) - mergerBeta.at(place - STEP)) / (2 * STEP);
        double ratio = wanted / atPlace;
        double ratioSlope = (wantedSlope - ratio * slope) / atPlace;
        rescale1 = zeroForNaN((2 * (ratio - 1) - ratioSlope * place) / place);
        rescale2 = zeroForNaN((ratioSlope * place - (ratio - 1)) / (place * place));
        hasMergerBeta = place >= LEAST_CONNECTION && place != BetaConnection.NEVER && wanted > 0
            && wanted <= MOST_OVER_ASYMPTOTE * (mergerBeta.asymptote() + ASYMPTOTE_MARGIN);
        holdsMergerBeta = inspiral.isMultipleScale() && atPlace < LEAST_SHARE * wanted;
    }

    private static double zeroForNaN(double x) {
        return Double.isNaN(x) ? 0 : x;
    }

    private double inspiralBeta(double mf) {
        inspiral.moveTo(mf);
        double v = CubeRoot.of(Math.PI * mf);
        return emission.at(v, tapered(mf, v, inspiral.betaBeforeTuned()));
    }

    /** Eq. 45: the oscillations of two spins about one fade towards the connection, and are none above it. */
    private double tapered(double mf, double v, double betaOfBoth) {
        if (!inspiral.hasTwoSpins()) {
            return betaOfBoth;
        }
        double betaOfOne = oneSpin.at(v);
        if (mf > connection.lower()) {
            return betaOfOne;
        }
        // The square of the cosine of half the angle.
        double envelope = 0.5 + 0.5 * ScalarMath.cos(Math.PI * mf / connection.lower());
        return betaOfOne + (betaOfBoth - betaOfOne) * envelope;
    }

    /** Evaluates the angles at M f22, f22 the frequency at which the (2, 2) mode has them. */
    void evaluate(double mf) {
        double v = CubeRoot.of(Math.PI * mf);
        evaluate(mf, v, ScalarMath.log(v));
    }

    /** The same where v = (pi M f22)^(1/3) and its logarithm are known. */
    void evaluate(double mf, double v, double logV) {
        inspiral.moveTo(mf, v, logV);
        alpha = alpha(mf);
        unbound = isTuned && hasMergerBeta ? betaWithMerger(mf, v) : emission.at(v, inspiral.beta());
        beta = BetaRange.within(unbound);
    }

    /** alpha alone, rad, but for the same constant. */
    double alphaAt(double mf) {
        inspiral.moveTo(mf);
        return alpha(mf);
    }

    private double alpha(double mf) {
        if (!isTuned || mf <= tunedAlpha.lower()) {
            return inspiral.alpha();
        }
        double tuned = tunedAlpha.at(mf);
        return isBlended() ? window * tuned + (1 - window) * inspiral.alpha() : tuned;
    }

    private boolean isBlended() {
        return window < 1;
    }

    /** How far beta as it would be is within the borders between which it is so, rad, where last evaluated. */
    double margin() {
        return Math.min(unbound, Math.PI - unbound) - BetaRange.BORDER;
    }

    /** Eqs. 60 and 61. */
    private double betaWithMerger(double mf, double v) {
        if (mf > connection.lower()) {
            double tuned = mergerBeta.at(Math.min(mf, connection.upper()));
            return isBlended() ? window * tuned
                + (1 - window) * emission.at(v, tapered(mf, v, inspiral.beta())) : tuned;
        }
        if (holdsMergerBeta && !isBlended()) {
            return mergerBeta.at(connection.lower());
        }
        double ofOrbit = inspiral.betaBeforeTuned();
        double emitted = emission.at(v, tapered(mf, v, ofOrbit));
        double tuned = (1 + mf * (rescale1 + mf * rescale2)) * emitted;
        if (!isBlended()) {
            return tuned;
        }
        double untuned = inspiral.beta();
        return window * tuned
            + (1 - window) * (untuned == ofOrbit ? emitted : emission.at(v, tapered(mf, v, untuned)));
    }

    /**
     * Where the pieces of the tuned angles begin and end, and where beta of the merger alone passes a border between
     * which it is so.
     *
     * @param first lowest log v of interest, v = (pi M f22)^(1/3)
     * @param last the highest
     * @param out receives the places log v within
     * @return how many
     */
    int joins(double first, double last, double[] out) {
        int count = 0;
        if (isTuned) {
            count = insert(tunedAlpha.lower(), first, last, out, count);
            count = insert(tunedAlpha.upper(), first, last, out, count);
        }
        if (isTuned && hasMergerBeta) {
            count = insert(inspiral.bridgeFrom(), first, last, out, count);
            count = insert(connection.lower(), first, last, out, count);
            count = insert(connection.upper(), first, last, out, count);
            if (!isBlended()) {
                double begin = Math.max(first, logV(connection.lower()));
                double end = Math.min(last, logV(connection.upper()));
                mergerBeta.places(BetaRange.BORDER, borders, 0);
                mergerBeta.places(Math.PI - BetaRange.BORDER, borders, 2);
                for (double border : borders) {
                    count = insert(border, begin, end, out, count);
                }
            }
        }
        return count;
    }

    /** The M f up to which passages of borders are not among {@link #joins}. */
    double bordersTo() {
        return isTuned && !isBlended() && hasMergerBeta ? connection.lower() : BetaConnection.NEVER;
    }

    /** The M f up to which the inspiral's alpha shows. */
    double alphaTo() {
        return isTuned && !isBlended() ? tunedAlpha.lower() : BetaConnection.NEVER;
    }

    /** The M f up to which the inspiral's beta shows. */
    double betaTo() {
        return isTuned && !isBlended() && hasMergerBeta ? Math.min(connection.lower(), inspiral.bridgeFrom())
            : BetaConnection.NEVER;
    }

    /** log v of M f. */
    static double logV(double mf) {
        return StrictMath.log(Math.PI * mf) / 3;
    }

    /**
     * Adds a place where it lies between two and there is room.
     *
     * @param mf the place, M f
     * @param first the one, log v
     * @param last the other
     * @param out receives log v of the place
     * @param count how many it holds already
     * @return how many it holds then
     */
    static int insert(double mf, double first, double last, double[] out, int count) {
        double place = logV(mf);
        if (count == out.length || !(place > first && place < last)) {
            return count;
        }
        out[count] = place;
        return count + 1;
    }

    /** alpha, rad, but for a constant, where last evaluated. */
    double alpha() {
        return alpha;
    }

    /** beta, rad, where last evaluated. */
    double beta() {
        return beta;
    }

    /** Where alpha leaves the inspiral, M f; {@link BetaConnection#NEVER} where it does not. */
    double alphaConnection() {
        return tunedAlpha.lower();
    }

    /** Where beta leaves the inspiral, M f; {@link BetaConnection#NEVER} where it does not. */
    double betaConnection() {
        return connection.lower();
    }
}
