package org.chirpmill.model.phenomx.precession;

/**
 * The secular phi_z = sum of r_n I_n with I_n the integral of |J| v^(n-3) dv, n = 0..4: arXiv:1703.03967, Eqs. D22 to
 * D26. With K = v |J| = sqrt(eta^2 + 2 eta s v + S^2 v^2), S^2 the average norm and s the total spin's average part
 * along the orbital angular momentum, all are K times a polynomial plus two logarithms. That form divides by powers of
 * S; where S v / eta stays small it gives way to the power series of K.
 */
final class PhiIntegral {
    /** Highest v of any bin and m': M f below 0.34 at m' = 1. */
    private static final double HIGHEST_VELOCITY = 1.29;
    /** Up to this S v / eta the series' first neglected term is below 1e-16. */
    private static final double SMALL_SPIN = 0.05;
    private static final int TERMS = 12;

    private PhiIntegral() {}

    static void write(double[] rates, double eta, SpinNutation nutation, double[] rows, int offset) {
        double spin = Math.sqrt(nutation.normSquared());
        if (spin * HIGHEST_VELOCITY <= SMALL_SPIN * eta) {
            rows[offset + PrecessionRow.CLOSED_FORM] = 0;
            writeSeries(rates, eta, spin, nutation.along(), rows, offset);
        } else {
            rows[offset + PrecessionRow.CLOSED_FORM] = 1;
            writeClosedForm(rates, eta, spin, nutation, rows, offset);
        }
    }

    /** Integrates eta sum_k p_k (S v / eta)^k v^(n-4), where sqrt(1 + 2 mu z + z^2) = sum_k p_k z^k. */
    private static void writeSeries(
            double[] rates, double eta, double spin, double along, double[] rows, int offset) {
        double mu = spin > 0 ? along / spin : 0;
        double z = spin / eta;
        double previous = 0;
        double coefficient = 1;
        double power = eta;
        for (int k = 0; k < TERMS; k++) {
            for (int n = 0; n < rates.length; n++) {
                int exponent = k + n - 3;
                rows[offset + PrecessionRow.PHI_LOG + exponent] +=
                    rates[n] * coefficient * power / (exponent == 0 ? 1 : exponent);
            }
            double next = ((1 - 2 * k) * mu * coefficient - (k - 2) * previous) / (k + 1);
            previous = coefficient;
            coefficient = next;
            power *= z;
        }
    }

    private static void writeClosedForm(
            double[] rates, double eta, double spin, SpinNutation nutation, double[] rows, int offset) {
        double along = nutation.along();
        double w = nutation.perpSquared();
        double square = nutation.normSquared();
        double tilt = along / eta;
        rows[offset + PrecessionRow.PHI_K_MINUS_3] = -rates[0] / 3;
        rows[offset + PrecessionRow.PHI_K_MINUS_2] = -rates[0] * tilt / 6 - rates[1] / 2;
        rows[offset + PrecessionRow.PHI_K_MINUS_1] =
            rates[0] * (tilt * tilt / 2 - square / (3 * eta * eta)) - rates[1] * tilt / 2 - rates[2];
        rows[offset + PrecessionRow.PHI_K_0] = rates[3] + rates[4] * eta * along / (2 * square);
        rows[offset + PrecessionRow.PHI_K_1] = rates[4] / 2;
        rows[offset + PrecessionRow.PHI_LOG_1] =
            rates[0] * along * w / (2 * eta * eta) - rates[1] * w / (2 * eta) - rates[2] * along - rates[3] * eta;
        rows[offset + PrecessionRow.PHI_LOG_2] =
            rates[2] * spin + rates[3] * eta * along / spin + rates[4] * eta * eta * w / (2 * square * spin);
    }
}
