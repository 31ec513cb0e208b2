package org.chirpmill.model.phenomx.precession;

/** Euler angles from a table that {@link AngleTable} wrote. */
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
        double alpha = rows[last];
        double epsilon = rows[last + AngleTableRow.NODES];
        double cosHalf = rows[last + 2 * AngleTableRow.NODES];
        double sinHalf = rows[last + 3 * AngleTableRow.NODES];
        for (int k = last - 1; k > last - AngleTableRow.NODES; k--) {
            alpha = alpha * u + rows[k];
            epsilon = epsilon * u + rows[k + AngleTableRow.NODES];
            cosHalf = cosHalf * u + rows[k + 2 * AngleTableRow.NODES];
            sinHalf = sinHalf * u + rows[k + 3 * AngleTableRow.NODES];
        }
        out[at + EulerAngles.ALPHA] = alpha;
        out[at + EulerAngles.EPSILON] = epsilon;
        out[at + EulerAngles.COS_BETA] = (cosHalf - sinHalf) * (cosHalf + sinHalf);
        out[at + EulerAngles.COS_HALF] = cosHalf;
        out[at + EulerAngles.SIN_HALF] = sinHalf;
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
