package org.chirpmill.model.phenomx.hm;

/**
 * One bin of each of the higher modes of IMRPhenomXHM's first release, 122019, from coefficients laid out as
 * {@link FirstReleaseRow} says. Each method takes what the method of {@link CoprecessingKernel} with its name does, and
 * does the same; (2, 2) is that class's.
 */
public final class FirstReleaseKernel {
    private FirstReleaseKernel() {}

    /** Adds h_(2,-1). */
    public static void addL2M1(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (CoprecessingKernel.shows(rows, row, CoprecessingRow.L2M1, tables, bins, bin)) {
            FirstModeKernel.add(rows, row + CoprecessingRow.L2M1, row + FirstReleaseRow.L2M1, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(3,-3). */
    public static void addL3M3(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (CoprecessingKernel.shows(rows, row, CoprecessingRow.L3M3, tables, bins, bin)) {
            FirstModeKernel.add(rows, row + CoprecessingRow.L3M3, row + FirstReleaseRow.L3M3, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(3,-2). */
    public static void addL3M2(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (CoprecessingKernel.shows(rows, row, CoprecessingRow.L3M2, tables, bins, bin)) {
            FirstMixedKernel.add(rows, row, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(4,-4). */
    public static void addL4M4(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (CoprecessingKernel.shows(rows, row, CoprecessingRow.L4M4, tables, bins, bin)) {
            FirstModeKernel.add(rows, row + CoprecessingRow.L4M4, row + FirstReleaseRow.L4M4, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }
}
