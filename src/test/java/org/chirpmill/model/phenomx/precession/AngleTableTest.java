package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** Tables beside the angles that they hold: those of reference rows, and formulas with poles, kinks and jumps. */
class AngleTableTest {
    private static final int ROOM = 128;
    private static final double TOLERANCE = 1e-10;
    /** An estimate is not a bound: that of the largest of many pieces may be short of the error by so much. */
    private static final double MARGIN = 3;
    /** Of alpha, rad, over the larger of itself and one radian, and so of the table's numbers. */
    private static final double ROUNDING = 2e-14;
    private static final double FIRST = -2.3;
    private static final double LAST = 0;
    private static final double[] NO_JOINS = {};

    private final AngleTable writer = new AngleTable();
    private final double[] table = new double[AngleTableRow.size(ROOM)];

    /**
     * Angles by formulas.
     *
     * @param phase alpha - epsilon
     * @param real of sin(beta / 2) exp(i alpha)
     * @param imaginary its imaginary part
     */
    private record Formulas(DoubleUnaryOperator phase, DoubleUnaryOperator real, DoubleUnaryOperator imaginary)
            implements AngleFunction {
        @Override
        public void at(double[] logV, int count, double[][] out) {
            for (int i = 0; i < count; i++) {
                double x = real.applyAsDouble(logV[i]);
                double y = imaginary.applyAsDouble(logV[i]);
                out[0][i] = Math.atan2(y, x);
                out[1][i] = out[0][i] - phase.applyAsDouble(logV[i]);
                out[2][i] = Math.sqrt(1 - x * x - y * y);
                out[3][i] = Math.hypot(x, y);
            }
        }
    }

    @Test
    void anglesOfReferenceRowsComeBack() {
        int held = 0;
        int rows = 0;
        for (ReferenceGroup group : ReferenceWaveforms.of("IMRPhenomXPHM").groups()) {
            for (int row = 0; row < group.rows(); row++) {
                for (Precession.Angles wanted : Precession.Angles.values()) {
                    PreparedRow prepared = PreparedRow.of(group.source(row), wanted);
                    double first = logVelocity(prepared, 20, 4);
                    double last = logVelocity(prepared, 20, 4) + 0.7;
                    assertTrue(writer.write(ofRow(prepared), first, last, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
                    rows++;
                    // Some rows have kinks and jumps, of which nothing is told here.
                    if (writer.missed() <= TOLERANCE) {
                        held++;
                        requireAngles(ofRow(prepared), first, last, TOLERANCE,
                            group.name() + " row " + row + ", " + wanted);
                    }
                }
            }
        }
        assertTrue(held > 0.8 * rows, held + " of " + rows + " rows");
    }

    private static double logVelocity(PreparedRow prepared, double frequency, int mPrime) {
        return prepared.row()[PrecessionRow.LOG_VELOCITY_1 + mPrime - 1] + Math.log(frequency) / 3;
    }

    private static AngleFunction ofRow(PreparedRow prepared) {
        double[] angles = new double[EulerAngles.SIZE];
        return (logV, count, out) -> {
            for (int i = 0; i < count; i++) {
                EulerAngles.ofVelocity(prepared.row(), 0, Math.exp(logV[i]), logV[i], angles, 0);
                out[0][i] = angles[EulerAngles.ALPHA];
                out[1][i] = angles[EulerAngles.EPSILON];
                out[2][i] = angles[EulerAngles.COS_HALF];
                out[3][i] = angles[EulerAngles.SIN_HALF];
            }
        };
    }

    /** Half a turn of alpha at once costs no piece. */
    @Test
    void passingThePoleTakesAsManyPiecesAsPassingItFarAway() {
        int[] pieces = IntStream.range(0, 4).map(power -> {
            double distance = power == 0 ? 0.3 : Math.pow(10, -4.0 * power);
            AngleFunction angles = new Formulas(x -> 40 * Math.exp(-x), x -> 0.4 * Math.sin(2 * x + 1), x -> distance);
            assertTrue(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
            assertTrue(writer.missed() <= TOLERANCE);
            requireAngles(angles, FIRST, LAST, TOLERANCE, "past the pole at " + distance);
            return writer.pieces();
        }).toArray();
        for (int each : pieces) {
            assertEquals(pieces[0], each, 1, Arrays.toString(pieces));
        }
    }

    @Test
    void theOtherPoleIsPassedAsSmoothly() {
        Formulas mirrored = new Formulas(x -> 30 * Math.exp(-x), x -> 0.4 * Math.sin(2 * x + 1), x -> 1e-7);
        AngleFunction angles = (logV, count, out) -> {
            mirrored.at(logV, count, out);
            for (int i = 0; i < count; i++) {
                out[1][i] = -out[1][i];
                double cosine = out[2][i];
                out[2][i] = out[3][i];
                out[3][i] = cosine;
            }
        };
        assertTrue(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
        assertTrue(writer.missed() <= TOLERANCE && writer.pieces() < 10, writer.pieces() + " pieces");
        requireAngles(angles, FIRST, LAST, TOLERANCE, "past the other pole");
    }

    /** As with LALSimulation's epsilon: next to J it jumps where alpha a step higher does. */
    @Test
    void epsilonThatIsTakenElsewhereIsHeld() {
        Random random = new Random(3);
        double[][] expected = new double[AngleFunction.SIZE_APART][1];
        double[] found = new double[EulerAngles.SIZE];
        for (int draw = 0; draw < 20; draw++) {
            AngleFunction angles = TwoTones.draw(random, 0).withEpsilonFrom(1e-3);
            assertTrue(writer.write(angles, -1.5, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
            assertTrue(writer.missed() <= 10 * TOLERANCE, draw + " misses " + writer.missed());
            for (int i = 0; i < 300; i++) {
                double[] logV = {-1.5 + 1.5 * random.nextDouble()};
                angles.at(logV, 1, expected);
                AngleTableKernel.at(table, 0, logV[0], found, 0);
                double phase = found[EulerAngles.ALPHA] - found[EulerAngles.EPSILON]
                    - (expected[0][0] - expected[1][0]);
                double whole = 2 * Math.PI * Math.rint(phase / (2 * Math.PI));
                double smallest = Math.min(0.05, Math.min(expected[3][0], expected[6][0]));
                assertEquals(whole, phase, 1e-9 * 0.05 / smallest, draw + ": log v = " + logV[0]);
                assertEquals(expected[3][0], found[EulerAngles.SIN_HALF], 10 * TOLERANCE);
            }
        }
    }

    /** Of spins along L: beta is 0 throughout, and alpha shows nowhere. */
    @Test
    void orbitsAlongThePoleAreFinite() {
        AngleFunction angles = new Formulas(x -> x, x -> 0, x -> 0);
        assertTrue(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
        requireAngles(angles, FIRST, LAST, TOLERANCE, "along the pole");
    }

    @Test
    void kinksAndJumpsThatAreToldOfCostNothing() {
        double kink = -1.234567;
        double jump = -0.5;
        AngleFunction angles = new Formulas(x -> Math.abs(x - kink) + (x < jump ? 1 : 0), x -> 0.3,
            x -> 0.2 * Math.abs(x - kink) + (x < jump ? 0.1 : 0));
        double[] joins = {-5, kink, jump, 5};
        assertTrue(writer.write(angles, FIRST, LAST, joins, joins.length, TOLERANCE, table, 0, ROOM));
        assertTrue(writer.missed() <= TOLERANCE && writer.pieces() <= 9, writer.pieces() + " pieces");
        requireAngles(angles, FIRST, LAST, TOLERANCE, "told of");
        assertEquals(2, table[AngleTableRow.JOINS]);
        assertEquals(kink, table[AngleTableRow.JOIN_1]);
        assertEquals(jump, table[AngleTableRow.JOIN_1 + 1]);
        double[] edges = Arrays.copyOfRange(table, AngleTableRow.EDGES,
            AngleTableRow.EDGES + writer.pieces() + 1);
        assertTrue(Arrays.stream(edges).anyMatch(edge -> edge == kink), "an edge at the kink");
        assertEquals(FIRST, edges[0]);
        assertEquals(LAST, edges[writer.pieces()]);

        assertTrue(writer.write(angles, FIRST, LAST, joins, 0, TOLERANCE, table, 0, ROOM));
        assertTrue(writer.missed() > TOLERANCE, "not told of: " + writer.missed());
        assertEquals(writer.missed(), table[AngleTableRow.MISSED]);
    }

    @Test
    void moreJoinsThanThereIsRoomForAreRefused() {
        double[] joins = IntStream.rangeClosed(1, 20).mapToDouble(i -> FIRST + 0.1 * i).toArray();
        AngleFunction angles = new Formulas(x -> x, x -> 0.1, x -> 0.2);
        assertThrows(IllegalArgumentException.class,
            () -> writer.write(angles, FIRST, LAST, joins, joins.length, TOLERANCE, table, 0, ROOM));
    }

    @Test
    void aSmallRoomMakesTheToleranceLooser() {
        AngleFunction angles = new Formulas(x -> 40 * Math.exp(-x) + 0.01 * Math.sin(80 * x), x -> 0.3,
            x -> 0.2 * Math.cos(60 * x));
        double before = 0;
        for (int room : new int[] {ROOM, 30, 24, 19}) {
            assertTrue(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, room));
            assertTrue(writer.pieces() <= room);
            assertTrue(room == ROOM ? writer.missed() <= TOLERANCE : writer.missed() > before,
                room + " pieces miss " + writer.missed());
            before = writer.missed();
            requireAngles(angles, FIRST, LAST, writer.missed(), "room for " + room);
        }
        assertFalse(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, 4));
        assertEquals(0, table[AngleTableRow.PIECES]);
    }

    @Test
    void anglesThatAreNotFiniteMakeNoTable() {
        AngleFunction angles = new Formulas(x -> x > -1 ? Double.NaN : x, x -> 0.3, x -> 0.2);
        assertFalse(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
    }

    @Test
    void beyondItsEndsTheTableHolds() {
        AngleFunction angles = new Formulas(x -> 40 * Math.exp(-x), x -> 0.3, x -> 0.2 * Math.cos(6 * x));
        assertTrue(writer.write(angles, FIRST, LAST, NO_JOINS, 0, TOLERANCE, table, 0, ROOM));
        double[] atEnd = new double[EulerAngles.SIZE];
        double[] beyond = new double[EulerAngles.SIZE];
        for (double end : new double[] {FIRST, LAST}) {
            AngleTableKernel.at(table, 0, end, atEnd, 0);
            AngleTableKernel.at(table, 0, end == FIRST ? FIRST - 1 : LAST + 1, beyond, 0);
            for (int i = 0; i < EulerAngles.SIZE; i++) {
                assertEquals(atEnd[i], beyond[i], 1e-13 * Math.max(1, Math.abs(atEnd[i])));
            }
        }
        AngleTableKernel.at(table, 0, Double.NaN, beyond, 0);
        assertTrue(Double.isNaN(beyond[EulerAngles.ALPHA]) && Double.isNaN(beyond[EulerAngles.SIN_HALF]));
    }

    @Test
    void layoutNamesEveryNumber() {
        assertEquals(AngleTableRow.size(3), AngleTableRow.layout(3).size());
        assertEquals("EDGE_0", AngleTableRow.layout(3).names().get(AngleTableRow.EDGES));
        assertEquals("PIECE_2_MEAN_1",
            AngleTableRow.layout(3).names().get(AngleTableRow.piece(3, 2) + AngleTableRow.MEAN_1));
        assertEquals("PIECE_1_IMAGINARY_APART_15", AngleTableRow.layout(3).names().get(AngleTableRow.piece(3, 2) - 1));
    }

    /** The table's angles are the function's, but for the same number of turns of alpha and epsilon. */
    private void requireAngles(AngleFunction function, double first, double last, double tolerance, String where) {
        Random random = new Random(1);
        double[][] expected = new double[4][1];
        double[] found = new double[EulerAngles.SIZE];
        for (int i = 0; i < 400; i++) {
            double[] logV = {first + (last - first) * random.nextDouble()};
            function.at(logV, 1, expected);
            AngleTableKernel.at(table, 0, logV[0], found, 0);
            double cosHalf = expected[2][0];
            double sinHalf = expected[3][0];
            double pole = cosHalf >= sinHalf ? 1 : -1;
            double turns = 2 * Math.PI * Math.rint((found[EulerAngles.ALPHA] - expected[0][0]) / (2 * Math.PI));
            double alpha = found[EulerAngles.ALPHA] - expected[0][0] - turns;
            double epsilon = found[EulerAngles.EPSILON] - expected[1][0] - turns;
            double allowed = MARGIN * tolerance
                + ROUNDING * Math.max(1, Math.abs(expected[0][0]) + Math.abs(expected[1][0]));
            String at = String.format(Locale.ROOT, "%s, log v = %s: ", where, logV[0]);
            assertEquals(0, alpha - pole * epsilon, allowed, at + "alpha - epsilon");
            assertEquals(0, alpha * 2 * Math.min(cosHalf, sinHalf), allowed, at + "alpha");
            assertEquals(cosHalf, found[EulerAngles.COS_HALF], allowed, at + "cos(beta / 2)");
            assertEquals(sinHalf, found[EulerAngles.SIN_HALF], allowed, at + "sin(beta / 2)");
            assertEquals(cosHalf * cosHalf - sinHalf * sinHalf, found[EulerAngles.COS_BETA], 4 * allowed,
                at + "cos(beta)");
        }
    }
}
