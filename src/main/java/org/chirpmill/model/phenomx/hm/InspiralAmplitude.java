package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;

/**
 * A mode's inspiral amplitude as a function of x = Mf: arXiv:2001.10914, Sec. IV A, with the nodes of release 122022.
 * The post-Newtonian one and three calibrated terms, x^(7/3), x^(8/3) and x^3, times x^(-7/6).
 */
final class InspiralAmplitude {
    /** The nodes, as shares of the end of the inspiral. */
    private static final double[] SHARES = {0.5, 0.75, 1};
    private static final double[] SHARE_ROOTS = {CubeRoot.of(0.5), CubeRoot.of(0.75), 1};
    private static final FixedNodes NODES = FixedNodes.at(SHARE_ROOTS);

    private final PostNewtonianAmplitude series;
    private final double newtonian;
    private final double end;
    /** The cube root of the end of the inspiral. */
    private final double endRoot;
    private final double[] values = new double[SHARES.length];
    /** The calibrated terms over newtonian: of t^(7 + k), t the cube root of x over the end of the inspiral. */
    private final double[] calibrated;

    /**
     * The amplitude of one mode.
     *
     * @param quadrupole the binary
     * @param landmarks the mode's
     */
    InspiralAmplitude(Quadrupole quadrupole, ModeLandmarks landmarks) {
        series = new PostNewtonianAmplitude(landmarks.mode(), quadrupole.binary());
        newtonian = quadrupole.newtonian();
        end = landmarks.amplitudeJoin1();
        endRoot = landmarks.amplitudeRoot1();
        ModeFits fits = ModeFits.of(landmarks.mode());
        double[] bracket = new double[SHARES.length];
        for (int i = 0; i < SHARES.length; i++) {
            values[i] = Math.abs(fits.inspiralAmplitude()[i].at(quadrupole.binary()));
            double root = SHARE_ROOTS[i] * endRoot;
            double rest = values[i] / (newtonian * slopeFactor(root)) - series.modulus(root);
            bracket[i] = rest / (SHARES[i] * SHARES[i] * SHARE_ROOTS[i]);
        }
        calibrated = NODES.monomials(bracket);
    }

    /** The amplitude and its derivative by x where the inspiral ends. */
    IntermediateAmplitude.End end() {
        double factor = newtonian * slopeFactor(endRoot);
        double value = factor * (series.modulus(endRoot) + sum(1));
        double byRoot = series.modulusSlope(endRoot) + (7 * sum(1) + sumSlope(1)) / endRoot;
        double square = endRoot * endRoot;
        return new IntermediateAmplitude.End(value, factor * byRoot / (3 * square) - 7.0 / 6 * value / end);
    }

    /** The calibrated values at the nodes. */
    double[] values() {
        return values;
    }

    /** The calibrated terms as LALSimulation counts them, in units of the (2, 2) amplitude of this orbit. */
    double[] calibrated() {
        return calibrated;
    }

    PostNewtonianAmplitude series() {
        return series;
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        double scale = newtonian * mass.minusSevenSixths();
        for (int k = 1; k <= PostNewtonianAmplitude.HIGHEST; k++) {
            double power = scale * mass.thirds(k);
            rows[row + ModeRow.REAL_1 + k - 1] = power * series.real(k);
            if (k >= 4) {
                rows[row + ModeRow.IMAGINARY_4 + k - 4] = power * series.imaginary(k);
            }
        }
        double endInHz = endRoot / mass.thirds(1);
        double power = scale / (sixth(endInHz) * endInHz);
        for (int k = 0; k < calibrated.length; k++) {
            rows[row + ModeRow.CALIBRATED_7 + k] = power * calibrated[k];
            power /= endInHz;
        }
    }

    private double sum(double t) {
        return calibrated[0] + t * (calibrated[1] + t * calibrated[2]);
    }

    private double sumSlope(double t) {
        return calibrated[1] + 2 * t * calibrated[2];
    }

    private static double sixth(double t) {
        double cube = t * t * t;
        return cube * cube;
    }

    /** x^(-7/6) at x = root^3. */
    private static double slopeFactor(double root) {
        double x = root * root * root;
        return 1 / (x * Math.sqrt(root));
    }
}
