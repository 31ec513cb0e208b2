package org.chirpmill.model.phenomx.hm;

import java.util.Arrays;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.phenomx.XasLanes;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.hm.CoprecessingMode.Kind;

/**
 * The modes h_(l,-m) of {@link CoprecessingKernel} at many points at once, numbered as {@link CoprecessingMode#ALL}
 * has them. One thread.
 */
public final class CoprecessingLanes {
    /** How many modes there are. */
    public static final int MODES = CoprecessingMode.ALL.size();

    /** Number of the (2, 2) mode. */
    public static final int QUADRUPOLE = CoprecessingMode.only(Kind.QUADRUPOLE);
    /** Number of the (3, 2) mode, whose ringdown mixes with it. */
    public static final int MIXED = CoprecessingMode.only(Kind.MIXED);
    private static final CoprecessingMode[] TABLE = CoprecessingMode.ALL.toArray(CoprecessingMode[]::new);

    private final MixedLanes mixed;

    /** The modes as IMRPhenomXHM has them now. */
    public CoprecessingLanes() {
        this(new MixedLanes());
    }

    /** The same with another (3, 2) mode. */
    CoprecessingLanes(MixedLanes mixed) {
        this.mixed = mixed;
    }

    /** l of a mode. */
    public static int l(int mode) {
        return TABLE[mode].l();
    }

    /** m of a mode. */
    public static int m(int mode) {
        return TABLE[mode].m();
    }

    /** The last frequency, Hz, at which a mode is not zero; negative where it is absent. */
    public static double end(double[] rows, int row, int mode) {
        if (mode == QUADRUPOLE) {
            return rows[row + CoprecessingRow.L2M2_SCALE] != 0
                ? rows[row + CoprecessingRow.L2M2 + XasRow.CUTOFF] : -1;
        }
        return rows[row + TABLE[mode].block() + ModeRow.SCALE] != 0 ? rows[row + CoprecessingRow.CUTOFF] : -1;
    }

    /** Writes the frequencies, Hz, at which a mode is not smooth, and returns how many there are. */
    public static int joins(double[] rows, int row, int mode, double[] out) {
        int block = row + TABLE[mode].block();
        return switch (TABLE[mode].kind()) {
            case QUADRUPOLE -> XasLanes.joins(rows, block, out, 0);
            case MIXED -> MixedLanes.joins(rows, row, out, 0);
            case HIGHER -> ModeLanes.joins(rows, block, out, 0);
        };
    }

    /** The distance, Hz, of a frequency to the poles of a mode: zero, and the complex frequency of its ringdown. */
    public static double scale(double[] rows, int row, int mode, double f) {
        int block = row + TABLE[mode].block();
        return switch (TABLE[mode].kind()) {
            case QUADRUPOLE -> XasLanes.scale(rows, block, f);
            case MIXED -> Math.min(
                XasLanes.scale(rows, row + CoprecessingRow.L2M2, f), ModeLanes.scale(rows, block, f));
            case HIGHER -> ModeLanes.scale(rows, block, f);
        };
    }

    /**
     * Evaluates a mode.
     *
     * @param rows coefficient rows
     * @param row where the coefficients of all modes begin, laid out as {@link CoprecessingRow} says
     * @param mode which
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param phase receives the phase, rad
     * @param real receives the real part of the amplitude, strain/Hz
     * @param imaginary receives its imaginary part, which only the mixed mode has
     */
    public void evaluate(double[] rows, int row, int mode, double[] points, int stride, int from, int to,
            double[] phase, double[] real, double[] imaginary) {
        int block = row + TABLE[mode].block();
        double scale = rows[mode == QUADRUPOLE ? row + CoprecessingRow.L2M2_SCALE : block + ModeRow.SCALE];
        int count = to - from;
        switch (TABLE[mode].kind()) {
            case QUADRUPOLE -> {
                XasLanes.amplitude(rows, block, points, stride, from, to, real, 0);
                XasLanes.phase(rows, block, points, stride, from, to, phase, 0);
                Arrays.fill(imaginary, 0, count, 0);
            }
            case MIXED -> {
                mixed.evaluate(rows, row, points, stride, from, to, phase, real, imaginary);
                PiecewiseLanes.times(scale, 0, count, imaginary);
            }
            case HIGHER -> {
                ModeLanes.amplitude(rows, block, points, stride, from, to, real, 0);
                ModeLanes.phase(rows, block, points, stride, from, to, phase, 0);
                Arrays.fill(imaginary, 0, count, 0);
            }
        }
        PiecewiseLanes.times(scale, 0, count, real);
    }
}
