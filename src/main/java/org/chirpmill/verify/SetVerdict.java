package org.chirpmill.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.numbers.Quantiles;

/**
 * How a backend's waveforms compare with one set of references.
 *
 * @param file the reference file
 * @param set the set in it
 * @param model what made our waveforms, with the choices of the reference
 * @param options these choices, by LALSimulation's names
 * @param peak max|dh| over max|h|, by row
 * @param loss 1 - overlap, by row
 * @param allowed the largest peak difference that the tolerance and the reference's noise and spread allow, by row
 * @param allowedByError the largest that the error allows which the reference is known to have, 0 where none is
 * @param refused rows for which the reference has no waveform and neither have we; their numbers are 0
 */
public record SetVerdict(
    String file, String set, WaveformModel model, Map<String, Object> options, double[] peak, double[] loss,
    double[] allowed, double[] allowedByError, int refused) {

    /** Whether a row differs by no more than is allowed. */
    public boolean passes(int row) {
        return peak[row] <= limit(row);
    }

    /** The largest peak difference with which a row passes. */
    public double limit(int row) {
        return Math.max(allowed[row], allowedByError[row]);
    }

    /** How many rows pass only because their reference is known to be off by as much. */
    public int passedByError() {
        return (int) IntStream.range(0, peak.length).filter(row -> passes(row) && !(peak[row] <= allowed[row])).count();
    }

    /** How many rows do not pass. */
    public int failures() {
        int failures = 0;
        for (int row = 0; row < peak.length; row++) {
            failures += passes(row) ? 0 : 1;
        }
        return failures;
    }

    /** The row that comes closest to its limit, or is farthest beyond. */
    public int worstRow() {
        int worst = 0;
        for (int row = 1; row < peak.length; row++) {
            // This order puts NaN above all numbers: nothing is worse.
            if (Double.compare(shareOfAllowed(row), shareOfAllowed(worst)) > 0) {
                worst = row;
            }
        }
        return worst;
    }

    /** The difference in units of what is allowed. */
    private double shareOfAllowed(int row) {
        return peak[row] == 0 ? 0 : peak[row] / limit(row);
    }

    /** What this says, for JSON. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("file", file);
        named.put("set", set);
        named.put("approximant", model.approximant());
        if (!options.isEmpty()) {
            named.put("options", options);
        }
        named.put("rows", peak.length);
        named.put("refused", refused);
        named.put("failures", failures());
        named.put("passed_by_reference_error", passedByError());
        named.put("peak_difference", Quantiles.of(peak).named());
        named.put("loss", Quantiles.of(loss).named());
        named.put("worst_row", worstRow());
        named.put("worst_row_peak_difference", peak[worstRow()]);
        named.put("worst_row_allowed", limit(worstRow()));
        return named;
    }

    /** A row that neither the reference nor we have. */
    static final WaveformDifference BOTH_REFUSED = new WaveformDifference(0, 0);

    /** A row that only one of the two has. */
    static final WaveformDifference ONE_REFUSED = new WaveformDifference(Double.NaN, Double.NaN);
}
