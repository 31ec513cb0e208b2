package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.model.phenomx.pnr.TunedAngles.logV;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.SineCosine;
import org.chirpmill.model.phenomx.precession.AngleFunction;
import org.chirpmill.model.phenomx.precession.AngleTable;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.spintaylor.ContinuedInspiral;

/**
 * Tabulates tuned angles, and finds the places at which they are not smooth, between which their polynomials lie: where
 * the tuned pieces begin and end, where beta passes a border of its range, at which it jumps, and where the inspiral
 * has kinks. Work space of one thread.
 */
final class TunedTable {
    /**
     * Of beta's half sine and cosine. Where beta is held at 0 or pi the table would know alpha no more, which the
     * antisymmetric part needs there too.
     */
    private static final double LEAST_HALF = 2e-10;
    /** What the table may miss of the angles, rad. */
    private static final double TOLERANCE = 1e-10;
    /** How often to look for the places at which angles have kinks. */
    private static final int STEPS = 8;
    /** Places closer than this, in log v, are one. */
    private static final double SAME = 1e-9;
    /** Smaller kinks of the integrated inspiral, rad, are none to the table's tolerance. */
    private static final double LEAST_KINK = 1e-7;
    /** Room for joins that is kept for places at which beta passes a border of its range. */
    private static final int SPARE_JOINS = 2;
    /** How many places are noted at which beta passes a border of its range. */
    private static final int MOST_CROSSINGS = 8;

    private final TunedAngles angles;
    private final MultipleScaleSource inspiral;
    private final ContinuedInspiral orbit;
    private final AngleTable table = new AngleTable();
    private final AngleFunction function = this::anglesAt;
    private final List<DoubleUnaryOperator> kinks =
        IntStream.range(0, InspiralAngles.KINKS).mapToObj(this::kinks).toList();
    private final DoubleUnaryOperator margin = this::marginAt;
    private final SineCosine half = new SineCosine();
    private final double[] kinksAtStart = new double[InspiralAngles.KINKS];
    private final double[] kinksAtEnd = new double[InspiralAngles.KINKS];
    private final double[] kinksBetween = new double[InspiralAngles.KINKS];
    private final double[] joins = new double[AngleTableRow.MOST_JOINS];
    /** Places log v at which beta passes a border of its range, as far as they are known. */
    private final double[] crossings = new double[MOST_CROSSINGS];
    private int noted;
    private boolean isInterrupted;

    /**
     * Work space for tables of angles.
     *
     * @param angles the tuned angles
     * @param inspiral their inspiral where it is not integrated
     * @param orbit their inspiral where it is
     */
    TunedTable(TunedAngles angles, MultipleScaleSource inspiral, ContinuedInspiral orbit) {
        this.angles = angles;
        this.inspiral = inspiral;
        this.orbit = orbit;
    }

    /**
     * Writes a table.
     *
     * @param isIntegrated whether the inspiral is
     * @param first lowest log v
     * @param last highest log v, larger
     * @param rows receives the table
     * @param tableAt where it begins
     * @param room for how many pieces it has room
     * @return whether the table holds
     */
    boolean write(boolean isIntegrated, double first, double last, double[] rows, int tableAt, int room) {
        noted = 0;
        lookForCrossings(first, Math.min(last, logV(angles.bordersTo())));
        boolean holds;
        do {
            isInterrupted = false;
            int count = addJoins(isIntegrated, first, last);
            holds = table.writeMinimallyRotating(
                function, first, last, joins, count, TOLERANCE, rows, tableAt, room);
        } while (isInterrupted);
        return holds;
    }

    /** Turns the table as {@link AngleTable#turn} does. */
    void turn(double logV, double tabulated, double alpha, double epsilon) {
        table.turn(logV, tabulated, alpha, epsilon);
    }

    /** Notes where beta passes a border, as far as a few places tell. */
    private void lookForCrossings(double first, double last) {
        double before = marginAt(first);
        for (int step = 1; step <= STEPS && first < last; step++) {
            double start = first + (last - first) * (step - 1) / STEPS;
            double end = first + (last - first) * step / STEPS;
            double here = marginAt(end);
            if (here > 0 != before > 0) {
                note(SignChanges.between(margin, start, end, before, here));
            }
            before = here;
        }
    }

    /** Notes a place where beta passes a border, if it is new and there is room. */
    private boolean note(double place) {
        boolean isNew = noted < crossings.length;
        for (int crossing = 0; crossing < noted && isNew; crossing++) {
            isNew = Math.abs(crossings[crossing] - place) > SAME;
        }
        if (isNew) {
            crossings[noted] = place;
            noted++;
        }
        return isNew;
    }

    /** All joins, ascending, as far as there is room: the last of the inspiral's give way. */
    private int addJoins(boolean isIntegrated, double first, double last) {
        int count = angles.joins(first, last, joins);
        for (int crossing = 0; crossing < noted && count < joins.length; crossing++) {
            joins[count] = crossings[crossing];
            count++;
        }
        count = isIntegrated ? addKnots(first, last, count) : addKinks(first, last, count);
        Arrays.sort(joins, 0, count);
        return count;
    }

    /** Where the integrated inspiral is not smooth, as far as it shows and there is room; the last knots first. */
    private int addKnots(double first, double last, int count) {
        double ofAlpha = angles.alphaTo();
        double to = Math.min(orbit.transition(), Math.max(ofAlpha, angles.betaTo()));
        int all = orbit.transition() <= to ? TunedAngles.insert(orbit.transition(), first, last, joins, count) : count;
        for (int knot = orbit.knots() - 2; knot >= 0 && all < joins.length - SPARE_JOINS; knot--) {
            double place = orbit.knot(knot);
            if (place < to && orbit.kink(knot, place < ofAlpha) > LEAST_KINK) {
                all = TunedAngles.insert(place, first, last, joins, all);
            }
        }
        return all;
    }

    private DoubleUnaryOperator kinks(int kind) {
        return logV -> {
            inspiral.angles().kinks(ScalarMath.exp(logV), kinksBetween);
            return kinksBetween[kind];
        };
    }

    /** Where the inspiral's angles have kinks that show, as far as there is room. */
    private int addKinks(double first, double last, int count) {
        double ofAlpha = logV(angles.alphaTo());
        double to = Math.min(last, Math.max(ofAlpha, logV(angles.betaTo())));
        int all = count;
        double[] at = kinksAtStart;
        double[] atEnd = kinksAtEnd;
        inspiral.angles().kinks(ScalarMath.exp(first), at);
        for (int step = 1; step <= STEPS && first < to; step++) {
            double start = first + (to - first) * (step - 1) / STEPS;
            double end = first + (to - first) * step / STEPS;
            inspiral.angles().kinks(ScalarMath.exp(end), atEnd);
            for (int kind = 0; kind < InspiralAngles.KINKS && all < joins.length - SPARE_JOINS; kind++) {
                boolean shows = kind == 0 || start < ofAlpha;
                if (shows && at[kind] > 0 != atEnd[kind] > 0) {
                    joins[all] = SignChanges.between(kinks.get(kind), start, end, at[kind], atEnd[kind]);
                    all++;
                }
            }
            double[] before = at;
            at = atEnd;
            atEnd = before;
        }
        return all;
    }

    private double marginAt(double logV) {
        evaluateAt(logV);
        return angles.margin();
    }

    private void evaluateAt(double logV) {
        double v = ScalarMath.exp(logV);
        angles.evaluate(v * v * v / Math.PI, v, logV);
    }

    private void anglesAt(double[] logV, int count, double[][] out) {
        // Downwards, as the integrated inspiral's alpha is counted.
        double marginAbove = 0;
        for (int i = count - 1; i >= 0; i--) {
            evaluateAt(logV[i]);
            half.take(angles.beta() / 2);
            out[0][i] = angles.alpha();
            out[2][i] = Math.max(LEAST_HALF, half.cosine());
            out[3][i] = Math.max(LEAST_HALF, half.sine());
            double marginHere = angles.margin();
            if (i < count - 1 && marginHere > 0 != marginAbove > 0
                && note(SignChanges.between(margin, logV[i], logV[i + 1], marginHere, marginAbove))) {
                // The table goes no further.
                isInterrupted = true;
                Arrays.fill(out[0], 0, count, Double.NaN);
                return;
            }
            marginAbove = marginHere;
        }
    }
}
