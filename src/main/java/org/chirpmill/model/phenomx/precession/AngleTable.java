package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.ScalarMath;

/**
 * Writes Euler angles as piecewise polynomials of log v into a row, laid out as {@link AngleTableRow} says. Pieces
 * follow each other from low velocities to high ones, each as wide as the one before suggests: of a polynomial of
 * degree n the first term that lacks grows like the width's power n + 1. One thread.
 */
public final class AngleTable {
    private static final int NODES = AngleTableRow.NODES;
    private static final int FUNCTIONS = AngleTableRow.FUNCTIONS;
    /** The functions whose polynomials a piece has: see {@link AngleTableRow#COEFFICIENTS}. */
    private static final int PHASE = 0;
    private static final int LARGER = 1;
    private static final int REAL = 2;
    private static final int IMAGINARY = 3;
    private static final int REAL_APART = 4;
    private static final int IMAGINARY_APART = 5;
    /** Where epsilon goes with another alpha, their difference counts over beta / 2, but for the smallest. */
    private static final double LEAST_HALF = 0.05;
    private static final double TURN = 2 * Math.PI;

    /** Width, in log v, of the first piece that is tried. */
    private static final double FIRST_WIDTH = 0.2;
    /** Narrower ones are taken as they are: what they hold is a jump or a kink that nobody told of. */
    private static final double LEAST_WIDTH = 2e-4;
    /** So much wider a piece may be for the rounding of its ends. */
    private static final double ROUNDED = 1 + 1e-6;
    /** What of the tolerance the next piece is to miss. */
    private static final double AIM = 0.3;
    private static final double MOST_GROWTH = 3;
    private static final double LEAST_GROWTH = 0.2;
    /** A piece that is tried again is no wider than this times the one that missed too much. */
    private static final double LEAST_STEP_BACK = 0.85;
    /** Errors of so little of the tolerance are rounding, which says nothing about the next width. */
    private static final double MUCH_LESS = 1e-4;
    /** An error that falls to no less than this with a narrower piece is noise, which may be so many tolerances. */
    private static final double FALL = 0.4;
    private static final double NOISE = 5;
    private static final double GROWTH_IN_NOISE = 1.3;
    /** By how much the tolerance grows where the room does not do, and how far. */
    private static final double RELAXED = 10;
    private static final double LOOSEST = 1e-3;

    private final double[] logs = new double[NODES];
    private final double[][] values = new double[AngleFunction.SIZE_APART][NODES];
    private final double[][] smooth = new double[FUNCTIONS][NODES];
    private final double[] series = new double[FUNCTIONS * NODES];
    private final double[] constants = new double[FUNCTIONS];
    private final ChebyshevSeries chebyshev = new ChebyshevSeries();
    private final MinimalRotation rotation = new MinimalRotation();
    private final double[] found = new double[EulerAngles.SIZE];

    private AngleFunction angles;
    private double[] rows;
    private int table;
    private int room;
    private int pieces;
    private double missed;
    private double width;
    private double pole;
    private double mean;
    private double slope;
    private boolean rotatesMinimally;
    /** Where the pieces so far end: alpha and the phase, rad, and the pole that goes with it; phase 0 before any. */
    private double alphaSoFar;
    private double phaseSoFar;
    private double poleSoFar;
    private double phaseAtEnd;
    private int functions;
    private double leastHalf;

    /**
     * Writes a table. Where the room does not do for the tolerance, a larger one is taken: see {@link #missed}. The
     * caller tells the row that it has a table, by {@link PrecessionRow#TABLE}.
     *
     * @param newAngles the angles
     * @param first lowest log v
     * @param last highest log v, larger
     * @param joins places log v at which the angles, or some derivative of theirs, jump, ascending; those outside of
     *     the range are left out
     * @param joinCount how many
     * @param tolerance what the polynomials may miss, rad: of alpha - epsilon, of the cosine and sine of beta / 2, and
     *     of alpha times twice the sine; where beta is near pi, of alpha + epsilon and of alpha times twice the cosine
     * @param newRows the rows
     * @param newTable where the table begins
     * @param newRoom for how many pieces there is room, {@link AngleTableRow#size} numbers
     * @return whether the table holds; not if some angle is not finite, or the room does for no tolerance
     */
    public boolean write(AngleFunction newAngles, double first, double last, double[] joins, int joinCount,
            double tolerance, double[] newRows, int newTable, int newRoom) {
        rotatesMinimally = false;
        return writeTable(newAngles, first, last, joins, joinCount, tolerance, newRows, newTable, newRoom);
    }

    /**
     * The same of angles that tell no epsilon: it is what the condition of minimal rotation makes it, d epsilon =
     * cos(beta) d alpha, but for a constant. {@link #turn} brings it to where it belongs.
     */
    public boolean writeMinimallyRotating(AngleFunction newAngles, double first, double last, double[] joins,
            int joinCount, double tolerance, double[] newRows, int newTable, int newRoom) {
        rotatesMinimally = true;
        return writeTable(newAngles, first, last, joins, joinCount, tolerance, newRows, newTable, newRoom);
    }

    /**
     * Turns the last table's angles.
     *
     * @param logV a velocity in its range
     * @param tabulated alpha there as it was tabulated, rad, which the table does not have where L lies along J
     * @param alpha alpha there as it is to be, rad
     * @param epsilon epsilon there as it is to be, rad
     */
    public void turn(double logV, double tabulated, double alpha, double epsilon) {
        AngleTableKernel.at(rows, table, logV, found, 0);
        int here = table + AngleTableRow.piece(room, AngleTableKernel.index(rows, table, logV));
        double ahead = tabulated - found[EulerAngles.ALPHA];
        double byAlpha = alpha - tabulated;
        double byEpsilon = epsilon - found[EulerAngles.EPSILON] - rows[here + AngleTableRow.POLE] * ahead;
        for (int index = 0; index < pieces; index++) {
            int piece = table + AngleTableRow.piece(room, index);
            rows[piece + AngleTableRow.MEAN_0] += byAlpha;
            rows[piece + AngleTableRow.COEFFICIENTS + PHASE * NODES] +=
                byAlpha - rows[piece + AngleTableRow.POLE] * byEpsilon;
        }
    }

    private boolean writeTable(AngleFunction newAngles, double first, double last, double[] joins, int joinCount,
            double tolerance, double[] newRows, int newTable, int newRoom) {
        angles = newAngles;
        rows = newRows;
        table = newTable;
        room = newRoom;
        functions = angles.isEpsilonApart() ? FUNCTIONS : IMAGINARY + 1;
        writeJoins(first, last, joins, joinCount);
        boolean isWritten = false;
        for (double allowed = tolerance; !isWritten && allowed <= LOOSEST; allowed *= RELAXED) {
            isWritten = writePieces(first, last, allowed);
        }
        rows[table + AngleTableRow.PIECES] = isWritten ? pieces : 0;
        rows[table + AngleTableRow.ROOM] = room;
        rows[table + AngleTableRow.MISSED] = missed;
        rows[table + AngleTableRow.APART] = angles.isEpsilonApart() ? 1 : 0;
        return isWritten && missed < Double.POSITIVE_INFINITY;
    }

    /** How many pieces the last table has. */
    public int pieces() {
        return pieces;
    }

    /** What its polynomials are estimated to miss, rad; more than the tolerance where the room did not do for it. */
    public double missed() {
        return missed;
    }

    private void writeJoins(double first, double last, double[] joins, int joinCount) {
        int count = 0;
        for (int join = 0; join < joinCount; join++) {
            boolean isInside = joins[join] > first && joins[join] < last;
            if (isInside && count == AngleTableRow.MOST_JOINS) {
                throw new IllegalArgumentException(
                    "angles have more than " + AngleTableRow.MOST_JOINS + " joins within their range");
            }
            if (isInside) {
                rows[table + AngleTableRow.JOIN_1 + count] = joins[join];
                count++;
            }
        }
        rows[table + AngleTableRow.JOINS] = count;
    }

    /** From join to join; whether there is room. */
    private boolean writePieces(double first, double last, double tolerance) {
        pieces = 0;
        missed = 0;
        phaseSoFar = 0;
        poleSoFar = 0;
        width = FIRST_WIDTH;
        rows[table + AngleTableRow.EDGES] = first;
        int joins = (int) rows[table + AngleTableRow.JOINS];
        double start = first;
        boolean fits = true;
        for (int join = 0; join <= joins && fits; join++) {
            double end = join < joins ? rows[table + AngleTableRow.JOIN_1 + join] : last;
            if (end > start) {
                fits = writeSmoothPart(start, end, tolerance);
            }
            start = end;
        }
        return fits;
    }

    private boolean writeSmoothPart(double first, double last, double tolerance) {
        double start = first;
        double triedBefore = 0;
        double errorBefore = 0;
        while (start < last) {
            if (pieces == room) {
                return false;
            }
            double left = last - start;
            // Two pieces share what is left rather than a wide one and a narrow one.
            double end = width >= left ? last : width > left / 2 ? start + left / 2 : start + width;
            double error = tryPiece(start, end);
            if (Double.isNaN(error)) {
                missed = Double.POSITIVE_INFINITY;
                return true;
            }
            double tried = end - start;
            // Truncation falls with the width's power; what does not, from the same start, is noise.
            boolean isNoise = tried < triedBefore && error > FALL * errorBefore;
            double growth = error < MUCH_LESS * tolerance ? MOST_GROWTH : Math.clamp(
                StrictMath.pow(AIM * tolerance / error, 1.0 / NODES), LEAST_GROWTH, MOST_GROWTH);
            if (error <= (isNoise ? NOISE : 1) * tolerance || tried <= LEAST_WIDTH * ROUNDED) {
                store(start, end);
                missed = Math.max(missed, error);
                start = end;
                triedBefore = 0;
                // A piece that only the end made narrow does not make the next one so.
                double next = tried * (isNoise ? Math.max(growth, GROWTH_IN_NOISE) : growth);
                width = Math.max(tried < width ? width : 0, Math.max(next, LEAST_WIDTH));
            } else {
                width = Math.max(tried * Math.min(growth, LEAST_STEP_BACK), LEAST_WIDTH);
                triedBefore = tried;
                errorBefore = error;
            }
        }
        return true;
    }

    /** Evaluates the nodes of a piece; the largest of the errors that {@link #write} tells of, NaN if one is. */
    private double tryPiece(double start, double end) {
        chebyshev.nodes((start + end) / 2, (end - start) / 2, logs);
        angles.at(logs, NODES, values);
        turn();
        for (int function = 0; function < functions; function++) {
            // What is left of a large number has more digits.
            constants[function] = smooth[function][NODES / 2];
            chebyshev.series(smooth[function], constants[function], series, function * NODES);
        }
        double error = Math.max(Math.max(missedOf(PHASE), missedOf(LARGER)),
            2 * Math.max(missedOf(REAL), missedOf(IMAGINARY)));
        return functions < FUNCTIONS ? error : Math.max(error, Math.max(
            missedBetween(REAL, REAL_APART), missedBetween(IMAGINARY, IMAGINARY_APART)) / leastHalf);
    }

    /** Makes of the angles at the nodes what is smooth. */
    private void turn() {
        double[] alpha = values[0];
        double[] epsilon = values[1];
        boolean isUpright = values[2][NODES / 2] >= values[3][NODES / 2];
        double[] larger = values[isUpright ? 2 : 3];
        double[] smaller = values[isUpright ? 3 : 2];
        pole = isUpright ? 1 : -1;
        slope = (alpha[NODES - 1] - alpha[0]) / (chebyshev.place(NODES - 1) - chebyshev.place(0));
        mean = (alpha[NODES - 1] + alpha[0]) / 2;
        for (int node = 0; node < NODES; node++) {
            double left = alpha[node] - mean - slope * chebyshev.place(node);
            smooth[PHASE][node] = rotatesMinimally ? 0 : alpha[node] - pole * epsilon[node];
            smooth[LARGER][node] = larger[node];
            smooth[REAL][node] = smaller[node] * ScalarMath.cos(left);
            smooth[IMAGINARY][node] = smaller[node] * ScalarMath.sin(left);
        }
        if (functions == FUNCTIONS) {
            turnApart(values[4], values[isUpright ? 6 : 5], smaller);
        }
        if (rotatesMinimally) {
            double start = poleSoFar == -pole ? 2 * alphaSoFar - phaseSoFar : phaseSoFar;
            phaseAtEnd = rotation.write(smooth[REAL], smooth[IMAGINARY], slope, start, smooth[PHASE]);
        }
    }

    /** The same of the direction that epsilon goes with. */
    private void turnApart(double[] alpha, double[] smaller, double[] other) {
        double least = 1;
        for (int node = 0; node < NODES; node++) {
            double left = alpha[node] - mean - slope * chebyshev.place(node);
            double phase = alpha[node] - pole * values[1][node];
            // Whole turns of epsilon alone show nowhere, and next to J nobody can tell them from alpha's.
            double before = node == 0 ? phase : smooth[PHASE][node - 1];
            smooth[PHASE][node] = phase + TURN * Math.rint((before - phase) / TURN);
            smooth[REAL_APART][node] = smaller[node] * ScalarMath.cos(left);
            smooth[IMAGINARY_APART][node] = smaller[node] * ScalarMath.sin(left);
            least = Math.min(least, Math.min(smaller[node], other[node]));
        }
        leastHalf = Math.max(least, LEAST_HALF);
    }

    private double missedOf(int function) {
        int last = function * NODES + NODES - 1;
        return ChebyshevSeries.missed(series[last - 2], series[last - 1], series[last]);
    }

    /** Of the difference of two functions. */
    private double missedBetween(int one, int two) {
        int last = one * NODES + NODES - 1;
        int other = two * NODES + NODES - 1;
        return ChebyshevSeries.missed(series[last - 2] - series[other - 2], series[last - 1] - series[other - 1],
            series[last] - series[other]);
    }

    private void store(double start, double end) {
        int piece = table + AngleTableRow.piece(room, pieces);
        rows[piece + AngleTableRow.MIDDLE] = (start + end) / 2;
        rows[piece + AngleTableRow.SCALE] = 2 / (end - start);
        rows[piece + AngleTableRow.POLE] = pole;
        rows[piece + AngleTableRow.MEAN_0] = mean;
        rows[piece + AngleTableRow.MEAN_1] = slope;
        for (int function = 0; function < functions; function++) {
            int at = piece + AngleTableRow.COEFFICIENTS + function * NODES;
            chebyshev.powers(series, function * NODES, rows, at);
            rows[at] += constants[function];
        }
        alphaSoFar = mean + slope + StrictMath.atan2(atEnd(IMAGINARY), atEnd(REAL));
        phaseSoFar = phaseAtEnd;
        poleSoFar = pole;
        pieces++;
        rows[table + AngleTableRow.EDGES + pieces] = end;
    }

    /** A function where the piece ends: there all terms of its series are 1. */
    private double atEnd(int function) {
        double sum = constants[function];
        for (int k = 0; k < NODES; k++) {
            sum += series[function * NODES + k];
        }
        return sum;
    }
}
