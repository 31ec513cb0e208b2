package org.chirpmill.model.phenomx;

import java.util.Arrays;
import java.util.List;

/**
 * A fit as a table has it.
 *
 * @param name its name
 * @param spin which spin is S
 * @param terms what it is the sum of
 */
record FitDefinition(String name, Spin spin, List<FitTerm> terms) {
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

    boolean isOverBinaries() {
        return spin != Spin.FINAL_SPIN;
    }

    /** The fit over the final spin, which is one quotient whose coefficients do not depend on eta. */
    Fit overFinalSpin() {
        FitTerm quotient = terms.getFirst();
        double[] divisor = quotient.isQuotient() ? constants(quotient.denominator()) : new double[] {1};
        return Fit.overFinalSpin(constants(quotient.numerator()), divisor);
    }

    private static double[] constants(double[][] polynomial) {
        return Arrays.stream(polynomial).mapToDouble(row -> row[0]).toArray();
    }
}
