package org.chirpmill.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.numbers.Quantiles;

/**
 * How far some rows' waveforms are from others, both polarizations taken together.
 *
 * @param rows which rows of the set
 * @param distance ||h - g|| / ||g||, g the reference, by row
 * @param mismatch 1 - overlap, by row: no maximisation over time or phase
 */
public record RowDifferences(long[] rows, double[] distance, double[] mismatch) {
    RowDifferences(long[] rows) {
        this(rows, new double[rows.length], new double[rows.length]);
    }

    /** So many of a dataset's rows, evenly spread, the first and the last among them. */
    static long[] spread(long rows, int samples) {
        int count = (int) Math.min(rows, samples);
        long[] spread = new long[count];
        for (int k = 1; k < count; k++) {
            spread[k] = Math.round(k * (rows - 1.0) / (count - 1));
        }
        return spread;
    }

    /** Notes the difference of the row with this index in {@link #rows}. */
    void put(int index, double[] plus, double[] cross, double[] referencePlus, double[] referenceCross) {
        double norm = StrictMath.hypot(norm(referencePlus, null), norm(referenceCross, null));
        double difference = StrictMath.hypot(norm(plus, referencePlus), norm(cross, referenceCross));
        distance[index] = difference == 0 ? 0 : difference / norm;
        mismatch[index] = WaveformDifference.between(plus, cross, referencePlus, referenceCross).loss();
    }

    /** The norm of h, or of h - g; by hypot, since the squares of strains in single precision's last digits vanish. */
    private static double norm(double[] h, double[] g) {
        double largest = 0;
        for (int k = 0; k < h.length; k++) {
            largest = Math.max(largest, Math.abs(g == null ? h[k] : h[k] - g[k]));
        }
        double sum = 0;
        for (int k = 0; k < h.length && largest > 0; k++) {
            double scaled = (g == null ? h[k] : h[k] - g[k]) / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /** How many rows are the same to the last digit. */
    public int identical() {
        int count = 0;
        for (double each : distance) {
            count += each == 0 ? 1 : 0;
        }
        return count;
    }

    /** The index of the largest value; NaN is larger than all. */
    static int worst(double[] values) {
        int worst = 0;
        for (int k = 1; k < values.length; k++) {
            worst = Double.compare(values[k], values[worst]) > 0 ? k : worst;
        }
        return worst;
    }

    /** What this says, for JSON. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("rows", rows.length);
        named.put("identical_rows", identical());
        named.put("relative_l2", Quantiles.of(distance).named());
        named.put("mismatch", Quantiles.of(mismatch).named());
        return named;
    }
}
