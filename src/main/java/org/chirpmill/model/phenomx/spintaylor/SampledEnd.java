package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * The last of the inspiral as LALSimulation has it: alpha and cos(beta) as cubic splines over M f through samples at
 * equal steps of time, without curvature at the last. That bends both by up to 1e-3 near the end, and the continuation
 * through merger, which takes values and slopes there, everywhere after it; so the splines are part of the model's
 * definition. The steps count from the reference frequency. Where the first knot is, the splines are the inspiral's
 * within 1e-7, and begin with its slope. Work space of one thread.
 */
final class SampledEnd {
    /** Knots: the bend of the last decays by 0.27 from knot to knot. */
    static final int KNOTS = 9;
    private final double[] state = new double[SpinTaylorOrbit.SIZE];
    private final OrbitAngles angles = new OrbitAngles();
    private final double[] velocities = new double[KNOTS];
    private final double[] knots = new double[KNOTS];
    private final double[] alphas = new double[KNOTS];
    private final double[] cosines = new double[KNOTS];
    private final double[] alphaBends = new double[KNOTS];
    private final double[] cosineBends = new double[KNOTS];
    private final double[] epsilons = new double[KNOTS];
    private final double[] work = new double[KNOTS];
    private int count;

    /**
     * Takes the last samples of an orbit.
     *
     * @param orbit the orbit
     * @param orientation of J
     * @param last the velocity of the last sample
     * @param step the time between samples, M
     * @param carried the orbit's vector that is carried along
     * @return whether the orbit has enough of them
     */
    boolean take(SpinTaylorOrbit orbit, ReferenceOrientation orientation, double last, double step,
            CarriedVector carried) {
        double lastTime = orbit.timeAt(last);
        double v = last;
        int first = KNOTS;
        while (first > 0 && v > orbit.firstVelocity()) {
            first--;
            sample(orbit, orientation, v, first);
            v = orbit.velocityAt(lastTime - (KNOTS - first) * step);
        }
        count = KNOTS - first;
        if (count < 3) {
            return false;
        }
        moveToFront(first);
        for (int i = 1; i < count; i++) {
            alphas[i] += 2 * Math.PI * Math.rint((alphas[i - 1] - alphas[i]) / (2 * Math.PI));
        }
        angles.set(orbit, orientation);
        bend(alphas, angles.alphaSlope(velocities[0]), alphaBends);
        bend(cosines, angles.cosineSlope(velocities[0]), cosineBends);
        orbit.at(velocities[0], state);
        epsilons[0] = carried.epsilon(state[0], state[1], state[2], state[SpinTaylorOrbit.CARRIED]);
        for (int i = 1; i < count; i++) {
            epsilons[i] = epsilons[i - 1] + turn(i - 1, knots[i]);
        }
        return true;
    }

    private void sample(SpinTaylorOrbit orbit, ReferenceOrientation orientation, double v, int at) {
        orbit.at(v, state);
        velocities[at] = v;
        knots[at] = OrbitAngles.frequency(v);
        alphas[at] = Arctangent.ofPoint(orientation.sideways(state[0], state[1]),
            orientation.inward(state[0], state[1], state[2]));
        cosines[at] = orientation.along(state[0], state[1], state[2]);
    }

    private void moveToFront(int first) {
        for (double[] numbers : new double[][] {velocities, knots, alphas, cosines}) {
            System.arraycopy(numbers, first, numbers, 0, count);
        }
    }

    /** Second derivatives of the spline with a slope at its first knot and no curvature at its last. */
    private void bend(double[] values, double slope, double[] bends) {
        double width = knots[1] - knots[0];
        double secant = (values[1] - values[0]) / width;
        // Forward elimination of rows (below, diagonal, above): work holds above over diagonal.
        work[0] = 0.5;
        bends[0] = 3 / width * (secant - slope);
        for (int i = 1; i < count - 1; i++) {
            double next = knots[i + 1] - knots[i];
            double nextSecant = (values[i + 1] - values[i]) / next;
            double pivot = 2 * (width + next) - width * work[i - 1];
            work[i] = next / pivot;
            bends[i] = (6 * (nextSecant - secant) - width * bends[i - 1]) / pivot;
            width = next;
            secant = nextSecant;
        }
        bends[count - 1] = 0;
        for (int i = count - 2; i >= 0; i--) {
            bends[i] -= work[i] * bends[i + 1];
        }
    }

    /** How many knots there are. */
    int knots() {
        return count;
    }

    /** M f of a knot. */
    double knot(int index) {
        return knots[index];
    }

    /**
     * How far alpha, rad, is at the next knot from where it would be if its third derivative did not jump at a knot
     * before the last; 0 at the first, where the splines are as smooth as the inspiral to their error.
     */
    double alphaKink(int index) {
        return kink(alphaBends, index);
    }

    /** The same of cos(beta). */
    double cosineKink(int index) {
        return kink(cosineBends, index);
    }

    private double kink(double[] bends, int i) {
        if (i == 0) {
            return 0;
        }
        double width = knots[i + 1] - knots[i];
        double before = (bends[i] - bends[i - 1]) / (knots[i] - knots[i - 1]);
        return width * width / 6 * (bends[i + 1] - bends[i] - width * before);
    }

    double alpha(double f) {
        return value(alphas, alphaBends, interval(f), f);
    }

    double alphaSlope(double f) {
        return slope(alphas, alphaBends, interval(f), f);
    }

    double cosine(double f) {
        return value(cosines, cosineBends, interval(f), f);
    }

    double cosineSlope(double f) {
        return slope(cosines, cosineBends, interval(f), f);
    }

    /** The integral of cos(beta) d alpha, continuing the inspiral's epsilon. */
    double epsilon(double f) {
        int interval = interval(f);
        return epsilons[interval] + turn(interval, f);
    }

    private int interval(double f) {
        int interval = count - 2;
        while (interval > 0 && knots[interval] > f) {
            interval--;
        }
        return interval;
    }

    private double value(double[] values, double[] bends, int i, double f) {
        double width = knots[i + 1] - knots[i];
        double x = (f - knots[i]) / width;
        double rest = 1 - x;
        return rest * values[i] + x * values[i + 1]
            - width * width / 6 * x * rest * ((1 + rest) * bends[i] + (1 + x) * bends[i + 1]);
    }

    private double slope(double[] values, double[] bends, int i, double f) {
        double width = knots[i + 1] - knots[i];
        double x = (f - knots[i]) / width;
        double rest = 1 - x;
        return (values[i + 1] - values[i]) / width
            + width / 6 * ((3 * x * x - 1) * bends[i + 1] - (3 * rest * rest - 1) * bends[i]);
    }

    /** From a knot on, by Gauss and Legendre's rule of three points, which is exact for products of degree five. */
    private double turn(int i, double f) {
        double half = (f - knots[i]) / 2;
        double middle = knots[i] + half;
        double off = Math.sqrt(0.6) * half;
        return half / 9 * (5 * (rate(i, middle - off) + rate(i, middle + off)) + 8 * rate(i, middle));
    }

    private double rate(int i, double f) {
        return value(cosines, cosineBends, i, f) * slope(alphas, alphaBends, i, f);
    }
}
