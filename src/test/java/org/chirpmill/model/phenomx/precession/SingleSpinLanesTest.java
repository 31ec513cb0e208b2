package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** {@link SingleSpinLanes} beside {@link SingleSpinKernel}, and where beta turns back. */
class SingleSpinLanesTest {
    /** Of an angle, rad, over the larger of itself and one radian. */
    private static final double ANGLE_TOLERANCE = 1e-12;
    /** Of half sines and cosines. */
    private static final double TOLERANCE = 1e-12;
    private static final int DRAWS = 2000;

    @Test
    void anglesAreTheScalarOnesOnEveryReferenceRow() {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomPv2");
        FrequencyGrid grid = FrequencyGrid.ofSamples(reference.frequencies());
        int bins = grid.bins();
        int stride = bins + Lanes.PADDING;
        double[] tables = GridTables.of(grid, stride);
        double[][] found = new double[4][stride];
        double[] expected = new double[EulerAngles.SIZE];
        double[] row = new double[Precession.ROW_SIZE];
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                Precession.prepareSecondOrder(group.source(index), 20, row, 0);
                SingleSpinLanes.angles(row, 0, tables, stride, 0, bins, found);
                for (int bin = 0; bin < bins; bin++) {
                    SingleSpinKernel.at(row, 0, tables[GridTables.CUBE_ROOT * stride + bin],
                        tables[GridTables.LOGARITHM * stride + bin], expected, 0);
                    String where = group.name() + " row " + index + ", bin " + bin;
                    requireAngle(expected[EulerAngles.ALPHA], found[0][bin], where + ", alpha");
                    requireAngle(expected[EulerAngles.EPSILON], found[1][bin], where + ", epsilon");
                    assertEquals(expected[EulerAngles.COS_HALF], found[2][bin], TOLERANCE, where);
                    assertEquals(expected[EulerAngles.SIN_HALF], found[3][bin], TOLERANCE, where);
                }
            }
        }
    }

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
            SingleSpinLanes.kinks(row, 0, kinks, 0);
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

    private static void requireAngle(double expected, double actual, String where) {
        assertEquals(expected, actual, ANGLE_TOLERANCE * Math.max(1, Math.abs(expected)), where);
    }
}
