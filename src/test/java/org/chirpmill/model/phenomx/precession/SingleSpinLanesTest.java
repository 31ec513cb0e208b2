package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** {@link SingleSpinLanes} beside {@link SingleSpinKernel}. */
class SingleSpinLanesTest {
    /** Of an angle, rad, over the larger of itself and one radian. */
    private static final double ANGLE_TOLERANCE = 1e-12;
    /** Of half sines and cosines. */
    private static final double TOLERANCE = 1e-12;

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

    private static void requireAngle(double expected, double actual, String where) {
        assertEquals(expected, actual, ANGLE_TOLERANCE * Math.max(1, Math.abs(expected)), where);
    }
}
