package org.chirpmill.model.phenomd;

import static java.lang.Math.PI;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.ThirdsSeries;
import org.chirpmill.model.taylorf2.PostNewtonianPhasing;

/**
 * IMRPhenomD's phase as a function of x = Mf: arXiv:1508.07253, Section VIII. Three pieces; the second and third get
 * a constant and a linear term each that make value and slope continuous at the joins.
 */
public final class PhenomDPhase {
    /** Mf where the inspiral ends. */
    public static final double JOIN_1 = 0.018;

    private static final double ROOT_OF_JOIN_1 = CubeRoot.of(JOIN_1);
    private static final double LOG_OF_JOIN_1 = StrictMath.log(JOIN_1);
    private static final double LOG_PI = StrictMath.log(PI);

    private final double etaInverse;
    private final double ringdown;
    private final double damping;
    private final ThirdsSeries inspiral;
    private final double[] beta;
    private final double[] alpha;
    private final double join2;
    private double intermediateConstant;
    private double intermediateLinear;
    private double mergerConstant;
    private double mergerLinear;

    /** The phase of black holes and their remnant. */
    public PhenomDPhase(AlignedBinary binary, FinalState remnant) {
        this(binary, remnant, 0, 0);
    }

    /** The same where tides deform the bodies, for the quadrupoles that their spins give them; without tides. */
    public PhenomDPhase(AlignedBinary binary, FinalState remnant, double lambdaOne, double lambdaTwo) {
        double eta = binary.eta();
        double chiPN = binary.chiPN();
        etaInverse = 1 / eta;
        ringdown = remnant.ringdown();
        damping = remnant.damping();
        join2 = 0.5 * ringdown;
        inspiral = ThirdsSeries.ofZeros(6);
        beta = new double[] {PhenomDFit.BETA_1.at(eta, chiPN), PhenomDFit.BETA_2.at(eta, chiPN),
            PhenomDFit.BETA_3.at(eta, chiPN)};
        alpha = new double[] {PhenomDFit.ALPHA_1.at(eta, chiPN), PhenomDFit.ALPHA_2.at(eta, chiPN),
            PhenomDFit.ALPHA_3.at(eta, chiPN), PhenomDFit.ALPHA_4.at(eta, chiPN), PhenomDFit.ALPHA_5.at(eta, chiPN)};
        setInspiral(binary, lambdaOne, lambdaTwo);
        join();
    }

    private PhenomDPhase(PhenomDPhase of, double width, double[] alpha) {
        etaInverse = of.etaInverse;
        ringdown = of.ringdown;
        damping = width;
        join2 = of.join2;
        inspiral = of.inspiral;
        beta = of.beta;
        this.alpha = alpha;
        join();
    }

    /**
     * This phase with the ringdown of another mode, as a function of this mode's frequencies: the arctangent is as wide
     * as the other mode's damping makes it there, and as high as it leaves the delay on the Lorentzian's wings alone
     * (arXiv:1708.00404).
     *
     * @param frequencyRatio the (2, 2) mode's ringdown frequency over the other mode's
     * @param dampingRatio the other mode's damping frequency over that of (2, 2)
     */
    public PhenomDPhase ringingAs(double frequencyRatio, double dampingRatio) {
        double[] scaled = alpha.clone();
        scaled[3] *= frequencyRatio;
        return new PhenomDPhase(this, damping * frequencyRatio * dampingRatio, scaled);
    }

    /** d phase / d x of the bare merger piece: at the amplitude's peak this is the time that aligns it with t = 0. */
    public double mergerSlope(double x) {
        double away = (x - alpha[4] * ringdown) / damping;
        return etaInverse * (alpha[0] + alpha[1] / (x * x) + alpha[2] / Math.sqrt(Math.sqrt(x))
            + alpha[3] / (damping * (1 + away * away)));
    }

    /** The phase at x, rad, before any alignment. */
    public double at(double x) {
        double phase;
        if (x < JOIN_1) {
            phase = inspiral.at(x);
        } else if (x < join2) {
            phase = intermediate(x, StrictMath.log(x)) + intermediateConstant + intermediateLinear * x;
        } else {
            phase = merger(x) + mergerConstant + mergerLinear * x;
        }
        return phase;
    }

    /**
     * Writes the row for frequencies in Hz, or in units of 1/M where the mass is 1: its phase is that of exp(i phase),
     * so minus this one.
     *
     * @param mass the total mass
     * @param time the linear term to subtract, rad per unit of x
     * @param constant the constant to subtract, rad
     */
    public void write(double[] rows, int row, MassScale mass, double time, double constant) {
        double massSeconds = mass.seconds();
        writeInspiral(rows, row, mass);
        rows[row + PhenomDRow.PHASE_0] += constant;
        rows[row + PhenomDRow.PHASE_3] += time * massSeconds;

        rows[row + PhenomDRow.PHASE_JOIN_1] = JOIN_1 / massSeconds;
        rows[row + PhenomDRow.PHASE_JOIN_2] = join2 / massSeconds;
        rows[row + PhenomDRow.INTERMEDIATE_CONSTANT] =
            -(intermediateConstant + etaInverse * beta[1] * mass.logarithm() - constant);
        rows[row + PhenomDRow.INTERMEDIATE_LINEAR] = -(intermediateLinear + etaInverse * beta[0] - time) * massSeconds;
        rows[row + PhenomDRow.INTERMEDIATE_CUBIC] =
            etaInverse * beta[2] / (3 * massSeconds * massSeconds * massSeconds);
        rows[row + PhenomDRow.INTERMEDIATE_LOG] = -etaInverse * beta[1];

        rows[row + PhenomDRow.MERGER_CONSTANT] = constant - mergerConstant;
        rows[row + PhenomDRow.MERGER_LINEAR] = -(mergerLinear + etaInverse * alpha[0] - time) * massSeconds;
        rows[row + PhenomDRow.MERGER_INVERSE] = etaInverse * alpha[1] / massSeconds;
        double fourthRoot = Math.sqrt(Math.sqrt(massSeconds));
        rows[row + PhenomDRow.MERGER_POWER] =
            -etaInverse * 4 / 3 * alpha[2] * fourthRoot * fourthRoot * fourthRoot;
        rows[row + PhenomDRow.MERGER_ARCTAN] = -etaInverse * alpha[3];
        rows[row + PhenomDRow.MERGER_CENTRE] = alpha[4] * ringdown / massSeconds;
        rows[row + PhenomDRow.MERGER_INVERSE_DAMPING] = massSeconds / damping;
    }

    private void writeInspiral(double[] rows, int row, MassScale mass) {
        rows[row + PhenomDRow.PHASE_MINUS_5] = -inspiral.power(-5) * mass.thirds(-5);
        for (int k = -3; k <= 6; k++) {
            rows[row + PhenomDRow.PHASE_0 + k] =
                -(inspiral.power(k) + inspiral.logarithm(k) * mass.logarithm()) * mass.thirds(k);
        }
        rows[row + PhenomDRow.LOG_0] = -inspiral.logarithm(0);
        rows[row + PhenomDRow.LOG_1] = -inspiral.logarithm(1) * mass.thirds(1);
    }

    /** Eqs. 27 and 28: TaylorF2 in v = (pi x)^(1/3), and four calibrated terms. */
    private void setInspiral(AlignedBinary binary, double lambdaOne, double lambdaTwo) {
        PostNewtonianPhasing series = PostNewtonianPhasing.throughSpinOrbit(
            binary.massOne(), binary.massTwo(), binary.chiOne(), binary.chiTwo(), lambdaOne, lambdaTwo);
        for (int order = 0; order <= 7; order++) {
            double log = series.logCoefficient(order) / 3;
            double scale = Thirds.ofPi(order - 5);
            inspiral.add(order - 5, (series.coefficient(order) + log * LOG_PI) * scale, log * scale);
        }
        double eta = binary.eta();
        double chiPN = binary.chiPN();
        inspiral.add(0, -PI / 4, 0);
        inspiral.add(3, etaInverse * PhenomDFit.SIGMA_1.at(eta, chiPN), 0);
        inspiral.add(4, etaInverse * PhenomDFit.SIGMA_2.at(eta, chiPN) * 3 / 4, 0);
        inspiral.add(5, etaInverse * PhenomDFit.SIGMA_3.at(eta, chiPN) * 3 / 5, 0);
        inspiral.add(6, etaInverse * PhenomDFit.SIGMA_4.at(eta, chiPN) / 2, 0);
    }

    private void join() {
        ThirdsSeries.Point before = inspiral.point(JOIN_1, ROOT_OF_JOIN_1, LOG_OF_JOIN_1);
        intermediateLinear = before.slope() - intermediateSlope(JOIN_1);
        intermediateConstant = before.value() - intermediate(JOIN_1, LOG_OF_JOIN_1) - intermediateLinear * JOIN_1;
        mergerLinear = intermediateSlope(join2) + intermediateLinear - mergerSlope(join2);
        mergerConstant = intermediate(join2, StrictMath.log(join2)) + intermediateConstant + intermediateLinear * join2
            - merger(join2) - mergerLinear * join2;
    }

    /** Eq. 16, integrated. */
    private double intermediate(double x, double logX) {
        return etaInverse * (beta[0] * x - beta[2] / (3 * x * x * x) + beta[1] * logX);
    }

    private double intermediateSlope(double x) {
        double x2 = x * x;
        return etaInverse * (beta[0] + beta[2] / (x2 * x2) + beta[1] / x);
    }

    /** Eq. 14, integrated. */
    private double merger(double x) {
        double root = Math.sqrt(Math.sqrt(x));
        return etaInverse * (alpha[0] * x - alpha[1] / x + 4.0 / 3 * alpha[2] * root * root * root
            + alpha[3] * Arctangent.of((x - alpha[4] * ringdown) / damping));
    }
}
