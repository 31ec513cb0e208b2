package org.chirpmill.model.phenomx.hm;

import java.util.Arrays;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.phenomx.XasLanes;
import org.chirpmill.model.phenomx.hm.CoprecessingMode.Kind;

/**
 * The modes h_(l,-m) of IMRPhenomXHM's first release, 122019, at many points at once: {@link FirstReleaseKernel} as
 * {@link CoprecessingLanes} is {@link CoprecessingKernel}, with that class's numbers, ends and scales of modes. One
 * thread.
 */
public final class FirstReleaseLanes {
    private static final CoprecessingMode[] TABLE = CoprecessingMode.ALL.toArray(CoprecessingMode[]::new);
    /** Where more of each mode begins; of (2, 2) there is none. */
    private static final int[] MORE = CoprecessingMode.ALL.stream().mapToInt(FirstReleaseLanes::more).toArray();

    /** Has (2, 2) and (3, 2); the others' amplitudes are here. */
    private final CoprecessingLanes quadrupoleAndMixed = new CoprecessingLanes(MixedLanes.ofFirstRelease());

    private static int more(CoprecessingMode mode) {
        return Arrays.stream(HigherMode.values()).filter(higher -> higher.mode() == mode)
            .mapToInt(FirstReleaseRow::more).findFirst().orElse(0);
    }

    /** Writes the frequencies, Hz, at which a mode is not smooth, and returns how many there are. */
    public static int joins(double[] rows, int row, int mode, double[] out) {
        int block = row + TABLE[mode].block();
        int count = TABLE[mode].kind() == Kind.HIGHER ? 0 : XasLanes.joins(rows, row + CoprecessingRow.L2M2, out, 0);
        return TABLE[mode].kind() == Kind.QUADRUPOLE ? count
            : FirstModeLanes.joins(rows, block, row + MORE[mode], out, count);
    }

    /** Evaluates a mode as {@link CoprecessingLanes#evaluate} does; rows as {@link FirstReleaseRow} says. */
    public void evaluate(double[] rows, int row, int mode, double[] points, int stride, int from, int to,
            double[] phase, double[] real, double[] imaginary) {
        if (TABLE[mode].kind() != Kind.HIGHER) {
            quadrupoleAndMixed.evaluate(rows, row, mode, points, stride, from, to, phase, real, imaginary);
            return;
        }
        int block = row + TABLE[mode].block();
        int count = to - from;
        FirstModeLanes.amplitude(rows, block, row + MORE[mode], points, stride, from, to, real, 0);
        PiecewiseLanes.times(rows[block + ModeRow.SCALE], 0, count, real);
        ModeLanes.phase(rows, block, points, stride, from, to, phase, 0);
        Arrays.fill(imaginary, 0, count, 0);
    }
}
