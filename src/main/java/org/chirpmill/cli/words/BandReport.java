package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.chirpmill.banding.Bands;
import org.chirpmill.banding.BaseGrid;
import org.chirpmill.banding.Noise;
import org.chirpmill.numbers.Quantiles;

/**
 * Bands that were found, as settings, and in comments what they are worth.
 *
 * @param bands that were found
 * @param section of settings that describes them
 * @param noise that they were found with
 */
public record BandReport(Bands bands, Map<String, Object> section, Noise noise) {
    /**
     * Prints it.
     *
     * @param chosen mismatches of the waves that chose the bands
     * @param longest of other waves of the kind
     * @param any of waves of the prior as it is
     */
    public void print(PrintWriter out, double[] chosen, double[] longest, double[] any) {
        BaseGrid grid = bands.grid();
        int before = grid.firstBin() + grid.bins();
        out.printf(Locale.ROOT, "# %,d bins in place of %,d (%,d from f_min on): %.1f (%.1f) times fewer.%n",
            bands.bins(), before, grid.bins(), before / (double) bands.bins(), grid.bins() / (double) bands.bins());
        out.println("# Noise: " + noise.name() + ".");
        out.printf("# %-46s %9s %9s %9s %9s%n", "mismatch", "median", "90 %", "99 %", "maximum");
        print(out, "longest waveforms, which chose the bands", chosen);
        print(out, "longest waveforms, other draws", longest);
        print(out, "waveforms of the prior, other draws", any);
        out.println("domain:");
        print(out, section, "  ");
        out.flush();
    }

    private static void print(PrintWriter out, String name, double[] mismatches) {
        Quantiles quantiles = Quantiles.of(mismatches);
        out.printf(Locale.ROOT, "# %-46s %9.1e %9.1e %9.1e %9.1e%n", name, quantiles.median(), quantiles.p90(),
            quantiles.p99(), quantiles.maximum());
    }

    private static void print(PrintWriter out, Map<?, ?> section, String indent) {
        section.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                out.println(indent + key + ":");
                print(out, inner, indent + "  ");
            } else {
                out.println(indent + key + ": " + value);
            }
        });
    }
}
