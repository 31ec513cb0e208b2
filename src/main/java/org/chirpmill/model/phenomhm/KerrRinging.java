package org.chirpmill.model.phenomhm;

import java.util.EnumMap;
import java.util.Map;

/**
 * How a Kerr black hole rings in a mode without overtone, by the fits of arXiv:1810.03550: polynomials in a map of the
 * spin.
 *
 * @param frequency f of the quasi-normal mode times the hole's mass
 * @param damping the same of its damping
 */
record KerrRinging(double frequency, double damping) {
    private static final double LOG_3 = StrictMath.log(3);

    /** The complex coefficients of M omega, real and imaginary parts by turns, from the constant on. */
    private static final Map<HmMode, double[]> FITS = new EnumMap<>(Map.of(
        HmMode.L2M2, coefficients(1, 0, 1.557847, 2.903124, 1.95097051, 5.920970, 2.09971716, 2.760585,
            1.41094660, 5.914340, 0.41063923, 2.795235),
        HmMode.L2M1, coefficients(0.589113, 0.043525, 0.18896353, 2.289868, 1.15012965, 5.810057,
            6.04585476, 2.741967, 11.12627777, 5.844130, 9.34711461, 2.669372, 3.03838318, 5.791518),
        HmMode.L3M3, coefficients(1.5, 0, 2.095657, 2.964973, 2.46964352, 5.996734, 2.66552551, 2.817591,
            1.75836443, 5.932693, 0.49905688, 2.781658),
        HmMode.L3M2, coefficients(1.022464, 0.004870, 0.24731213, 0.665292, 1.70468239, 3.138283,
            0.94604882, 0.163247, 1.53189884, 5.703573, 2.28052668, 2.685231, 0.92150314, 5.841704),
        HmMode.L4M4, coefficients(2, 0, 2.658908, 3.002787, 2.97825567, 6.050955, 3.21842350, 2.877514,
            2.12764967, 5.989669, 0.60338186, 2.830031),
        HmMode.L4M3, coefficients(1.5, 0, 0.205046, 0.595328, 3.10333396, 3.016200,
            4.23612166, 6.038842, 3.02890198, 2.826239, 0.90843949, 5.915164)));

    /** Of a hole with the given dimensionless spin, at most 1. */
    static KerrRinging of(HmMode mode, double spin) {
        double kappa = StrictMath.pow(StrictMath.log(2 - spin) / LOG_3, 1.0 / (2 + mode.l() - mode.m()));
        double[] fit = FITS.get(mode);
        double real = 0;
        double imaginary = 0;
        for (int at = fit.length - 2; at >= 0; at -= 2) {
            real = real * kappa + fit[at];
            imaginary = imaginary * kappa + fit[at + 1];
        }
        return new KerrRinging(real / (2 * Math.PI), imaginary / (2 * Math.PI));
    }

    /** From moduli and arguments by turns, as the paper gives them. */
    private static double[] coefficients(double... polar) {
        double[] parts = new double[polar.length];
        for (int at = 0; at < polar.length; at += 2) {
            parts[at] = polar[at] * StrictMath.cos(polar[at + 1]);
            parts[at + 1] = polar[at] * StrictMath.sin(polar[at + 1]);
        }
        return parts;
    }
}
