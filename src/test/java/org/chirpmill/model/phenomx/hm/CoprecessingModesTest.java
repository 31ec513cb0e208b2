package org.chirpmill.model.phenomx.hm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** What the routes of LALSimulation's models leave in the coefficients, block by block. */
class CoprecessingModesTest {
    /** Where the row begins among others. */
    private static final int ROW = 7;
    private static final double QUADRUPOLE_CUTOFF = 900;
    private static final double CUTOFF = 700;
    private static final SourceParameters SOURCE =
        new SourceParameters(40, 25, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);

    private static double[] row(boolean takesWholeQuadrupole) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(SOURCE);
        Remnant remnant = Remnant.of(binary);
        double[] rows = new double[ROW + CoprecessingRow.SIZE + ROW];
        Arrays.fill(rows, Double.NaN);
        CoprecessingModes.write(binary, remnant, Landmarks.of(binary, remnant), 20, SOURCE.phase(),
            SOURCE.luminosityDistanceMpc(), EnumSet.allOf(HigherMode.class),
            new CoprecessingModes.Route(takesWholeQuadrupole, QUADRUPOLE_CUTOFF, CUTOFF), rows, ROW);
        return rows;
    }

    @Test
    void everyCoefficientIsWrittenAndNoOther() throws SourceRefusedException {
        for (boolean takesWholeQuadrupole : new boolean[] {false, true}) {
            double[] rows = row(takesWholeQuadrupole);
            for (int i = 0; i < rows.length; i++) {
                boolean isOfRow = i >= ROW && i < ROW + CoprecessingRow.SIZE;
                // The aligned model's own factors are not the modes' affair.
                boolean isLeft = i == ROW + CoprecessingRow.L2M2 + XasRow.PLUS_AMPLITUDE
                    || i == ROW + CoprecessingRow.L2M2 + XasRow.CROSS_AMPLITUDE;
                assertEquals(isOfRow && !isLeft, !Double.isNaN(rows[i]), "coefficient " + (i - ROW) + ": " + rows[i]);
            }
        }
    }

    @Test
    void theMixtureOfTheWholeQuadrupoleEndsWhereThatModeDoes() throws SourceRefusedException {
        double[] rows = row(true);
        assertEquals(QUADRUPOLE_CUTOFF, rows[ROW + CoprecessingRow.L2M2 + XasRow.CUTOFF], "(2, 2)");
        assertEquals(CUTOFF, rows[ROW + CoprecessingRow.CUTOFF], "higher modes");
        assertEquals(QUADRUPOLE_CUTOFF, rows[ROW + CoprecessingRow.MIXED + MixedRow.CUTOFF_22], "(2, 2) in (3, 2)");
        assertEquals(0, rows[ROW + CoprecessingRow.MIXED + MixedRow.ANSATZ_END], "the ansatz is not wanted");
    }

    @Test
    void theMixtureOfTheRingdownTakesItBelowTheQuadrupolesOwn() throws SourceRefusedException {
        double[] rows = row(false);
        double join = rows[ROW + CoprecessingRow.L2M2 + XasRow.AMPLITUDE_JOIN_2];
        assertTrue(join > 20 && join < QUADRUPOLE_CUTOFF, "the (2, 2) ringdown begins at " + join + " Hz");
        assertEquals(join, rows[ROW + CoprecessingRow.MIXED + MixedRow.ANSATZ_END], "end of the ansatz");
        assertEquals(Double.MAX_VALUE, rows[ROW + CoprecessingRow.MIXED + MixedRow.CUTOFF_22], "(2, 2) in (3, 2)");
    }
}
