package org.chirpmill.benchmark;

import java.io.IOException;
import java.util.Map;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.numbers.Spread;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What a peer says of the rows that it evaluated.
 *
 * @param peer its name and version
 * @param multibanding whether it interpolated as LALSimulation does by default
 * @param rows how many rows
 * @param rate waveform calls a second on one core, over its repeats
 * @param medianOfPeak max|h - g| / max|g| of both polarizations, g the peer's: the median row
 * @param worstOfPeak the worst row
 * @param medianL2 |h - g| / |g| over all bins of both polarizations: the median row
 * @param worstL2 the worst row
 * @param tolerance how far the worst row's |h - g| / |g| may be from 0 for the waveforms to count as the same
 */
public record PeerRate(String peer, boolean multibanding, int rows, Spread rate, double medianOfPeak,
        double worstOfPeak, double medianL2, double worstL2, double tolerance) {
    /** LALSimulation's own error of single rows in exact waveforms is some 1e-4; another waveform differs by 1. */
    private static final double EXACT_TOLERANCE = 1e-3;
    /** Of what a reference set's rows may differ by: other rows, and other grids, differ by more. */
    private static final double BEYOND_REFERENCES = 10;
    private static final double MULTIBANDING_TOLERANCE = 3e-2;

    /** What a script printed. */
    static PeerRate of(String json, boolean multibanding, ModelTraits model) throws IOException {
        try {
            return of(JSON.std.mapFrom(json), multibanding, model);
        } catch (JacksonException | ClassCastException | NullPointerException other) {
            throw new IOException("the peer's script printed no result but: " + json, other);
        }
    }

    private static PeerRate of(Map<String, Object> said, boolean multibanding, ModelTraits model) {
        return new PeerRate((String) said.get("peer"), multibanding, (int) number(said, "rows"),
            new Spread(number(said, "slowest_repeat"), number(said, "waveforms_per_second"),
                number(said, "fastest_repeat")),
            number(said, "median_difference_of_peak"), number(said, "worst_difference_of_peak"),
            number(said, "median_relative_l2"), number(said, "worst_relative_l2"), multibanding ? MULTIBANDING_TOLERANCE
                : Math.max(EXACT_TOLERANCE, BEYOND_REFERENCES * model.tolerance()));
    }

    private static double number(Map<String, Object> said, String name) {
        return ((Number) said.get(name)).doubleValue();
    }

    /** Whether the waveforms are the same. */
    public boolean agrees() {
        return worstL2 <= tolerance();
    }

    /** The peer, and how it was asked. */
    String title() {
        return multibanding ? peer + ", its default multibanding" : peer;
    }
}
