package org.chirpmill.model.phenomx.pnr;

import java.util.Map;

/**
 * The fits of the merger-ringdown angles over single-spin binaries, arXiv:2107.08876, Sec. VIII: polynomials in eta,
 * chi and cos theta. What each stands for, and its coefficients, are in {@code angle-fits.txt}.
 */
enum AngleFit {
    A1, A2, A3, A4, B0, B1, B2, B3, B4, B5,
    /** Of beta in the ringdown; {@link SingleSpin#ringdownBeta}. */
    BF;

    private final SingleSpinPolynomial fit = Table.FITS.get(name());

    /**
     * The fit's value.
     *
     * @param eta symmetric mass ratio
     * @param chi dimensionless magnitude of the effective single spin
     * @param cosTheta cosine of its tilt
     */
    double at(double eta, double chi, double cosTheta) {
        return fit.at(eta, chi, cosTheta);
    }

    /** Loads before the constants, which a static field of the enum would not. */
    private static final class Table {
        private static final int POWERS_OF_CHI = 4;
        private static final int POWERS_OF_COSINE = 5;
        static final Map<String, SingleSpinPolynomial> FITS =
            SingleSpinPolynomial.read("angle-fits.txt", POWERS_OF_CHI, POWERS_OF_COSINE);
    }
}
