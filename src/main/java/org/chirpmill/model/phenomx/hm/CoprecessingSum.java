package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.lanes.Points;

/**
 * What the sums of the five modes share, seen by an observer or twisted: where each mode ends, joins and has poles.
 *
 * <p>The (3, 2) mode rides on the (2, 2): both turn with twice the orbital phase, so that beside the phase of the one
 * the other turns slowly and joins the amplitudes. Four modes remain to be summed at every bin.
 */
public abstract class CoprecessingSum implements ModeSum {
    private static final int QUADRUPOLE = CoprecessingLanes.QUADRUPOLE;
    private static final int RIDER = CoprecessingLanes.MIXED;
    /** The modes of {@link CoprecessingLanes} that remain. */
    private static final int[] CARRIERS =
        IntStream.range(0, CoprecessingLanes.MODES).filter(mode -> mode != RIDER).toArray();
    private static final int FUNCTIONS = 5;

    private final CoprecessingLanes lanes = new CoprecessingLanes();
    private double[][] rider = new double[FUNCTIONS][Lanes.PADDING];
    private double[] sine = Lanes.array(0);
    private double[] cosine = Lanes.array(0);
    private double[] rows;
    private int row;
    /** The mode that gives its phase to the two, and whether the other is there as well. */
    private int first;
    private boolean isRidden;

    /** The five modes themselves. */
    protected final CoprecessingLanes lanes() {
        return lanes;
    }

    /** The coefficient rows of this waveform. */
    protected final double[] rows() {
        return rows;
    }

    /** Where its row begins. */
    protected final int row() {
        return row;
    }

    /** |m| of the modes that one of the four holds. */
    protected static int m(int carrier) {
        return CoprecessingLanes.m(CARRIERS[carrier]);
    }

    /** Prepares what all modes of this |m| take at the points; arguments as those of {@link #evaluate}. */
    protected abstract void orient(int m, double[] points, int stride, int from, int to);

    /** Evaluates one of the five modes at points that were oriented, as {@link #evaluate} does one of the four. */
    protected abstract void evaluateMode(int mode, double[] points, int stride, int from, int to, double[][] out);

    @Override
    public final int modes() {
        return CARRIERS.length;
    }

    @Override
    public final int amplitudes() {
        return FUNCTIONS - 1;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
        first = CoprecessingLanes.end(rows, row, QUADRUPOLE) > 0 ? QUADRUPOLE : RIDER;
        isRidden = first == QUADRUPOLE && CoprecessingLanes.end(rows, row, RIDER) > 0;
    }

    @Override
    public final double end(int carrier) {
        double end = CoprecessingLanes.end(rows, row, mode(carrier));
        return carrier == 0 && isRidden ? Math.max(end, CoprecessingLanes.end(rows, row, RIDER)) : end;
    }

    @Override
    public int joins(int carrier, double[] out) {
        int mode = mode(carrier);
        if (carrier > 0 || !isRidden) {
            return CoprecessingLanes.joins(rows, row, mode, out);
        }
        int count = CoprecessingLanes.joins(rows, row, RIDER, out);
        double end = CoprecessingLanes.end(rows, row, mode);
        double riderEnd = CoprecessingLanes.end(rows, row, RIDER);
        if (end != riderEnd) {
            out[count] = Math.nextUp(Math.min(end, riderEnd));
            count++;
        }
        return count;
    }

    @Override
    public double scale(int carrier, double frequencyHz) {
        return CoprecessingLanes.scale(rows, row, carrier == 0 && isRidden ? RIDER : mode(carrier), frequencyHz);
    }

    @Override
    public final void evaluate(int carrier, double[] points, int stride, int from, int to, double[][] out) {
        orient(m(carrier), points, stride, from, to);
        int mode = mode(carrier);
        evaluateMode(mode, points, stride, from, to, out);
        if (carrier == 0 && isRidden) {
            int count = to - from;
            reserve(count);
            evaluateMode(RIDER, points, stride, from, to, rider);
            double end = CoprecessingLanes.end(rows, row, mode);
            double riderEnd = CoprecessingLanes.end(rows, row, RIDER);
            if (end != riderEnd) {
                silence(Math.min(end, riderEnd), points, stride, from, to, end < riderEnd ? out : rider);
            }
            mount(count, out);
        }
    }

    private int mode(int carrier) {
        return carrier == 0 ? first : CARRIERS[carrier];
    }

    private void reserve(int points) {
        if (sine.length < points + Lanes.PADDING) {
            rider = new double[FUNCTIONS][points + Lanes.PADDING];
            sine = Lanes.array(points);
            cosine = Lanes.array(points);
        }
    }

    /** Leaves nothing of the mode that ends before the other beyond its end. */
    private static void silence(double end, double[] points, int stride, int from, int to, double[][] out) {
        int beyond = Points.firstAtOrAbove(points, stride, from, to, Math.nextUp(end));
        if (beyond < to) {
            for (int function = 1; function < FUNCTIONS; function++) {
                Arrays.fill(out[function], beyond - from, to - from, 0);
            }
        }
    }

    /** Adds the rider, turned by what its phase is ahead. */
    private void mount(int count, double[][] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, rider[0], i).sub(DoubleVector.fromArray(SPECIES, out[0], i))
                .intoArray(sine, i);
        }
        LaneMath.sincos(sine, 0, count, sine, cosine);
        for (int part = 1; part < FUNCTIONS; part += 2) {
            addTurned(count, rider[part], rider[part + 1], out[part], out[part + 1]);
        }
    }

    private void addTurned(int count, double[] real, double[] imaginary, double[] sumReal, double[] sumImaginary) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector re = DoubleVector.fromArray(SPECIES, real, i);
            DoubleVector im = DoubleVector.fromArray(SPECIES, imaginary, i);
            re.fma(c, DoubleVector.fromArray(SPECIES, sumReal, i)).sub(im.mul(s)).intoArray(sumReal, i);
            re.fma(s, im.fma(c, DoubleVector.fromArray(SPECIES, sumImaginary, i))).intoArray(sumImaginary, i);
        }
    }
}
