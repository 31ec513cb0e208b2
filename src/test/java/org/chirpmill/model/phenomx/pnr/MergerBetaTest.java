package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The sine that beta through merger is, against the quotient of arXiv:2107.08876, Eq. 49, and its derivatives. */
class MergerBetaTest {
    private static final double B0 = 0.31;
    private static final double B1 = 1.7;
    private static final double B2 = -21;
    private static final double B3 = 48;
    private static final double B4 = 560;
    private static final double B5 = -0.09;

    private final MergerBeta beta = MergerBeta.of(B0, B1, B2, B3, B4, B5);

    private static double quotient(double f) {
        return B0 + (B1 + B2 * f + B3 * f * f) / (1 + B4 * (f + B5) * (f + B5));
    }

    @Test
    void theSineIsTheQuotient() {
        for (double f = 0.001; f < 0.3; f += 0.007) {
            assertEquals(quotient(f), beta.at(f), 1e-14, "M f = " + f);
        }
    }

    @Test
    void derivativesAreLimitsOfDifferences() {
        double h = 1e-5;
        for (double f = 0.01; f < 0.3; f += 0.03) {
            assertEquals((beta.at(f + h) - beta.at(f - h)) / (2 * h), beta.slope(f), 1e-5, "M f = " + f);
            assertEquals((beta.slope(f + h) - beta.slope(f - h)) / (2 * h), beta.curvature(f), 1e-3, "M f = " + f);
            assertEquals((beta.curvature(f + h) - beta.curvature(f - h)) / (2 * h), beta.thirdDerivative(f), 0.1,
                "M f = " + f);
        }
    }

    @Test
    void extremaAndInflectionsAreWhereDerivativesVanish() {
        assertEquals(0, beta.slope(beta.maximum()), 1e-10);
        assertEquals(0, beta.slope(beta.minimum()), 1e-10);
        assertTrue(beta.at(beta.maximum()) > beta.at(beta.minimum()));
        double[] inflections = beta.inflections();
        for (double inflection : inflections) {
            assertEquals(0, beta.curvature(inflection), 1e-8, "M f = " + inflection);
        }
        assertTrue(inflections[0] < inflections[1] && inflections[1] < inflections[2]);
        assertEquals((inflections[0] + inflections[1] + inflections[2]) / 3, beta.meanInflection(), 1e-12);
    }
}
