package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.Arctangent;

/**
 * Euler angles from a table that {@link AngleTable} wrote. alpha and epsilon may differ from those that were tabulated
 * by the same number of turns, which no mode notices.
 */
public final class AngleTableKernel {
    private AngleTableKernel() {}

    /**
     * Writes the angles at one velocity; beyond the table's ends, those at its ends.
     *
     * @param rows coefficient rows
     * @param table where the table begins, laid out as {@link AngleTableRow} says
     * @param logV natural logarithm of v = (pi M f22)^(1/3)
     * @param out receives {@link EulerAngles#SIZE} numbers, laid out as {@link EulerAngles} says
     * @param at where in {@code out}
     */
    public static void at(double[] rows, int table, double logV, double[] out, int at) {
        int piece = table + AngleTableRow.piece((int) rows[table + AngleTableRow.ROOM], index(rows, table, logV));
        double u = rows[piece + AngleTableRow.SCALE] * (logV - rows[piece + AngleTableRow.MIDDLE]);
        // Not Math.max, whose care for zeros' signs takes time; NaN stays NaN.
        u = u < -1 ? -1 : u;
        u = u > 1 ? 1 : u;
        int last = piece + AngleTableRow.COEFFICIENTS + AngleTableRow.NODES - 1;
        double phase = rows[last];
        double larger = rows[last + AngleTableRow.NODES];
        double real = rows[last + 2 * AngleTableRow.NODES];
        double imaginary = rows[last + 3 * AngleTableRow.NODES];
        for (int k = last - 1; k > last - AngleTableRow.NODES; k--) {
            phase = phase * u + rows[k];
            larger = larger * u + rows[k + AngleTableRow.NODES];
            real = real * u + rows[k + 2 * AngleTableRow.NODES];
            imaginary = imaginary * u + rows[k + 3 * AngleTableRow.NODES];
        }
        double smaller = Math.sqrt(real * real + imaginary * imaginary);
        double tangent = tangentOfHalf(real, imaginary, smaller);
        double mean = rows[piece + AngleTableRow.MEAN_0] + rows[piece + AngleTableRow.MEAN_1] * u;
        double alpha = mean + 2 * Arctangent.of(tangent);
        double alphaOfEpsilon = alpha;
        if (rows[table + AngleTableRow.APART] > 0) {
            alphaOfEpsilon = mean + apart(rows, piece, u);
        }
        double pole = rows[piece + AngleTableRow.POLE];
        double cosHalf = pole > 0 ? larger : smaller;
        double sinHalf = pole > 0 ? smaller : larger;
        out[at + EulerAngles.ALPHA] = alpha;
        out[at + EulerAngles.EPSILON] = pole * (alphaOfEpsilon - phase);
        out[at + EulerAngles.COS_BETA] = (cosHalf - sinHalf) * (cosHalf + sinHalf);
        out[at + EulerAngles.COS_HALF] = cosHalf;
        out[at + EulerAngles.SIN_HALF] = sinHalf;
    }

    /** What the other alpha adds to its mean. */
    private static double apart(double[] rows, int piece, double u) {
        int last = piece + AngleTableRow.COEFFICIENTS + 5 * AngleTableRow.NODES - 1;
        double real = rows[last];
        double imaginary = rows[last + AngleTableRow.NODES];
        for (int k = last - 1; k > last - AngleTableRow.NODES; k--) {
            real = real * u + rows[k];
            imaginary = imaginary * u + rows[k + AngleTableRow.NODES];
        }
        double tangent = tangentOfHalf(real, imaginary, Math.sqrt(real * real + imaginary * imaginary));
        return 2 * Arctangent.of(tangent);
    }

    /** Of half the angle of (real, imaginary); the least number is for L along J, where it is 0 / 0. */
    private static double tangentOfHalf(double real, double imaginary, double norm) {
        return real < 0 ? (norm - real) / imaginary : imaginary / (norm + real + Double.MIN_NORMAL);
    }

    /** The piece that a velocity falls into. */
    static int index(double[] rows, int table, double logV) {
        int first = table + AngleTableRow.EDGES;
        int below = 0;
        int left = (int) rows[table + AngleTableRow.PIECES] - 1;
        while (left > 0) {
            int half = (left + 1) / 2;
            below = rows[first + below + half] <= logV ? below + half : below;
            left -= half;
        }
        return below;
    }
}
