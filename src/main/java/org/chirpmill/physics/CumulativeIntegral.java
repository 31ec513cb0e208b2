package org.chirpmill.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.DoubleUnaryOperator;

/**
 * The running integral F(x) of a positive function f from the lower end of its range, and its inverse. The range is
 * cut into panels, halved until a Chebyshev polynomial of degree 16 follows f to the tolerance; each panel then
 * integrates its own polynomial exactly. Integrable singularities at the ends of panels are met by halving alone.
 *
 * <p>Immutable. Once built it needs only the four basic operations, so its results are the same on every machine
 * provided that f's are.
 */
public final class CumulativeIntegral {
    private static final int DEGREE = 16;
    private static final int NODES = DEGREE + 1;
    private static final int MAXIMUM_HALVINGS = 60;
    private static final int MANY_PANELS = 20_000;
    private static final int MAXIMUM_NEWTON_STEPS = 80;
    /** A panel whose whole contribution is uncertain by less than this part of the total needs no more halving. */
    private static final double NEGLIGIBLE = 1e-16;
    /** Newton's method doubles its digits: after a step this small, in half panels, the next one is below rounding. */
    private static final double LAST_STEP = 1e-11;
    /** Row k holds T_k at the zeros of T_17; row 1 is those zeros. */
    private static final double[][] CHEBYSHEV_AT_NODES = chebyshevAtNodes();

    private final double[] edges;
    private final double[] integralAtEdges;
    private final double[] densityCoefficients;
    private final double[] integralCoefficients;

    /** A part of the range, how often it was halved to get there, and f's coefficients on it. */
    private record Panel(double lower, double upper, int halvings, double[] coefficients) {
        static Panel of(DoubleUnaryOperator f, double lower, double upper, int halvings) {
            return new Panel(lower, upper, halvings, CumulativeIntegral.coefficients(f, lower, upper));
        }

        double integral() {
            return chebyshev(antiderivative(coefficients, 0.5 * (upper - lower)), 0, NODES + 1, 1);
        }

        /** How much f may differ from its polynomial: the size of the last coefficients. */
        double tail() {
            return StrictMath.abs(coefficients[DEGREE]) + StrictMath.abs(coefficients[DEGREE - 1]);
        }

        /** How much the integral may be wrong; decides which panel is halved first. */
        double uncertainty() {
            return tail() * (upper - lower);
        }

        boolean isResolved(double tolerance, double roughTotal) {
            double scale = Arrays.stream(coefficients).map(StrictMath::abs).max().orElseThrow();
            double middle = 0.5 * (lower + upper);
            return tail() <= tolerance * scale
                || uncertainty() <= NEGLIGIBLE * roughTotal
                || halvings == MAXIMUM_HALVINGS
                || middle <= lower
                || middle >= upper;
        }
    }

    private CumulativeIntegral(List<Panel> panels) {
        int count = panels.size();
        edges = new double[count + 1];
        integralAtEdges = new double[count + 1];
        densityCoefficients = new double[count * NODES];
        integralCoefficients = new double[count * (NODES + 1)];
        edges[0] = panels.getFirst().lower();
        for (int p = 0; p < count; p++) {
            Panel panel = panels.get(p);
            edges[p + 1] = panel.upper();
            double[] a = panel.coefficients();
            System.arraycopy(a, 0, densityCoefficients, p * NODES, NODES);
            double[] b = antiderivative(a, 0.5 * (panel.upper() - panel.lower()));
            System.arraycopy(b, 0, integralCoefficients, p * (NODES + 1), NODES + 1);
            integralAtEdges[p + 1] = integralAtEdges[p] + chebyshev(b, 0, NODES + 1, 1);
        }
    }

    /**
     * Builds the integral.
     *
     * @param f positive between the breakpoints; never asked at a breakpoint itself
     * @param tolerance error of f allowed, relative to its size nearby; above the noise of f
     * @param breakpoints at least two, increasing: the range's ends, and between them every kink or singularity of f
     */
    public static CumulativeIntegral of(DoubleUnaryOperator f, double tolerance, double... breakpoints) {
        return ofPanels(MANY_PANELS, f, tolerance, breakpoints);
    }

    /**
     * Builds the integral of a function that may have more kinks than are worth finding: the panels that matter most
     * are halved first, and at {@code maximumPanels} of them the rest is left as it is.
     */
    public static CumulativeIntegral ofPanels(
        int maximumPanels, DoubleUnaryOperator f, double tolerance, double... breakpoints) {

        Queue<Panel> open = new PriorityQueue<>(Comparator.comparingDouble(Panel::uncertainty).reversed());
        double roughTotal = 0;
        for (int i = 0; i + 1 < breakpoints.length; i++) {
            Panel panel = Panel.of(f, breakpoints[i], breakpoints[i + 1], 0);
            open.add(panel);
            roughTotal += panel.integral();
        }
        List<Panel> accepted = new ArrayList<>();
        while (!open.isEmpty()) {
            Panel panel = open.remove();
            if (panel.isResolved(tolerance, roughTotal) || accepted.size() + open.size() >= maximumPanels) {
                accepted.add(panel);
            } else {
                double middle = 0.5 * (panel.lower() + panel.upper());
                open.add(Panel.of(f, panel.lower(), middle, panel.halvings() + 1));
                open.add(Panel.of(f, middle, panel.upper(), panel.halvings() + 1));
            }
        }
        accepted.sort(Comparator.comparingDouble(Panel::lower));
        return new CumulativeIntegral(accepted);
    }

    /** Where the range begins; the integral is 0 there. */
    public double lower() {
        return edges[0];
    }

    /** Where the range ends. */
    public double upper() {
        return edges[edges.length - 1];
    }

    /** The integral over the whole range. */
    public double total() {
        return integralAtEdges[integralAtEdges.length - 1];
    }

    /** F(x); 0 below the range, {@link #total()} above it. */
    public double at(double x) {
        if (x <= lower()) {
            return 0;
        }
        if (x >= upper()) {
            return total();
        }
        int p = cell(edges, x);
        return integralAtEdges[p] + chebyshev(integralCoefficients, p * (NODES + 1), NODES + 1, local(p, x));
    }

    /** f(x) as the panels know it; 0 outside the range. */
    public double density(double x) {
        if (x < lower() || x > upper()) {
            return 0;
        }
        int p = cell(edges, x);
        return chebyshev(densityCoefficients, p * NODES, NODES, local(p, x));
    }

    /** The x at which F(x) is {@code value}; the ends of the range for values below 0 or above the total. */
    public double inverse(double value) {
        if (value <= 0) {
            return lower();
        }
        if (value >= total()) {
            return upper();
        }
        int p = cell(integralAtEdges, value);
        double halfWidth = 0.5 * (edges[p + 1] - edges[p]);
        double within = value - integralAtEdges[p];
        double low = -1;
        double high = 1;
        double t = -1 + 2 * within / (integralAtEdges[p + 1] - integralAtEdges[p]);
        for (int step = 0; step < MAXIMUM_NEWTON_STEPS; step++) {
            double excess = chebyshev(integralCoefficients, p * (NODES + 1), NODES + 1, t) - within;
            if (excess > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - excess / (halfWidth * chebyshev(densityCoefficients, p * NODES, NODES, t));
            if (!(next >= low && next <= high)) {
                next = 0.5 * (low + high);
            }
            double moved = StrictMath.abs(next - t);
            t = next;
            if (moved <= LAST_STEP) {
                break;
            }
        }
        return StrictMath.min(StrictMath.max(edges[p] + halfWidth * (t + 1), edges[p]), edges[p + 1]);
    }

    private double local(int panel, double x) {
        return 2 * ((x - edges[panel]) / (edges[panel + 1] - edges[panel])) - 1;
    }

    private static int cell(double[] sorted, double x) {
        int found = Arrays.binarySearch(sorted, x);
        int cell = found >= 0 ? found : -found - 2;
        return StrictMath.min(cell, sorted.length - 2);
    }

    /** Chebyshev coefficients of f on the panel, from its values at the zeros of T_17. */
    private static double[] coefficients(DoubleUnaryOperator f, double lower, double upper) {
        double centre = 0.5 * (lower + upper);
        double halfWidth = 0.5 * (upper - lower);
        double[] values = new double[NODES];
        for (int j = 0; j < NODES; j++) {
            values[j] = f.applyAsDouble(centre + halfWidth * CHEBYSHEV_AT_NODES[1][j]);
        }
        double[] a = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            double sum = 0;
            for (int j = 0; j < NODES; j++) {
                sum += values[j] * CHEBYSHEV_AT_NODES[k][j];
            }
            a[k] = (k == 0 ? 1.0 : 2.0) * sum / NODES;
        }
        return a;
    }

    private static double[][] chebyshevAtNodes() {
        double[][] table = new double[NODES][NODES];
        for (int k = 0; k < NODES; k++) {
            for (int j = 0; j < NODES; j++) {
                table[k][j] = StrictMath.cos(StrictMath.PI * k * (j + 0.5) / NODES);
            }
        }
        return table;
    }

    /** Coefficients of the integral from the panel's lower end, in x. */
    private static double[] antiderivative(double[] a, double halfWidth) {
        double[] b = new double[NODES + 1];
        for (int k = 1; k <= NODES; k++) {
            double below = k == 1 ? 2 * a[0] : a[k - 1];
            double above = k + 1 < NODES ? a[k + 1] : 0;
            b[k] = halfWidth * (below - above) / (2 * k);
        }
        double atLowerEnd = 0;
        for (int k = 1; k <= NODES; k++) {
            atLowerEnd += k % 2 == 0 ? b[k] : -b[k];
        }
        b[0] = -atLowerEnd;
        return b;
    }

    /** Sum of c_k T_k(t), by Clenshaw's recurrence. */
    private static double chebyshev(double[] c, int start, int count, double t) {
        double next = 0;
        double afterNext = 0;
        for (int k = count - 1; k > 0; k--) {
            double current = c[start + k] + 2 * t * next - afterNext;
            afterNext = next;
            next = current;
        }
        return c[start] + t * next - afterNext;
    }
}
