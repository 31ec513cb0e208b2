package org.chirpmill.model.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChebyshevTest {
    private static final int POINTS = 501;

    /** What rounding makes of numbers up to 5: powers of u magnify it by some 2^(nodes - 1). */
    private static double rounding(int nodes) {
        return Math.max(4e-14, 1e-15 * (1 << nodes - 1));
    }

    private static double[] fit(Chebyshev polynomials, DoubleUnaryOperator function) {
        double[] values = Lanes.array(polynomials.nodes());
        for (int j = 0; j < polynomials.nodes(); j++) {
            values[j] = function.applyAsDouble(polynomials.places()[j]);
        }
        double[] coefficients = new double[polynomials.stride()];
        polynomials.coefficients(values, 0, coefficients, 0);
        return coefficients;
    }

    private static double estimate(Chebyshev polynomials, double[] coefficients) {
        int highest = polynomials.nodes() - 1;
        double[][] sizes = new double[3][Lanes.PADDING];
        for (int k = 0; k < 3; k++) {
            sizes[k][0] = polynomials.size(coefficients, 0, 1, 1, highest - k);
        }
        double[] out = Lanes.array(1);
        polynomials.errors(sizes[2], sizes[1], sizes[0], 1, out);
        return out[0];
    }

    /** The largest error over the interval from -1 to 1, its ends included, which are points 300 and 301 here. */
    private static double largestError(Chebyshev polynomials, double[] coefficients, DoubleUnaryOperator function) {
        double low = 300;
        double high = 301;
        double[] x = Lanes.array(POINTS);
        for (int i = 0; i < POINTS; i++) {
            x[i] = low + (high - low) * i / (POINTS - 1);
        }
        double[] out = Lanes.array(POINTS);
        polynomials.evaluate(coefficients, 0, 2 / (high - low), -(low + high) / (high - low), x, 0, POINTS, out, 0);
        double largest = 0;
        for (int i = 0; i < POINTS; i++) {
            double u = 2 * (x[i] - low) / (high - low) - 1;
            largest = Math.max(largest, Math.abs(out[i] - function.applyAsDouble(u)));
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 12, 16})
    void polynomialsOfItsDegreeAreTakenExactly(int nodes) {
        Chebyshev polynomials = Chebyshev.ofNodes(nodes);
        SplittableRandom random = new SplittableRandom(nodes);
        for (int trial = 0; trial < 50; trial++) {
            double[] a = random.doubles(nodes, -1, 1).toArray();
            DoubleUnaryOperator polynomial = u -> {
                double sum = 0;
                for (int k = nodes - 1; k >= 0; k--) {
                    sum = sum * u + a[k];
                }
                return sum;
            };
            double[] coefficients = fit(polynomials, polynomial);
            // Powers of u magnify rounding by up to 2^(nodes - 2).
            double allowed = 1e-15 * (1 << nodes);
            for (int k = 0; k < nodes; k++) {
                assertEquals(a[k], coefficients[k], allowed, nodes + " nodes, trial " + trial + ", power " + k);
            }
            for (int k = nodes; k < polynomials.stride(); k++) {
                assertEquals(0, coefficients[k], "beyond the last power");
            }
            double error = largestError(polynomials, coefficients, polynomial);
            assertTrue(error <= rounding(nodes), nodes + " nodes, trial " + trial + ": " + error);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 12, 16})
    void theEstimateBoundsTheErrorOfSmoothFunctions(int nodes) {
        Map<String, DoubleUnaryOperator> functions = Map.of(
            "exp u", Math::exp, "exp -2u", u -> Math.exp(-2 * u), "cos 2u", u -> Math.cos(2 * u),
            "sin u", Math::sin, "1 / (3 + u)", u -> 1 / (3 + u), "log(3 - u)", u -> Math.log(3 - u),
            "(3 + u)^(-7/6)", u -> Math.pow(3 + u, -7.0 / 6), "1 / (4 + u^2)", u -> 1 / (4 + u * u));
        Chebyshev polynomials = Chebyshev.ofNodes(nodes);
        functions.forEach((name, function) -> {
            double[] coefficients = fit(polynomials, function);
            double error = largestError(polynomials, coefficients, function);
            double estimate = estimate(polynomials, coefficients);
            assertTrue(error <= estimate + rounding(nodes),
                name + ", " + nodes + " nodes: error " + error + ", estimate " + estimate);
            // Every other coefficient of odd and even functions is nothing: the estimate sees no fall then.
            assertTrue(estimate <= 10_000 * error + 10 * rounding(nodes),
                name + ", " + nodes + " nodes: the estimate " + estimate + " wastes, the error is " + error);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSizeThatIsNoNumberHasNoEstimate(int which) {
        double[][] sizes = {{4, 4, 4}, {2, 2, 2}, {1, 1, 1}};
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (int k = 0; k < 3; k++) {
                sizes[k] = Arrays.copyOf(sizes[k], Lanes.PADDING);
            }
            sizes[which][1] = bad;
            double[] out = Lanes.array(3);
            Chebyshev.ofNodes(8).errors(sizes[0], sizes[1], sizes[2], 3, out);
            assertTrue(out[0] > 0 && out[0] == out[2], "neighbours: " + out[0] + ", " + out[2]);
            assertFalse(out[1] < Double.MAX_VALUE, bad + ": " + out[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void aJumpIsNeverTakenForSmooth(int nodes) {
        Chebyshev polynomials = Chebyshev.ofNodes(nodes);
        for (double jump = -0.999; jump < 1; jump += 0.0037) {
            double edge = jump;
            double estimate = estimate(polynomials, fit(polynomials, u -> u < edge ? 0 : 1));
            assertTrue(estimate > 1e-2, "jump at " + jump + ": " + estimate);
        }
    }
}
