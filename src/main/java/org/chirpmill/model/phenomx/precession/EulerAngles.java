package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.ScalarMath;

/**
 * The Euler angles of the orbital angular momentum about J, bin by bin: arXiv:2004.06503, Sec. IV, with the two-spin
 * solution of arXiv:1703.03967 where it holds.
 */
public final class EulerAngles {
    /** Where {@link #at} puts alpha, rad. */
    public static final int ALPHA = 0;
    /** Where {@link #at} puts epsilon = -gamma, rad. */
    public static final int EPSILON = 1;
    /** Where {@link #at} puts cos beta. */
    public static final int COS_BETA = 2;
    /** Where {@link #at} puts cos(beta / 2), not negative. */
    public static final int COS_HALF = 3;
    /** Where {@link #at} puts sin(beta / 2), not negative. */
    public static final int SIN_HALF = 4;
    /** How many doubles {@link #at} writes. */
    public static final int SIZE = 5;

    private EulerAngles() {}

    /**
     * Writes the angles of one bin and m'.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block, laid out as {@link PrecessionRow} says
     * @param cubeRoot cube root of the frequency in Hz
     * @param logarithm natural logarithm of the frequency in Hz
     * @param mPrime the co-precessing mode's |m|, 1 to 4
     * @param out receives {@link #SIZE} numbers
     * @param at where in {@code out}
     */
    public static void at(
            double[] rows, int row, double cubeRoot, double logarithm, int mPrime, double[] out, int at) {
        double v = rows[row + PrecessionRow.VELOCITY_1 + mPrime - 1] * cubeRoot;
        double logV = rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1] + logarithm / 3;
        int table = (int) rows[row + PrecessionRow.TABLE];
        if (table > 0) {
            AngleTableKernel.at(rows, row + table, logV, out, at);
        } else {
            ofVelocity(rows, row, v, logV, out, at);
        }
    }

    /** The same at v = (2 pi M f / m')^(1/3) and its logarithm, without a table. */
    static void ofVelocity(double[] rows, int row, double v, double logV, double[] out, int at) {
        double phi = rows[row + PrecessionRow.ALPHA_CONSTANT] + secularPhi(rows, row, v, logV);
        double zeta = rows[row + PrecessionRow.EPSILON_CONSTANT] + secularZeta(rows, row, v, logV);
        double normOffset = rows[row + PrecessionRow.NORM_OFFSET];
        if (rows[row + PrecessionRow.NUTATES] > 0) {
            double momentum = rows[row + PrecessionRow.ETA] / v;
            double l = rows[row + PrecessionRow.GAP] * momentum;
            double shift = rows[row + PrecessionRow.BASE_SHIFT_0] + rows[row + PrecessionRow.BASE_SHIFT_1] * v;
            NutationCubic.solveRow(rows, row, momentum, shift, out, at);
            double upper = out[at + NutationCubic.UPPER];
            double lower = out[at + NutationCubic.LOWER];
            double spread = l * (upper - lower);
            normOffset += l * upper;
            if (spread >= NutationPhase.LEAST_SPREAD) {
                double span = out[at + NutationCubic.SPAN];
                double psi = rows[row + PrecessionRow.PHASE_0] + (rows[row + PrecessionRow.PHASE_1]
                    + (rows[row + PrecessionRow.PHASE_2] + rows[row + PrecessionRow.PHASE_3] / v) / v) / v;
                double sn = JacobiSine.of(psi, spread / span, out[at + NutationCubic.REST] / span);
                normOffset -= spread * sn * sn;
                NutationAngles.write(rows, row, momentum, shift, upper, lower, span, psi, out, at);
                phi += out[at + NutationAngles.INWARD] + out[at + NutationAngles.OUTWARD];
                zeta += out[at + NutationAngles.INWARD] - out[at + NutationAngles.OUTWARD];
            }
        }
        writeOpening(rows, row, v, normOffset, out, at);
        out[at + ALPHA] = phi;
        out[at + EPSILON] = zeta;
    }

    /** The precession-averaged phi_z, see {@link PhiIntegral}. */
    private static double secularPhi(double[] rows, int row, double v, double logV) {
        double phi = 0;
        if (rows[row + PrecessionRow.CLOSED_FORM] > 0) {
            double eta = rows[row + PrecessionRow.ETA];
            double along = rows[row + PrecessionRow.ALONG] * v;
            double w = rows[row + PrecessionRow.PERP_SQUARED];
            double norm = rows[row + PrecessionRow.NORM];
            double inward = eta + along;
            double k = Math.sqrt(inward * inward + w * v * v);
            double outward = (rows[row + PrecessionRow.ALONG] * eta) / norm + norm * v;
            // log(k + x) where x < 0 would cancel: k^2 - x^2 is known.
            double log1 = ScalarMath.log(inward >= 0 ? k + inward : w * v * v / (k - inward)) - logV;
            double log2 = ScalarMath.log(outward >= 0 ? k + outward : eta * eta * w / (norm * norm * (k - outward)));
            double falling = rows[row + PrecessionRow.PHI_K_MINUS_1]
                + (rows[row + PrecessionRow.PHI_K_MINUS_2] + rows[row + PrecessionRow.PHI_K_MINUS_3] / v) / v;
            phi = k * (falling / v + rows[row + PrecessionRow.PHI_K_0] + rows[row + PrecessionRow.PHI_K_1] * v)
                + rows[row + PrecessionRow.PHI_LOG_1] * log1 + rows[row + PrecessionRow.PHI_LOG_2] * log2;
        } else {
            double rising = 0;
            for (int k = PrecessionRow.PHI_12; k >= PrecessionRow.PHI_1; k--) {
                rising = (rising + rows[row + k]) * v;
            }
            double falling = rows[row + PrecessionRow.PHI_MINUS_1]
                + (rows[row + PrecessionRow.PHI_MINUS_2] + rows[row + PrecessionRow.PHI_MINUS_3] / v) / v;
            phi = falling / v + rows[row + PrecessionRow.PHI_LOG] * logV + rising;
        }
        return phi;
    }

    /** The precession-averaged zeta, arXiv:1703.03967, Eq. F5. */
    private static double secularZeta(double[] rows, int row, double v, double logV) {
        double falling = rows[row + PrecessionRow.ZETA_MINUS_1]
            + (rows[row + PrecessionRow.ZETA_MINUS_2] + rows[row + PrecessionRow.ZETA_MINUS_3] / v) / v;
        return falling / v + rows[row + PrecessionRow.ZETA_LOG] * logV + rows[row + PrecessionRow.ZETA_1] * v;
    }

    /**
     * The angle between J and the post-Newtonian L, with S^2 = its average + normOffset: its cosine is L + the spin
     * along L over J. Where that leaves [-1, 1] it is held there, as in LALSimulation.
     */
    static void writeOpening(double[] rows, int row, double v, double normOffset, double[] out, int at) {
        double series = rows[row + PrecessionRow.MOMENTUM_4]
            + v * (rows[row + PrecessionRow.MOMENTUM_5] + v * rows[row + PrecessionRow.MOMENTUM_6]);
        double momentum = rows[row + PrecessionRow.ETA] / v * (1 + v * v * (rows[row + PrecessionRow.MOMENTUM_2]
            + v * (rows[row + PrecessionRow.MOMENTUM_3] + v * series)));
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double mean = momentum + rows[row + PrecessionRow.ALONG];
        double shift = 0.5 * normOffset / momentum;
        double total = Math.sqrt(mean * mean + w);
        double along = mean - shift;
        // J^2 - along^2, without the difference.
        double acrossSquared = Math.max(0, w + shift * (2 * mean - shift));
        double cosine = Math.max(-1, Math.min(1, along / total));
        double onePlus = 1 + cosine;
        double oneMinus = 1 - cosine;
        if (along >= 0) {
            oneMinus = acrossSquared / (total * (total + along));
        } else {
            onePlus = acrossSquared / (total * (total - along));
        }
        out[at + COS_BETA] = cosine;
        out[at + COS_HALF] = Math.sqrt(onePlus / 2);
        out[at + SIN_HALF] = Math.sqrt(oneMinus / 2);
    }

    /** beta of angles as {@link #at} writes them from 0 on, rad. */
    static double beta(double[] angles) {
        double cosine = angles[COS_HALF];
        return cosine > 0 ? 2 * Arctangent.of(angles[SIN_HALF] / cosine) : Math.PI;
    }
}
