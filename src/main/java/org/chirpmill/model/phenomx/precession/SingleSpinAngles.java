package org.chirpmill.model.phenomx.precession;

import static java.lang.Math.PI;

/**
 * The next-to-next-to-leading order angles of one effective spin, arXiv:2004.06503, Appendix G, for rows whose
 * two-spin expansion fails: both angles as sum of c_n v^n, n = -3, -2, -1, log v, 1, with v^3 = pi M f.
 */
final class SingleSpinAngles {
    private SingleSpinAngles() {}

    static void write(PrecessingBinary binary, double[] rows, int offset) {
        double eta = binary.eta();
        double m = binary.massOne();
        double d = binary.delta();
        double m2 = m * m;
        double m4 = m2 * m2;
        double chi = binary.chiEffective() / binary.massOne();
        double chiSquared = chi * chi;
        double perp = binary.chiP() * binary.chiP();

        double third = -35.0 / 192 + 5 * d / (64 * m);
        double second = chi * m * (15 * d - 35 * m) / (128 * eta);
        double first = -5515.0 / 3072 + 4555 * d / (7168 * m)
            + eta * (-515.0 / 384 - 15 * d * d / (256 * m2) + 175 * d / (256 * m));
        double log = chi * (5 * d * d / 16 - 5 * d * m / 3 + 2545 * m2 / 1152
            + m * (2995 * m / 9216 - 2035 * d / 21504) / eta) - 35 * PI / 48 + 5 * d * PI / (16 * m);
        double linear = linearTerm(eta, d, m, chi);

        double perpFirst = perp * m2 * m * (15 * d - 35 * m) / (128 * eta * eta);
        double perpLog = chi * perp * m4 * m * (5 * d / 128 - 35 * m / 384) / (eta * eta * eta);
        double perpLinear = 5 * perp * (2268 * d * d * eta * eta * eta * 336 * m4 * m
            + 7 * m2 * m * (143640 * eta * eta * m4 - 127008 * (perp - 4 * chiSquared) * m4 * m4
                + 6048 * 115 * eta * eta * eta * m4)
            + 3 * d * m2 * (146664 * eta * eta * m4 + 127008 * (perp - 4 * chiSquared) * m4 * m4
                - 42336 * 29 * eta * eta * eta * m4)) / (6.5028096e7 * eta * eta * eta * eta * m2 * m);

        rows[offset + PrecessionRow.PHI_MINUS_3] = third;
        rows[offset + PrecessionRow.PHI_MINUS_2] = second;
        rows[offset + PrecessionRow.PHI_MINUS_1] = first + perpFirst;
        rows[offset + PrecessionRow.PHI_LOG] = 3 * (log + perpLog);
        rows[offset + PrecessionRow.PHI_1] = linear + perpLinear;
        rows[offset + PrecessionRow.ZETA_MINUS_3] = third;
        rows[offset + PrecessionRow.ZETA_MINUS_2] = second;
        rows[offset + PrecessionRow.ZETA_MINUS_1] = first;
        rows[offset + PrecessionRow.ZETA_LOG] = 3 * log;
        rows[offset + PrecessionRow.ZETA_1] = linear;
    }

    /** The coefficient of v without in-plane spins. */
    private static double linearTerm(double eta, double d, double m, double chi) {
        double m2 = m * m;
        double spin = chi * m2;
        double sum = -190512 * d * d * d * eta * eta * eta
            + 2268 * d * d * m * (eta * eta * (323 + 784 * eta) + 8400 * spin * spin)
            - 3 * d * m2 * (eta * (5579177 + 504 * eta * (7630 * eta - 159)) + 254016 * spin * (121 * spin - 16 * PI))
            + 7 * m2 * m * (eta * (8024297 + 36 * eta * (23817 + 85568 * eta))
                + 338688 * spin * (47 * spin - 12 * PI));
        return 5 * sum / (6.5028096e7 * eta * m2 * m);
    }
}
