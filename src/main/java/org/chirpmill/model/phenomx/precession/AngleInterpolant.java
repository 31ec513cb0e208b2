package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Chebyshev;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.Points;

/**
 * The Euler angles of one waveform as polynomials in log v. The modes of all m' take the same function of v, at other
 * velocities, so that one set of polynomials over the velocities of all of them serves every mode. A piece whose
 * polynomials miss too much is divided, at the place where the angles bend if there is one; one that cannot be divided
 * further - it holds a jump, or nothing of importance at velocities beyond merger - is evaluated exactly wherever it is
 * asked for. Where the row has a table, its polynomials are taken as they are. One thread.
 */
public final class AngleInterpolant {
    private static final int FUNCTIONS = 4;
    /** The angles' share of the tolerance: a mode's phase takes up to eight times their error. */
    private static final double SHARE = 0.2;
    private static final Chebyshev POLYNOMIALS = Chebyshev.ofNodes(16);
    /** Width of the first pieces in log v where v = 1; they are as wide as this times v^{@link #GROWTH}. */
    private static final double FIRST_WIDTH = 0.7;
    private static final double GROWTH = 1.3;
    /** Pieces that miss more than this many tolerances are divided into four, others into two. */
    private static final double HALVED = 1e3;
    private static final double LEAST_WIDTH = 0.0012;
    /**
     * How far in log f the angles may be taken for smooth: LEAST_SCALE, more where their own pieces are wide, and where
     * these had to be small, no more than so many times their width.
     */
    private static final double LEAST_SCALE = 0.4;
    private static final double SCALE_BY_WIDTH = 1;
    private static final double MOST_BY_WIDTH = 2.7;
    /** How much a scale may grow by the distance, in log f, of a narrower piece ahead: pieces take half a scale. */
    private static final double BY_DISTANCE = 2;
    private static final int MOST_PIECES = 256;
    private static final int MOST_BENDS = 8;

    private final boolean isOfQuadrupole;
    private final double[] difference = new double[POLYNOMIALS.stride()];
    private final EulerAngleLanes exact = new EulerAngleLanes();
    private final double[] starts = new double[MOST_PIECES + 1];
    private final boolean[] isExact = new boolean[MOST_PIECES];
    private final double[] coefficients = new double[MOST_PIECES * FUNCTIONS * POLYNOMIALS.stride()];
    private final double[] logs = Lanes.array(MOST_PIECES * POLYNOMIALS.nodes());
    private final double[] velocities = Lanes.array(MOST_PIECES * POLYNOMIALS.nodes());
    private final double[][] values = new double[FUNCTIONS + 2][MOST_PIECES * POLYNOMIALS.nodes() + Lanes.PADDING];
    private final double[] ends = new double[MOST_PIECES];
    private double[] pendingStarts = new double[MOST_PIECES];
    private double[] pendingEnds = new double[MOST_PIECES];
    private double[] dividedStarts = new double[MOST_PIECES];
    private double[] dividedEnds = new double[MOST_PIECES];
    private final double[] roughStarts = new double[MOST_PIECES];
    private final double[] roughEnds = new double[MOST_PIECES];
    private int rough;
    private final double[] bendAt = new double[MOST_BENDS];
    private int bends;
    private final double[] cubes = Lanes.array(MOST_PIECES);
    private final int[] order = new int[MOST_PIECES];
    private int pieces;
    /** Where the scale was last asked for: most often it is asked for near by. */
    private int last;
    private double[] rows;
    private int row;
    private final TabulatedAngles tabulated = new TabulatedAngles();
    private boolean isTabulated;

    /** Angles that serve all modes. */
    public AngleInterpolant() {
        this(false);
    }

    private AngleInterpolant(boolean isOfQuadrupole) {
        this.isOfQuadrupole = isOfQuadrupole;
    }

    /** Angles for the (2, 2) mode alone, which does not notice all of their errors. */
    public static AngleInterpolant ofQuadrupole() {
        return new AngleInterpolant(true);
    }

    /**
     * Turns to another waveform.
     *
     * @param newRows coefficient rows
     * @param newRow where the precession's block begins, laid out as {@link PrecessionRow} says
     * @param highestM the highest m' that will be asked for
     * @param lowestHz the lowest frequency, Hz
     * @param lowestM the lowest m'
     * @param highestHz the highest frequency
     * @param tolerance of a mode's phase, rad; 0 for no polynomials
     */
    public void start(double[] newRows, int newRow, int highestM, double lowestHz, int lowestM, double highestHz,
            double tolerance) {
        rows = newRows;
        row = newRow;
        pieces = 0;
        last = 0;
        rough = 0;
        bends = 0;
        isTabulated = rows[row + PrecessionRow.TABLE] > 0;
        if (isTabulated) {
            tabulated.start(rows, row);
        }
        if (isTabulated || tolerance == 0) {
            return;
        }
        int pending = firstPieces(
            rows[row + PrecessionRow.LOG_VELOCITY_1 + highestM - 1] + StrictMath.log(lowestHz) / 3,
            rows[row + PrecessionRow.LOG_VELOCITY_1 + lowestM - 1] + StrictMath.log(highestHz) / 3);
        while (pending > 0) {
            evaluateNodes(pending);
            pending = accept(pending, SHARE * tolerance);
        }
        sort();
        for (int place = 0; place < pieces; place++) {
            cubes[place] = 3 * ends[order[place]];
        }
        LaneMath.exp(cubes, 0, pieces, cubes);
        collectRough();
    }

    /** Pieces as wide as smooth angles allow, wider at higher velocities; how many. */
    private int firstPieces(double lowest, double highest) {
        double from = StrictMath.exp(-GROWTH * lowest);
        double to = StrictMath.exp(-GROWTH * highest);
        int count = Math.clamp((int) Math.ceil((from - to) / (GROWTH * FIRST_WIDTH)), 1, MOST_PIECES / 2);
        double start = lowest;
        for (int i = 0; i < count; i++) {
            pendingStarts[i] = start;
            start = i == count - 1 ? highest : -StrictMath.log(from - (from - to) * (i + 1) / count) / GROWTH;
            pendingEnds[i] = start;
        }
        return count;
    }

    private void evaluateNodes(int count) {
        int nodes = POLYNOMIALS.nodes();
        for (int piece = 0; piece < count; piece++) {
            double middle = (pendingStarts[piece] + pendingEnds[piece]) / 2;
            double half = (pendingEnds[piece] - pendingStarts[piece]) / 2;
            for (int j = 0; j < nodes; j++) {
                velocities[piece * nodes + j] = middle + half * POLYNOMIALS.places()[j];
                logs[piece * nodes + j] = 3 * (middle + half * POLYNOMIALS.places()[j]);
            }
        }
        LaneMath.exp(velocities, 0, count * nodes, velocities);
        exact.angles(rows, row, 1, 0, velocities, 0, logs, 0, count * nodes, values, 0);
    }

    /** Keeps the pieces that hold and divides the others; how many are to be evaluated next. */
    private int accept(int count, double tolerance) {
        int divided = 0;
        double[] from = pendingStarts;
        double[] to = pendingEnds;
        for (int piece = 0; piece < count; piece++) {
            int at = pieces * FUNCTIONS * POLYNOMIALS.stride();
            POLYNOMIALS.coefficients(values[0], values[1], values[2], values[3], piece * POLYNOMIALS.nodes(),
                coefficients, at);
            double error = isOfQuadrupole ? errorInQuadrupole(piece, at) : error(at);
            boolean holds = error <= tolerance && !isHeldInPart(piece);
            double width = to[piece] - from[piece];
            int parts = Math.min(error <= HALVED * tolerance ? 2 : 4, (int) (width / LEAST_WIDTH));
            boolean full = pieces + divided + parts + count - piece > MOST_PIECES - 2;
            if (holds || full || parts < 2) {
                starts[pieces] = from[piece];
                ends[pieces] = to[piece];
                isExact[pieces] = !holds;
                pieces++;
            } else {
                divided = divide(from[piece], to[piece], parts, bend(piece), divided);
            }
        }
        pendingStarts = dividedStarts;
        pendingEnds = dividedEnds;
        dividedStarts = from;
        dividedEnds = to;
        return divided;
    }

    /** The largest error of the four angles. */
    private double error(int at) {
        double error = 0;
        for (int function = 0; function < FUNCTIONS; function++) {
            error = larger(error, POLYNOMIALS.cautiousError(coefficients, at + function * POLYNOMIALS.stride()));
        }
        return error;
    }

    /** What the (2, 2) mode notices of the errors: its phase takes alpha - epsilon, alpha itself comes with sin. */
    private double errorInQuadrupole(int piece, int at) {
        int stride = POLYNOMIALS.stride();
        for (int power = 0; power < stride; power++) {
            difference[power] = coefficients[at + power] - coefficients[at + stride + power];
        }
        double sine = 0;
        for (int node = piece * POLYNOMIALS.nodes(); node < (piece + 1) * POLYNOMIALS.nodes(); node++) {
            sine = Math.max(sine, values[FUNCTIONS - 1][node]);
        }
        double error = larger(POLYNOMIALS.cautiousError(difference, 0),
            sine * POLYNOMIALS.cautiousError(coefficients, at));
        error = larger(error, POLYNOMIALS.cautiousError(coefficients, at + 2 * stride));
        return larger(error, POLYNOMIALS.cautiousError(coefficients, at + 3 * stride));
    }

    /** The larger of two, NaN where either is. */
    private static double larger(double error, double other) {
        return other <= error || Double.isNaN(error) ? error : other;
    }

    /** Puts parts of a piece among those to come: two that meet where it bends, else as many as are wanted. */
    private int divide(double from, double to, int parts, double bend, int divided) {
        boolean isBent = bend > -1 && bend < 1;
        int count = isBent ? 2 : parts;
        double start = from;
        if (isBent && bends < MOST_BENDS) {
            bendAt[bends] = from + (to - from) * (1 + bend) / 2;
            bends++;
        }
        for (int part = 0; part < count; part++) {
            double share = isBent ? (1 + bend) / 2 : (part + 1.0) / count;
            double end = part == count - 1 ? to : from + (to - from) * share;
            dividedStarts[divided + part] = start;
            dividedEnds[divided + part] = end;
            start = end;
        }
        return divided + count;
    }

    /** Where between -1 and 1 the angles of a piece bend, if that is at one place; NaN otherwise. */
    private double bend(int piece) {
        int first = piece * POLYNOMIALS.nodes();
        int change = signChange(values[FUNCTIONS], first);
        if (change < 0) {
            return Double.NaN;
        }
        boolean isJump = signChange(values[FUNCTIONS + 1], first) == change;
        return POLYNOMIALS.root(values[isJump ? FUNCTIONS + 1 : FUNCTIONS], first, change);
    }

    /** The node before the only change of sign, or -1. */
    private static int signChange(double[] numbers, int first) {
        int found = -1;
        for (int node = 0; node < POLYNOMIALS.nodes() - 1; node++) {
            if (numbers[first + node] < 0 != numbers[first + node + 1] < 0) {
                if (found >= 0) {
                    return -1;
                }
                found = node;
            }
        }
        return found;
    }

    /**
     * Whether beta is held at 0 or pi at some nodes of a piece and not at others. Its half sine or cosine goes like a
     * square root from there, which the last Chebyshev coefficients may fail to show.
     */
    private boolean isHeldInPart(int piece) {
        int first = piece * POLYNOMIALS.nodes();
        int held = 0;
        for (int node = first; node < first + POLYNOMIALS.nodes(); node++) {
            held += values[2][node] == 0 || values[3][node] == 0 ? 1 : 0;
        }
        return held > 0 && held < POLYNOMIALS.nodes();
    }

    /** By insertion: most pieces are in order already. */
    private void sort() {
        for (int i = 0; i < pieces; i++) {
            int j = i;
            while (j > 0 && starts[order[j - 1]] > starts[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
    }

    /** Joins neighbours that are evaluated exactly into the intervals that are rough. */
    private void collectRough() {
        rough = 0;
        for (int place = 0; place < pieces; place++) {
            int piece = order[place];
            if (isExact[piece]) {
                boolean continues = rough > 0 && roughEnds[rough - 1] >= starts[piece];
                rough += continues ? 0 : 1;
                roughStarts[rough - 1] = continues ? roughStarts[rough - 1] : starts[piece];
                roughEnds[rough - 1] = ends[piece];
            }
        }
    }

    /** Adds the frequencies, Hz, where the angles of a mode bend, or begin or end to be rough; the end of these. */
    public int joins(int mPrime, double[] out, int at) {
        if (isTabulated) {
            return tabulated.joins(mPrime, out, at);
        }
        double logScale = rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1];
        int next = at;
        for (int i = 0; i < rough && next + 2 <= out.length; i++) {
            out[next++] = StrictMath.exp(3 * (roughStarts[i] - logScale));
            out[next++] = StrictMath.exp(3 * (roughEnds[i] - logScale));
        }
        for (int i = 0; i < bends && next < out.length; i++) {
            out[next++] = StrictMath.exp(3 * (bendAt[i] - logScale));
        }
        return next;
    }

    /** Whether the angles of a mode are rough at a frequency. */
    public boolean isRough(int mPrime, double frequencyHz) {
        if (rough == 0) {
            return false;
        }
        double x = rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1] + StrictMath.log(frequencyHz) / 3;
        for (int i = 0; i < rough; i++) {
            if (x >= roughStarts[i] && x <= roughEnds[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes the angles at points of one m'.
     *
     * @param mPrime the co-precessing mode's |m|
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param out receives alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2)
     */
    public void angles(int mPrime, double[] points, int stride, int from, int to, double[][] out) {
        if (isTabulated) {
            tabulated.angles(mPrime, points, stride, from, to, out);
            return;
        }
        double scale = rows[row + PrecessionRow.VELOCITY_1 + mPrime - 1];
        double logScale = rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1];
        int roots = GridTables.CUBE_ROOT * stride;
        int logarithms = GridTables.LOGARITHM * stride;
        if (pieces == 0) {
            exact.angles(rows, row, scale, logScale, points, roots + from, points, logarithms + from, to - from,
                out, 0);
            return;
        }
        int point = from;
        for (int place = 0; place < pieces && point < to; place++) {
            int piece = order[place];
            int end = place == pieces - 1 ? to
                : Points.firstAbove(points, logarithms, point, to, 3 * (ends[piece] - logScale));
            if (end == point) {
                continue;
            }
            if (isExact[piece]) {
                exact.angles(rows, row, scale, logScale, points, roots + point, points, logarithms + point,
                    end - point, out, point - from);
            } else {
                interpolate(piece, logScale, points, logarithms, point, end, out, point - from);
            }
            point = end;
        }
    }

    private double width(int place) {
        return ends[order[place]] - starts[order[place]];
    }

    /** How far around a frequency, Hz, the angles of a mode are smooth. */
    public double scale(int mPrime, double frequencyHz) {
        if (isTabulated) {
            return tabulated.scale(mPrime, frequencyHz);
        }
        double velocity = rows[row + PrecessionRow.VELOCITY_1 + mPrime - 1];
        double cube = frequencyHz * velocity * velocity * velocity;
        while (last > 0 && cube <= cubes[last - 1]) {
            last--;
        }
        while (last < pieces - 1 && cube > cubes[last]) {
            last++;
        }
        double reach = Math.min(LEAST_SCALE + SCALE_BY_WIDTH * width(last), MOST_BY_WIDTH * width(last));
        int ahead = last + 1;
        while (ahead < pieces && reach > BY_DISTANCE * (cubes[ahead - 1] / cube - 1)) {
            reach = Math.min(reach, BY_DISTANCE * (cubes[ahead - 1] / cube - 1) + MOST_BY_WIDTH * width(ahead));
            ahead++;
        }
        return frequencyHz * reach;
    }

    private void interpolate(int piece, double logScale, double[] points, int table, int from, int to,
            double[][] out, int at) {
        double middle = (starts[piece] + ends[piece]) / 2;
        double inverse = 2 / (ends[piece] - starts[piece]);
        POLYNOMIALS.evaluate(coefficients, piece * FUNCTIONS * POLYNOMIALS.stride(),
            inverse / 3, (logScale - middle) * inverse, points, table + from, table + to, out, at);
    }
}
