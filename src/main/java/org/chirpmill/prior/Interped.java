package org.chirpmill.prior;

import java.util.Arrays;

/**
 * A density given by a table and linear between its entries. Draws follow exactly that density; bilby first lays the
 * table anew on equidistant points and draws from a density that is constant between them, which differs visibly for
 * tables of a few entries.
 */
final class Interped implements RangedDistribution {
    private final double[] x;
    private final double[] y;
    /** Integral of y from the first entry to each. */
    private final double[] integral;

    /**
     * A tabulated distribution.
     *
     * @param xx increasing, at least two entries
     * @param yy density at xx, not normalized, none negative, as many as xx
     * @param minimum where to cut the table below; NaN for nowhere
     * @param maximum where to cut the table above; NaN for nowhere
     */
    Interped(double[] xx, double[] yy, double minimum, double maximum) {
        requireTable(xx, yy);
        double low = Double.isNaN(minimum) ? xx[0] : StrictMath.max(minimum, xx[0]);
        double high = Double.isNaN(maximum) ? xx[xx.length - 1] : StrictMath.min(maximum, xx[xx.length - 1]);
        Bounds.requireIncreasing(low, high);
        double[] kept = Arrays.stream(xx).filter(node -> node > low && node < high).toArray();
        int count = kept.length + 2;
        x = new double[count];
        x[0] = low;
        System.arraycopy(kept, 0, x, 1, kept.length);
        x[count - 1] = high;
        y = Arrays.stream(x).map(node -> interpolate(xx, yy, node)).toArray();
        integral = new double[count];
        for (int i = 1; i < count; i++) {
            integral[i] = integral[i - 1] + 0.5 * (y[i - 1] + y[i]) * (x[i] - x[i - 1]);
        }
        Bounds.requireFinite("the integral of yy", total());
        if (!(total() > 0)) {
            throw new IllegalArgumentException("yy is zero all over the range " + low + " to " + high);
        }
    }

    @Override
    public double minimum() {
        return x[0];
    }

    @Override
    public double maximum() {
        return x[x.length - 1];
    }

    @Override
    public double quantile(double u) {
        double target = u * total();
        int i = cell(integral, target);
        double rest = target - integral[i];
        double slope = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        // y t + slope t^2 / 2 = rest, in the form that neither cancels nor divides by a vanishing slope
        double root = StrictMath.sqrt(StrictMath.max(y[i] * y[i] + 2 * slope * rest, 0));
        double t = rest == 0 ? 0 : 2 * rest / (y[i] + root);
        return Bounds.clamp(x[i] + t, x[i], x[i + 1]);
    }

    @Override
    public double cdfWithin(double value) {
        int i = cell(x, value);
        return (integral[i] + 0.5 * (y[i] + interpolate(x, y, value)) * (value - x[i])) / total();
    }

    @Override
    public double density(double value) {
        return value >= minimum() && value <= maximum() ? interpolate(x, y, value) / total() : 0;
    }

    private double total() {
        return integral[integral.length - 1];
    }

    private static double interpolate(double[] nodes, double[] values, double at) {
        int i = cell(nodes, at);
        return values[i] + (values[i + 1] - values[i]) * ((at - nodes[i]) / (nodes[i + 1] - nodes[i]));
    }

    private static int cell(double[] nodes, double at) {
        int low = 0;
        int high = nodes.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (nodes[middle] <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void requireTable(double[] xx, double[] yy) {
        if (xx.length != yy.length || xx.length < 2) {
            throw new IllegalArgumentException(
                "xx and yy must have the same length of at least 2, here " + xx.length + " and " + yy.length);
        }
        for (int i = 0; i < xx.length; i++) {
            Bounds.requireFinite("every entry of xx", xx[i]);
            Bounds.requireFinite("every entry of yy", yy[i]);
            if (yy[i] < 0) {
                throw new IllegalArgumentException("yy must not be negative, here " + yy[i]);
            }
            if (i > 0 && !(xx[i] > xx[i - 1])) {
                throw new IllegalArgumentException("xx must increase, here " + xx[i] + " follows " + xx[i - 1]);
            }
        }
    }
}
