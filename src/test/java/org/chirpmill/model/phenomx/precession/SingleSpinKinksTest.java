package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

class SingleSpinKinksTest {
    private static final int DRAWS = 2000;

    /** Anti-aligned spins of the heavier body outweigh the orbit between two frequencies, or nowhere. */
    @Test
    void betaTurnsBackWhereTheMomentumAlongLVanishes() {
        SplittableRandom random = new SplittableRandom(8);
        double[] row = new double[Precession.ROW_SIZE];
        double[] kinks = new double[2];
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double ratio = random.nextDouble(0.02, 1);
            SourceParameters source = new SourceParameters(60, 60 * ratio, 0.1, 0, random.nextDouble(-0.99, 0.99), 0, 0,
                random.nextDouble(-0.99, 0.99), 0.4, 1.1, 500, 0, 0);
            Precession.prepareSecondOrder(source, 20, row, 0);
            SingleSpinKinks.write(row, 0, kinks, 0);
            String what = source + ": " + kinks[0] + " and " + kinks[1] + " Hz";
            if (kinks[0] < Double.POSITIVE_INFINITY) {
                found++;
                assertTrue(kinks[0] < kinks[1], what);
                assertTrue(along(row, 0.999 * kinks[0]) > 0 && along(row, 1.001 * kinks[1]) > 0, what);
                assertTrue(along(row, Math.sqrt(kinks[0] * kinks[1])) < 0, what);
                assertEquals(0, along(row, kinks[0]), 1e-12, what);
                assertEquals(0, along(row, kinks[1]), 1e-12, what);
            } else {
                for (double f = 0.01; f < 1e6; f *= 1.02) {
                    assertTrue(along(row, f) > 0, what);
                }
            }
        }
        assertTrue(found > DRAWS / 20 && found < DRAWS / 2, found + " of " + DRAWS);
    }

    private static double along(double[] row, double frequencyHz) {
        return SingleSpinKernel.along(row, 0, row[PrecessionRow.VELOCITY_2] * Math.cbrt(frequencyHz));
    }
}
