package org.chirpmill.model.phenomx.precession;

/**
 * Writes Euler angles as piecewise polynomials of log v into a row, laid out as {@link AngleTableRow} says. Pieces
 * follow each other from low velocities to high ones, each as wide as the one before suggests: of a polynomial of
 * degree n the first term that lacks grows like the width's power n + 1. One thread.
 */
public final class AngleTable {
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

    /** Nodes of a piece that a join makes much narrower than pieces need to be, and by how much. */
    private static final int FEW_NODES = 8;
    private static final double FEW_WITHIN = 0.25;

    private static final ChebyshevSeries ALL = new ChebyshevSeries(AngleTableRow.NODES);
    private static final ChebyshevSeries FEW = new ChebyshevSeries(FEW_NODES);

    private final AnglePiece full = new AnglePiece(ALL);
    private final AnglePiece few = new AnglePiece(FEW);
    private final PieceBatch batch = new PieceBatch(ALL);
    private final PieceBatch batchOfFew = new PieceBatch(FEW);
    private final AnglePiece.End before = new AnglePiece.End();
    private final double[] found = new double[EulerAngles.SIZE];

    private AngleFunction angles;
    private double[] rows;
    private int table;
    private int room;
    private int pieces;
    private double missed;
    private double width;
    /** The widest piece so far. */
    private double widest;
    private boolean rotatesMinimally;

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
            rows[piece + AngleTableRow.COEFFICIENTS + AnglePiece.PHASE * AngleTableRow.NODES] +=
                byAlpha - rows[piece + AngleTableRow.POLE] * byEpsilon;
        }
    }

    private boolean writeTable(AngleFunction newAngles, double first, double last, double[] joins, int joinCount,
            double tolerance, double[] newRows, int newTable, int newRoom) {
        angles = newAngles;
        rows = newRows;
        table = newTable;
        room = newRoom;
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
        before.clear();
        batch.clear();
        batchOfFew.clear();
        width = FIRST_WIDTH;
        widest = 0;
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
        batch.write(rows);
        batchOfFew.write(rows);
        return fits;
    }

    private boolean writeSmoothPart(double first, double last, double tolerance) {
        double start = first;
        double triedBefore = 0;
        double errorBefore = 0;
        // What made pieces narrow before a join may be over; tuned angles have kinks that are no joins beside theirs.
        width = rotatesMinimally ? width : Math.max(width, widest);
        while (start < last) {
            if (pieces == room) {
                return false;
            }
            double left = last - start;
            // What is integrated needs the slopes of polynomials, which few nodes give less well.
            if (!rotatesMinimally && left <= FEW_WITHIN * width && storesFew(start, last, tolerance)) {
                return true;
            }
            // Two pieces share what is left rather than a wide one and a narrow one.
            double end = width >= left ? last : width > left / 2 ? start + left / 2 : start + width;
            double error = full.take(angles, rotatesMinimally, start, end, before);
            if (Double.isNaN(error)) {
                missed = Double.POSITIVE_INFINITY;
                return true;
            }
            double tried = end - start;
            // Truncation falls with the width's power; what does not, from the same start, is noise.
            boolean isNoise = tried < triedBefore && error > FALL * errorBefore;
            double growth = error < MUCH_LESS * tolerance ? MOST_GROWTH : Math.clamp(
                sixteenthRoot(AIM * tolerance / error), LEAST_GROWTH, MOST_GROWTH);
            if (error <= (isNoise ? NOISE : 1) * tolerance || tried <= LEAST_WIDTH * ROUNDED) {
                store(full, batch, start, end, error);
                widest = Math.max(widest, tried);
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

    private static double sixteenthRoot(double x) {
        return Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(x))));
    }

    /** Tries few nodes, and stores what they give if it is good enough. */
    private boolean storesFew(double start, double end, double tolerance) {
        double error = few.take(angles, rotatesMinimally, start, end, before);
        boolean isEnough = error <= tolerance;
        if (isEnough) {
            store(few, batchOfFew, start, end, error);
        }
        return isEnough;
    }

    private void store(AnglePiece piece, PieceBatch to, double start, double end, double error) {
        int at = table + AngleTableRow.piece(room, pieces);
        rows[at + AngleTableRow.MIDDLE] = (start + end) / 2;
        rows[at + AngleTableRow.SCALE] = 2 / (end - start);
        rows[at + AngleTableRow.POLE] = piece.pole();
        rows[at + AngleTableRow.MEAN_0] = piece.mean();
        rows[at + AngleTableRow.MEAN_1] = piece.slope();
        to.add(piece, rows, at + AngleTableRow.COEFFICIENTS);
        piece.end(before);
        missed = Math.max(missed, error);
        pieces++;
        rows[table + AngleTableRow.EDGES + pieces] = end;
    }
}
