package org.chirpmill.model.phenomd;

import static java.lang.Math.PI;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;

/**
 * IMRPhenomD's amplitude over its Newtonian part, as a function of x = Mf: arXiv:1508.07253, Section VII and
 * Appendix B. Three pieces, joined smoothly at {@link #JOIN_1} and at the peak.
 */
public final class PhenomDAmplitude {
    /** Mf where the inspiral ends. */
    public static final double JOIN_1 = 0.014;

    private static final double ROOT_OF_JOIN_1 = CubeRoot.of(JOIN_1);
    private static final double ROOT_OF_PI = CubeRoot.of(PI);

    /** a_k of the inspiral, 1 + sum a_k x^(k/3), for k = 0..9. */
    private final double[] inspiral = new double[10];
    private final double[] newton = new double[5];
    private final double ringdown;
    private final double width;
    private final double slope;
    private final double height;
    private final double peak;

    /** The amplitude of a binary and its remnant. */
    public PhenomDAmplitude(AlignedBinary binary, FinalState remnant) {
        double eta = binary.eta();
        double chiPN = binary.chiPN();
        double gamma2 = PhenomDFit.GAMMA_2.at(eta, chiPN);
        ringdown = remnant.ringdown();
        width = PhenomDFit.GAMMA_3.at(eta, chiPN) * remnant.damping();
        slope = gamma2 / width;
        height = PhenomDFit.GAMMA_1.at(eta, chiPN) * width;
        peak = peak(gamma2);
        setInspiral(binary);
        setIntermediate(PhenomDFit.V_2.at(eta, chiPN));
    }

    /** Mf of the amplitude's maximum, where the merger piece begins: Eq. 20. */
    public double peak() {
        return peak;
    }

    /** Mf halfway between the joins. */
    double middle() {
        return JOIN_1 + 0.5 * (peak - JOIN_1);
    }

    /** Writes the row for frequencies in Hz, or in units of 1/M where the mass is 1. */
    public void write(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        for (int k = 2; k <= 9; k++) {
            rows[row + PhenomDRow.INSPIRAL_2 + k - 2] = inspiral[k] * mass.thirds(k);
        }
        rows[row + PhenomDRow.AMPLITUDE_JOIN_1] = JOIN_1 / massSeconds;
        rows[row + PhenomDRow.AMPLITUDE_JOIN_2] = peak / massSeconds;
        rows[row + PhenomDRow.AMPLITUDE_MIDDLE] = middle() / massSeconds;
        double scale = 1;
        for (int k = 0; k < newton.length; k++) {
            rows[row + PhenomDRow.NEWTON_0 + k] = newton[k] * scale;
            scale *= massSeconds;
        }
        rows[row + PhenomDRow.RINGDOWN] = ringdown / massSeconds;
        rows[row + PhenomDRow.RINGDOWN_WIDTH_SQUARED] = width * width / (massSeconds * massSeconds);
        rows[row + PhenomDRow.RINGDOWN_SLOPE] = slope * massSeconds;
        rows[row + PhenomDRow.RINGDOWN_HEIGHT] = height / (massSeconds * massSeconds);
    }

    /** Eq. 20; where gamma2 exceeds 1 the square root is taken as zero, as LALSimulation does. */
    private double peak(double gamma2) {
        double root = gamma2 > 1 ? 0 : Math.sqrt(1 - gamma2 * gamma2);
        return Math.abs(ringdown + width * (root - 1) / gamma2);
    }

    /** Post-Newtonian coefficients, Eqs. B14 to B20, and the three calibrated ones above them. */
    private void setInspiral(AlignedBinary binary) {
        double eta = binary.eta();
        double eta2 = eta * eta;
        double delta = binary.delta();
        double chiS = binary.chiSymmetric();
        double chiA = binary.chiAntisymmetric();
        double root = ROOT_OF_PI;
        inspiral[0] = 1;
        inspiral[2] = (-323.0 / 224 + 451.0 / 168 * eta) * root * root;
        inspiral[3] = (27.0 / 8 * delta * chiA + (27.0 / 8 - 11.0 / 6 * eta) * chiS) * PI;
        inspiral[4] = (-27312085.0 / 8128512 - 1975055.0 / 338688 * eta + 105271.0 / 24192 * eta2
            + (-81.0 / 32 + 8 * eta) * chiA * chiA - 81.0 / 16 * delta * chiA * chiS
            + (-81.0 / 32 + 17.0 / 8 * eta) * chiS * chiS) * PI * root;
        inspiral[5] = (-85 * PI / 64 + 85 * PI / 16 * eta + delta * (285197.0 / 16128 - 1579.0 / 4032 * eta) * chiA
            + (285197.0 / 16128 - 15317.0 / 672 * eta - 2227.0 / 1008 * eta2) * chiS) * PI * root * root;
        inspiral[6] = (-177520268561.0 / 8583708672.0 + (545384828789.0 / 5007163392.0 - 205 * PI * PI / 48) * eta
            - 3248849057.0 / 178827264 * eta2 + 34473079.0 / 6386688 * eta2 * eta
            + (1614569.0 / 64512 - 1873643.0 / 16128 * eta + 2167.0 / 42 * eta2) * chiA * chiA
            + (31 * PI / 12 - 7 * PI / 3 * eta) * chiS
            + (1614569.0 / 64512 - 61391.0 / 1344 * eta + 57451.0 / 4032 * eta2) * chiS * chiS
            + delta * chiA * (31 * PI / 12 + (1614569.0 / 32256 - 165961.0 / 2688 * eta) * chiS)) * PI * PI;
        double chiPN = binary.chiPN();
        inspiral[7] = PhenomDFit.RHO_1.at(eta, chiPN);
        inspiral[8] = PhenomDFit.RHO_2.at(eta, chiPN);
        inspiral[9] = PhenomDFit.RHO_3.at(eta, chiPN);
    }

    /**
     * The quartic through the values and slopes at both joins and the fitted value in the middle (Eqs. 21 to 26), by
     * divided differences on the nodes join 1, join 1, middle, peak, peak.
     */
    private void setIntermediate(double middleValue) {
        double half = middle() - JOIN_1;
        double whole = peak - JOIN_1;
        double start = inspiralStart();
        double end = mergerValue(peak);
        double startSlope = inspiralStartSlope();
        double endSlope = mergerSlope(peak);

        double startToMiddle = (middleValue - start) / half;
        double middleToEnd = (end - middleValue) / (peak - middle());
        double second1 = (startToMiddle - startSlope) / half;
        double second2 = (middleToEnd - startToMiddle) / whole;
        double second3 = (endSlope - middleToEnd) / (peak - middle());
        double third1 = (second2 - second1) / whole;
        double third2 = (second3 - second2) / whole;

        newton[0] = start;
        newton[1] = startSlope;
        newton[2] = second1;
        newton[3] = third1;
        newton[4] = (third2 - third1) / whole;
    }

    /** The inspiral's value at the first join. */
    private double inspiralStart() {
        double sum = 0;
        for (int k = 9; k >= 0; k--) {
            sum = sum * ROOT_OF_JOIN_1 + inspiral[k];
        }
        return sum;
    }

    private double inspiralStartSlope() {
        double sum = 0;
        for (int k = 9; k >= 1; k--) {
            sum = sum * ROOT_OF_JOIN_1 + k / 3.0 * inspiral[k];
        }
        return sum * ROOT_OF_JOIN_1 / JOIN_1;
    }

    /** Eq. 19. */
    private double mergerValue(double x) {
        double away = x - ringdown;
        return height * StrictMath.exp(-slope * away) / (away * away + width * width);
    }

    private double mergerSlope(double x) {
        double away = x - ringdown;
        return -mergerValue(x) * (slope + 2 * away / (away * away + width * width));
    }
}
