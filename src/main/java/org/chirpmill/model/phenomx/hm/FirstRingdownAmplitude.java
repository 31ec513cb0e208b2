package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A mode's ringdown amplitude in IMRPhenomXHM's first release, 122019, as a function of x = Mf, of the mixed mode its
 * spheroidal one: a Lorentzian with an exponential decay times x^(-5/4), arXiv:2001.10914, Eq. 6.2.
 *
 * @param height of the Lorentzian's numerator
 * @param rate of the decay, per unit of x
 * @param ringdown its centre
 * @param width half its width
 */
record FirstRingdownAmplitude(double height, double rate, double ringdown, double width) implements AmplitudeCurve {
    private static final double POWER = 5.0 / 4;
    /** What a ringdown has at its start of the inspiral's last amplitude where its own height is not to be trusted. */
    private static final double SHARE_OF_INSPIRAL = 0.9;

    /** As it is fitted. */
    static FirstRingdownAmplitude of(Quadrupole quadrupole, ModeLandmarks landmarks) {
        AlignedBinary binary = quadrupole.binary();
        FirstFits fits = FirstFits.of(landmarks.mode());
        double width = landmarks.damping() * fits.width().at(binary);
        return new FirstRingdownAmplitude(quadrupole.newtonian() * Math.abs(fits.height().at(binary)) * width,
            fits.slope().at(binary) / width, landmarks.ringdown(), width);
    }

    /**
     * The same with a height that follows from the inspiral.
     *
     * @param inspiral the inspiral's amplitude where it ends, times x^(7/6) there
     * @param start where the ringdown begins
     */
    FirstRingdownAmplitude following(double inspiral, double start) {
        double scale = SHARE_OF_INSPIRAL * Math.abs(inspiral / (at(start) * start * Math.sqrt(CubeRoot.of(start))));
        return new FirstRingdownAmplitude(scale * height, rate, ringdown, width);
    }

    @Override
    public double at(double x) {
        double away = x - ringdown;
        return height * StrictMath.exp(-rate * away) / ((away * away + width * width) * x * Math.sqrt(Math.sqrt(x)));
    }

    @Override
    public double slope(double x) {
        return at(x) * logarithmicSlope(x);
    }

    @Override
    public double curvature(double x) {
        double slope = logarithmicSlope(x);
        double away = x - ringdown;
        double square = away * away + width * width;
        double turn = 2 * (away - width) * (away + width) / (square * square) + POWER / (x * x);
        return at(x) * (slope * slope + turn);
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        rows[row + ModeRow.RINGDOWN] = ringdown / massSeconds;
        rows[row + ModeRow.LORENTZIAN_HEIGHT] =
            height / (massSeconds * massSeconds * massSeconds * Math.sqrt(Math.sqrt(massSeconds)));
        rows[row + ModeRow.LORENTZIAN_SLOPE] = rate * massSeconds;
        rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED] = width * width / (massSeconds * massSeconds);
    }

    private double logarithmicSlope(double x) {
        double away = x - ringdown;
        return -rate - 2 * away / (away * away + width * width) - POWER / x;
    }
}
