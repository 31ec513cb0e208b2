package org.chirpmill.model.phenomx.spintaylor;

import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;

/**
 * The angles of {@link SpinTaylorAngles} with epsilon as LALSimulation finds it from the same alpha and beta: by sums
 * of Boole's rule over equal steps, joined by a cubic spline without curvature at its ends, and for IMRPhenomXP from
 * the merger on by the frequencies asked for themselves. Frequencies are M f. The sums go up to a limit, beyond which
 * epsilon is the exact one: there the steps are small.
 */
final class SteppedAngles {
    private static final double[] BOOLE = {7, 32, 12, 32, 7};
    /** Steps beyond the limit, after which the spline has forgotten its end. */
    private static final int MARGIN = 40;

    private final SpinTaylorAngles angles;
    private final FrequencySteps steps;
    private final double limit;
    private final double[] knots;
    private final double[] sums;
    private final double[] bends;
    private final double[][] one = new double[7][1];
    /** Above this, epsilon at the frequencies of {@link #grid}; infinite where there is no such tail. */
    private double tailFrom = Double.POSITIVE_INFINITY;
    private double[] grid;
    private double[] tail;

    /**
     * Steps through a row's angles.
     *
     * @param angles of the row that was prepared last
     * @param reference the reference frequency
     * @param limit up to where to step
     */
    SteppedAngles(SpinTaylorAngles angles, double reference, double limit) {
        this.angles = angles;
        this.steps = angles.steps();
        this.limit = Math.max(limit, reference + steps.gamma());
        int count = (int) Math.max(MARGIN, (this.limit - steps.gammaFrom()) / steps.gamma() + MARGIN);
        knots = new double[count];
        sums = new double[count];
        bends = new double[count];
        for (int i = 0; i < count; i++) {
            knots[i] = steps.gammaFrom() + i * steps.gamma();
            sums[i] = i == 0 ? 0 : sums[i - 1] + step(knots[i], steps.gamma());
        }
        bend();
        double atReference = exact(reference)[1] - spline(reference);
        for (int i = 0; i < count; i++) {
            sums[i] += atReference;
        }
    }

    /** Goes on from merger by the frequencies of a grid, Hz, of a binary of that mass, s. */
    void followGrid(FrequencyGrid frequencies, double mass) {
        grid = Arrays.stream(frequencies.frequencies(), frequencies.firstBin(), frequencies.bins())
            .map(f -> f * mass).toArray();
        tailFrom = angles.transition();
        tail = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            if (grid[i] < tailFrom || i == 0) {
                tail[i] = epsilonBefore(grid[i]);
            } else {
                tail[i] = tail[i - 1] + step(grid[i], grid[i] - grid[i - 1]);
            }
        }
    }

    /** alpha, epsilon, cos(beta / 2) and sin(beta / 2) at a frequency, which is on the grid where one is followed. */
    double[] at(double f) {
        double[] found = exact(f);
        if (f >= tailFrom) {
            int place = Arrays.binarySearch(grid, f * (1 - 1e-12));
            found[1] = tail[place < 0 ? -place - 1 : place];
        } else {
            found[1] = epsilonBefore(f);
        }
        return found;
    }

    private double epsilonBefore(double f) {
        return f < limit ? spline(f) : exact(f)[1];
    }

    private double[] exact(double f) {
        angles.at(new double[] {Math.log(Math.PI * f) / 3}, 1, one);
        return new double[] {one[0][0], one[1][0], one[2][0], one[3][0]};
    }

    /** The integral over a step from a frequency on. */
    private double step(double from, double width) {
        double sum = 0;
        for (int i = 0; i < BOOLE.length; i++) {
            sum += BOOLE[i] * angles.epsilonRate(from + i * width / 4, from < angles.transition());
        }
        return width / 90 * sum;
    }

    private void bend() {
        double h = steps.gamma();
        double[] above = new double[knots.length];
        for (int i = 1; i < knots.length - 1; i++) {
            double pivot = 4 - above[i - 1];
            above[i] = 1 / pivot;
            bends[i] = (6 * (sums[i + 1] - 2 * sums[i] + sums[i - 1]) / (h * h) - bends[i - 1]) / pivot;
        }
        for (int i = knots.length - 2; i > 0; i--) {
            bends[i] -= above[i] * bends[i + 1];
        }
    }

    private double spline(double f) {
        double h = steps.gamma();
        int i = (int) Math.clamp((f - steps.gammaFrom()) / h, 0, knots.length - 2);
        double x = (f - knots[i]) / h;
        double rest = 1 - x;
        return rest * sums[i] + x * sums[i + 1]
            - h * h / 6 * x * rest * ((1 + rest) * bends[i] + (1 + x) * bends[i + 1]);
    }
}
