package org.chirpmill.model.phenomx.pnr;

import java.util.Map;

/**
 * The fits of what the (2, 2) mode deviates by in the co-precessing frame: polynomials in the symmetric mass ratio and
 * the effective single spin, arXiv:2312.10025, Sec. V. What each is, and from where, is in {@code deviation-fits.txt}.
 */
enum DeviationFit {
    PEAK_AMPLITUDE, RINGDOWN_WIDTH, INVERSE_AMPLITUDE, LORENTZIAN, RINGDOWN, DAMPING, INTERMEDIATE_INVERSE,
    INTERMEDIATE_FOURTH;

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
        private static final int POWERS_OF_CHI = 3;
        private static final int POWERS_OF_COSINE = 4;
        static final Map<String, SingleSpinPolynomial> FITS =
            SingleSpinPolynomial.read("deviation-fits.txt", POWERS_OF_CHI, POWERS_OF_COSINE);
    }
}
