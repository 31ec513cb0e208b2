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
    /** Coefficients of a cubic, and of the integral of a cubic times the slope of another. */
    private static final int CUBIC = 4;
    private static final int INTEGRAL = 7;

    private final double[] state = new double[SpinTaylorOrbit.SIZE];
    private final OrbitAngles angles = new OrbitAngles();
    private final double[] velocities = new double[KNOTS];
    private final double[] knots = new double[KNOTS];
    private final double[] alphas = new double[KNOTS];
    private final double[] cosines = new double[KNOTS];
    private final double[] bends = new double[KNOTS];
    private final double[] work = new double[KNOTS];
    /** By interval between knots: coefficients of the powers of the distance from its lower knot, over its width. */
    private final double[] alphaSeries = new double[CUBIC * KNOTS];
    private final double[] cosineSeries = new double[CUBIC * KNOTS];
    private final double[] epsilonSeries = new double[INTEGRAL * KNOTS];
    private final double[] inverseWidths = new double[KNOTS];
    private int count;
    /** The interval that was last asked for, most often the next one's too. */
    private int last;

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
        for (int i = 0; i < count - 1; i++) {
            inverseWidths[i] = 1 / (knots[i + 1] - knots[i]);
        }
        writeSpline(alphas, angles.alphaSlope(velocities[0]), alphaSeries);
        writeSpline(cosines, angles.cosineSlope(velocities[0]), cosineSeries);
        orbit.at(velocities[0], state);
        double epsilon = carried.epsilon(state[0], state[1], state[2], state[SpinTaylorOrbit.CARRIED]);
        for (int i = 0; i < count - 1; i++) {
            writeIntegral(i, epsilon);
            epsilon = integral(i, 1);
        }
        last = 0;
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

    /** The spline with a slope at its first knot and no curvature at its last. */
    private void writeSpline(double[] values, double slope, double[] series) {
        bend(values, slope);
        for (int i = 0; i < count - 1; i++) {
            double width = knots[i + 1] - knots[i];
            double square = width * width;
            int at = CUBIC * i;
            series[at] = values[i];
            series[at + 1] = values[i + 1] - values[i] - square / 6 * (2 * bends[i] + bends[i + 1]);
            series[at + 2] = square / 2 * bends[i];
            series[at + 3] = square / 6 * (bends[i + 1] - bends[i]);
        }
    }

    /** Its second derivatives. */
    private void bend(double[] values, double slope) {
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

    /** The integral of cos(beta) d alpha over an interval, with its value at the lower knot. */
    private void writeIntegral(int interval, double epsilon) {
        int cosine = CUBIC * interval;
        double rate0 = alphaSeries[cosine + 1];
        double rate1 = 2 * alphaSeries[cosine + 2];
        double rate2 = 3 * alphaSeries[cosine + 3];
        double c0 = cosineSeries[cosine];
        double c1 = cosineSeries[cosine + 1];
        double c2 = cosineSeries[cosine + 2];
        double c3 = cosineSeries[cosine + 3];
        int at = INTEGRAL * interval;
        epsilonSeries[at] = epsilon;
        epsilonSeries[at + 1] = c0 * rate0;
        epsilonSeries[at + 2] = (c0 * rate1 + c1 * rate0) / 2;
        epsilonSeries[at + 3] = (c0 * rate2 + c1 * rate1 + c2 * rate0) / 3;
        epsilonSeries[at + 4] = (c1 * rate2 + c2 * rate1 + c3 * rate0) / 4;
        epsilonSeries[at + 5] = (c2 * rate2 + c3 * rate1) / 5;
        epsilonSeries[at + 6] = c3 * rate2 / 6;
    }

    /** How many knots there are. */
    int knots() {
        return count;
    }

    /** M f of a knot. */
    double knot(int index) {
        return knots[index];
    }

    /** By how much a sixth of the third derivative jumps at a knot between two others: the larger of both splines. */
    double jump(int index) {
        return Math.max(Math.abs(jump(alphaSeries, index)), Math.abs(jump(cosineSeries, index)));
    }

    private double jump(double[] series, int index) {
        return cube(series, index) - cube(series, index - 1);
    }

    private double cube(double[] series, int interval) {
        double inverse = inverseWidths[interval];
        return series[CUBIC * interval + 3] * inverse * inverse * inverse;
    }

    /**
     * How far alpha, rad, is at the next knot from where it would be if its third derivative did not jump at a knot
     * before the last; 0 at the first, where the splines are as smooth as the inspiral to their error.
     */
    double alphaKink(int index) {
        return kink(alphaSeries, index);
    }

    /** The same of cos(beta). */
    double cosineKink(int index) {
        return kink(cosineSeries, index);
    }

    private double kink(double[] series, int index) {
        double width = knots[index + 1] - knots[index];
        return index == 0 ? 0 : width * width * width * jump(series, index);
    }

    double alpha(double f) {
        int interval = interval(f);
        return value(alphaSeries, interval, place(interval, f));
    }

    double alphaSlope(double f) {
        return slope(alphaSeries, f);
    }

    double cosine(double f) {
        int interval = interval(f);
        return value(cosineSeries, interval, place(interval, f));
    }

    double cosineSlope(double f) {
        return slope(cosineSeries, f);
    }

    /** The integral of cos(beta) d alpha, continuing the inspiral's epsilon. */
    double epsilon(double f) {
        int interval = interval(f);
        return integral(interval, place(interval, f));
    }

    /** The interval between knots, or the first or last one where there is none. */
    private int interval(double f) {
        while (last > 0 && knots[last] > f) {
            last--;
        }
        while (last < count - 2 && knots[last + 1] <= f) {
            last++;
        }
        return last;
    }

    private double place(int interval, double f) {
        return (f - knots[interval]) * inverseWidths[interval];
    }

    private static double value(double[] series, int interval, double x) {
        int at = CUBIC * interval;
        return series[at] + x * (series[at + 1] + x * (series[at + 2] + x * series[at + 3]));
    }

    private double slope(double[] series, double f) {
        int interval = interval(f);
        double x = place(interval, f);
        int at = CUBIC * interval;
        return (series[at + 1] + x * (2 * series[at + 2] + x * 3 * series[at + 3])) * inverseWidths[interval];
    }

    private double integral(int interval, double x) {
        int at = INTEGRAL * interval;
        double sum = epsilonSeries[at + INTEGRAL - 1];
        for (int k = INTEGRAL - 2; k >= 0; k--) {
            sum = sum * x + epsilonSeries[at + k];
        }
        return sum;
    }
}
