package org.chirpmill.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chirpmill.plot.Curve;

/** Leaves out points that no eye would miss, so that vector graphics stay small. */
final class Thinning {
    private static final int POINTS = 1000;

    private Thinning() {}

    /** Keeps a point where its abscissa is some thousandths of the whole logarithmic axis beyond the last kept one. */
    static Curve byRatio(Curve curve) {
        double[] x = curve.x();
        if (x.length <= POINTS) {
            return curve;
        }
        double step = Math.pow(x[x.length - 1] / x[0], 1.0 / POINTS);
        IntStream.Builder kept = IntStream.builder();
        double next = 0;
        for (int k = 0; k < x.length; k++) {
            if (x[k] >= next || k == x.length - 1) {
                kept.add(k);
                next = x[k] * step;
            }
        }
        int[] indices = kept.build().toArray();
        return new Curve(curve.name(), Arrays.stream(indices).mapToDouble(k -> x[k]).toArray(),
            Arrays.stream(indices).mapToDouble(k -> curve.y()[k]).toArray(), curve.style());
    }
}
