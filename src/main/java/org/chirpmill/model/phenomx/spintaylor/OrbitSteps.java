package org.chirpmill.model.phenomx.spintaylor;

import java.util.Arrays;
import org.chirpmill.model.ScalarMath;

/**
 * The steps of an integration, down and then up from a reference velocity, each with the interpolant of its states in
 * the turning frame, and the frame: its z axis is along the total angular momentum at the reference velocity, its
 * angle about it grows by turn / v^4 with v.
 */
final class OrbitSteps {
    private static final int SIZE = OrbitEquations.SIZE;
    /** A step's state at its start and its interpolant. */
    private static final int STRIDE = (1 + EighthOrderMethod.INTERPOLANT) * SIZE;

    private final Bracket bracket = new Bracket();
    private final double[] framed = new double[SpinTaylorOrbit.FRAMED];
    /** For how many steps each way has room: those down begin at 0, those up behind that room. */
    private int room = 32;
    private int downs;
    private int ups;
    /** The step that was last asked for: most often the next velocity lies close by. */
    private int last;
    private double[] starts = new double[2 * room];
    private double[] ends = new double[2 * room];
    /** One over their lengths. */
    private double[] inverses = new double[2 * room];
    /** The frame's angle is OFFSET - FALL / v^3. */
    private double[] offsets = new double[2 * room];
    private double[] falls = new double[2 * room];
    private double[] interpolants = new double[2 * room * STRIDE];

    // The frame's axes in that of the source, at angle 0: x, y, z.
    private double xx;
    private double xy;
    private double xz;
    private double yx;
    private double yy;
    private double zx;
    private double zy;
    private double zz;

    /** Forgets all steps; the z axis will be along a vector. */
    void begin(double[] axis) {
        downs = 0;
        ups = 0;
        last = 0;
        double plane = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1]);
        double norm = Math.sqrt(plane * plane + axis[2] * axis[2]);
        double cosAzimuth = plane > 0 ? axis[0] / plane : 1;
        double sinAzimuth = plane > 0 ? axis[1] / plane : 0;
        zx = axis[0] / norm;
        zy = axis[1] / norm;
        zz = axis[2] / norm;
        xx = zz * cosAzimuth;
        xy = zz * sinAzimuth;
        xz = -plane / norm;
        yx = -sinAzimuth;
        yy = cosAzimuth;
    }

    int count() {
        return downs + ups;
    }

    /** The step that was last added, down or up. */
    int newest(boolean isUp) {
        return isUp ? room + ups - 1 : downs - 1;
    }

    /** Turns a state of the source's frame into this one at angle 0. */
    void turnIn(double[] state) {
        for (int i = 0; i < OrbitEquations.TIME; i += 3) {
            double x = state[i];
            double y = state[i + 1];
            double z = state[i + 2];
            state[i] = xx * x + xy * y + xz * z;
            state[i + 1] = yx * x + yy * y;
            state[i + 2] = zx * x + zy * y + zz * z;
        }
    }

    /** Turns a state back to the source's frame. */
    void turnOut(double[] state, double angle) {
        double cos = ScalarMath.cos(angle);
        double sin = ScalarMath.sin(angle);
        for (int i = 0; i < OrbitEquations.TIME; i += 3) {
            double x = cos * state[i] - sin * state[i + 1];
            double y = sin * state[i] + cos * state[i + 1];
            double z = state[i + 2];
            state[i] = xx * x + yx * y + zx * z;
            state[i + 1] = xy * x + yy * y + zy * z;
            state[i + 2] = xz * x + zz * z;
        }
    }

    /** The angle by which the frame turns between two velocities. */
    static double turned(double turn, double from, double to) {
        return turn / 3 * (1 / (from * from * from) - 1 / (to * to * to));
    }

    /**
     * Adds a step.
     *
     * @param isUp whether it leads to a higher velocity
     * @param from velocity at its start
     * @param to velocity at its end
     * @param angle the frame's angle at its start
     * @param turn how fast the frame turns
     * @param start the state at its start
     * @return where in {@link #interpolants} the interpolant of its states is to be written
     */
    int add(boolean isUp, double from, double to, double angle, double turn, double[] start) {
        if ((isUp ? ups : downs) == room) {
            makeRoom();
        }
        int step = isUp ? room + ups++ : downs++;
        starts[step] = from;
        ends[step] = to;
        inverses[step] = 1 / (to - from);
        falls[step] = turn / 3;
        offsets[step] = angle + falls[step] / (from * from * from);
        System.arraycopy(start, 0, interpolants, step * STRIDE, SIZE);
        return step * STRIDE + SIZE;
    }

    private void makeRoom() {
        starts = withRoom(starts, room);
        ends = withRoom(ends, room);
        inverses = withRoom(inverses, room);
        offsets = withRoom(offsets, room);
        falls = withRoom(falls, room);
        interpolants = withRoom(interpolants, room * STRIDE);
        room *= 2;
    }

    private static double[] withRoom(double[] numbers, int half) {
        double[] wider = Arrays.copyOf(numbers, 4 * half);
        System.arraycopy(numbers, half, wider, 2 * half, half);
        return wider;
    }

    /** The interpolants of all steps, of which each has {@link EighthOrderMethod#INTERPOLANT} states. */
    double[] interpolants() {
        return interpolants;
    }

    /** The state at a velocity, in the source's frame. */
    void at(double v, double reference, double[] out) {
        int step = stepOf(v, reference);
        inFrame(step, v, out);
        turnOut(out, angle(step, v));
    }

    /** Writes L at a velocity, in the source's frame, and how far a vector carried along with it has turned. */
    void directionAt(double v, double reference, double[] out) {
        inTurningFrame(v, reference, framed);
        double cos = ScalarMath.cos(framed[4]);
        double sin = ScalarMath.sin(framed[4]);
        double x = cos * framed[0] - sin * framed[1];
        double y = sin * framed[0] + cos * framed[1];
        double z = framed[2];
        out[0] = xx * x + yx * y + zx * z;
        out[1] = xy * x + yy * y + zy * z;
        out[2] = xz * x + zz * z;
        out[3] = framed[3];
    }

    /** Writes L at a velocity, in the turning frame, how far the carried vector has turned, and the frame's angle. */
    void inTurningFrame(double v, double reference, double[] out) {
        int step = stepOf(v, reference);
        double place = (v - starts[step]) * inverses[step];
        int first = step * STRIDE + OrbitEquations.ORBIT;
        out[0] = EighthOrderMethod.interpolate(place, interpolants[first], interpolants, first + SIZE);
        out[1] = EighthOrderMethod.interpolate(place, interpolants[first + 1], interpolants, first + 1 + SIZE);
        out[2] = EighthOrderMethod.interpolate(place, interpolants[first + 2], interpolants, first + 2 + SIZE);
        int carried = step * STRIDE + OrbitEquations.CARRIED;
        out[3] = EighthOrderMethod.interpolate(place, interpolants[carried], interpolants, carried + SIZE);
        out[4] = angle(step, v);
    }

    /** Writes the frame's axes at angle 0, three numbers each. */
    void axes(double[] out) {
        out[0] = xx;
        out[1] = xy;
        out[2] = xz;
        out[3] = yx;
        out[4] = yy;
        out[5] = 0;
        out[6] = zx;
        out[7] = zy;
        out[8] = zz;
    }

    /** The frame's angle at a velocity of a step. */
    private double angle(int step, double v) {
        return offsets[step] - falls[step] / (v * v * v);
    }

    /** Writes the frame's z axis. */
    void axis(double[] out) {
        out[0] = zx;
        out[1] = zy;
        out[2] = zz;
    }

    /** The state at a velocity of a step, in the turning frame. */
    void inFrame(int step, double v, double[] out) {
        double x = (v - starts[step]) * inverses[step];
        for (int i = 0; i < SIZE; i++) {
            int at = step * STRIDE + i;
            out[i] = EighthOrderMethod.interpolate(x, interpolants[at], interpolants, at + SIZE);
        }
    }

    /** The time at a velocity of a step. */
    double timeAt(int step, double v) {
        double x = (v - starts[step]) * inverses[step];
        int at = step * STRIDE + OrbitEquations.TIME;
        return EighthOrderMethod.interpolate(x, interpolants[at], interpolants, at + SIZE);
    }

    /** The velocity at a time, the nearest one of the steps'. */
    double velocityAt(double time) {
        int step = time < 0 ? 0 : room;
        int last = newest(time >= 0);
        while (step < last && Math.abs(timeAt(step, ends[step])) < Math.abs(time)) {
            step++;
        }
        if (Math.abs(timeAt(step, ends[step])) <= Math.abs(time)) {
            return ends[step];
        }
        bracket.set(starts[step], timeAt(step, starts[step]) - time, ends[step], timeAt(step, ends[step]) - time);
        while (!bracket.isClosed()) {
            double v = bracket.next();
            double rest = timeAt(step, v) - time;
            if (rest == 0) {
                return v;
            }
            bracket.take(v, rest);
        }
        return bracket.low();
    }

    /** The step that has a velocity: the last one to begin before it on its way from the reference. */
    int stepOf(double v, double reference) {
        boolean below = downs > 0 && (v < reference || ups == 0);
        int low = below ? 0 : room;
        int high = newest(!below) + 1;
        if (last >= low && last < high && begins(last, below, v)) {
            low = last;
            high = last + 1 == high || !begins(last + 1, below, v) ? last + 1 : high;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (begins(middle, below, v)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        last = low;
        return low;
    }

    /** Whether a step begins before a velocity, on its way down or up. */
    private boolean begins(int step, boolean below, double v) {
        return below ? starts[step] >= v : starts[step] <= v;
    }
}
