package org.chirpmill.model.phenomx.pnr;

/** The antisymmetric part of the (2, 2) mode, bin by bin, from a block laid out as {@link AntisymmetricRow} says. */
final class AntisymmetricKernel {
    private AntisymmetricKernel() {}

    /**
     * The ratio of the antisymmetric amplitude to the symmetric one.
     *
     * @param rows coefficient rows
     * @param block where the block begins, which has pieces
     * @param f frequency, Hz
     * @param bin its number on the grid, which counts where bins are not equally spaced
     */
    static double ratio(double[] rows, int block, double f, int bin) {
        double perHz = rows[block + AntisymmetricRow.INVERSE_SPACING];
        double from = rows[block + AntisymmetricRow.FIRST];
        double place = perHz > 0 ? (f - from) * perHz : bin - from;
        int piece = piece(rows, block, place);
        double last = rows[block + AntisymmetricRow.EDGES + piece];
        double first = piece > 0 ? rows[block + AntisymmetricRow.EDGES + piece - 1] + 1 : 0;
        double t = (2 * place - first - last) / Math.max(1, last - first);
        int end = block + AntisymmetricRow.COEFFICIENTS + (piece + 1) * AntisymmetricRow.TERMS - 1;
        double ratio = rows[end];
        for (int k = end - 1; k > end - AntisymmetricRow.TERMS; k--) {
            ratio = ratio * t + rows[k];
        }
        return ratio;
    }

    /** The piece with the bin next to a place, or the last. */
    static int piece(double[] rows, int block, double place) {
        int below = 0;
        int left = (int) rows[block + AntisymmetricRow.COUNT] - 1;
        while (left > 0) {
            int half = (left + 1) / 2;
            below = rows[block + AntisymmetricRow.EDGES + below + half - 1] + 0.5 < place ? below + half : below;
            left -= half;
        }
        return below;
    }

    /**
     * The phase of the antisymmetric part, rad.
     *
     * @param rows coefficient rows
     * @param block where the block begins
     * @param f frequency, Hz
     * @param symmetric phase of the symmetric part, rad
     * @param alpha the Euler angle of the (2, 2) mode, rad
     */
    static double phase(double[] rows, int block, double f, double symmetric, double alpha) {
        double phase;
        if (f < rows[block + AntisymmetricRow.JOIN]) {
            phase = 0.5 * symmetric + alpha + rows[block + AntisymmetricRow.LOWER_CONSTANT]
                + rows[block + AntisymmetricRow.LOWER_SLOPE] * f;
        } else {
            phase = symmetric + rows[block + AntisymmetricRow.UPPER_CONSTANT];
        }
        return phase;
    }
}
