package org.chirpmill.model.phenomx;

/**
 * One fit over parameter space: a sum of terms
 *
 * <pre>  (chi_1 - chi_2)^a delta^b eta^(c/2) P(eta, S) / Q(eta, S)</pre>
 *
 * <p>with polynomials P and Q. {@link FitTable} reads them; evaluating allocates nothing.
 */
public final class Fit {
    private final Spin spin;
    private final Term[] terms;

    Fit(Spin spin, Term[] terms) {
        this.spin = spin;
        this.terms = terms;
    }

    /** Which spin is S. */
    enum Spin {
        /** {@link AlignedBinary#chiPN()}. */
        CHI_PN("chiPN"),
        /** {@link AlignedBinary#totalSpin()}. */
        TOTAL_SPIN("totalSpin"),
        /** The remnant's dimensionless spin, the fit's only variable. */
        FINAL_SPIN("finalSpin");

        /** Its name in the tables. */
        final String label;

        Spin(String label) {
            this.label = label;
        }
    }

    /**
     * One term.
     *
     * @param spinDifferencePower a
     * @param deltaPower b
     * @param rootEtaPower c
     * @param numerator P: the coefficient of eta^i S^j is element [j][i]
     * @param denominator Q, likewise
     */
    record Term(
        int spinDifferencePower, int deltaPower, int rootEtaPower, double[][] numerator, double[][] denominator) {

        private double at(double eta, double s, double spinDifference, double delta) {
            double factor = power(spinDifference, spinDifferencePower) * power(delta, deltaPower)
                * power(eta, rootEtaPower / 2);
            if (rootEtaPower % 2 != 0) {
                factor *= rootEtaPower > 0 ? Math.sqrt(eta) : 1 / Math.sqrt(eta);
            }
            return factor * polynomial(numerator, eta, s) / polynomial(denominator, eta, s);
        }
    }

    /** The fit's value for a binary. */
    public double at(AlignedBinary binary) {
        double s = switch (spin) {
            case CHI_PN -> binary.chiPN();
            case TOTAL_SPIN -> binary.totalSpin();
            case FINAL_SPIN -> throw new IllegalStateException("a fit over the final spin knows no binary");
        };
        return sum(binary.eta(), s, binary.spinDifference(), binary.delta());
    }

    /** The value of a fit over the final spin. */
    public double atFinalSpin(double finalSpin) {
        if (spin != Spin.FINAL_SPIN) {
            throw new IllegalStateException("a fit over " + spin.label + " needs a binary");
        }
        return sum(0, finalSpin, 0, 0);
    }

    private double sum(double eta, double s, double spinDifference, double delta) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.at(eta, s, spinDifference, delta);
        }
        return sum;
    }

    private static double polynomial(double[][] coefficients, double eta, double s) {
        double sum = 0;
        for (int j = coefficients.length - 1; j >= 0; j--) {
            double[] row = coefficients[j];
            double inEta = 0;
            for (int i = row.length - 1; i >= 0; i--) {
                inEta = inEta * eta + row[i];
            }
            sum = sum * s + inEta;
        }
        return sum;
    }

    private static double power(double x, int exponent) {
        double power = 1;
        for (int k = Math.abs(exponent); k > 0; k--) {
            power *= x;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
