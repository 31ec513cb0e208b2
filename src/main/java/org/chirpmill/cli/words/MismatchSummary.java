package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.numbers.Quantiles;

/** The spread of a basis's mismatches: a line for each number of vectors, or one for all of them. */
public final class MismatchSummary {
    /** What is said of a basis that nothing is known of. */
    static final String UNMEASURED = "how well the basis gives waveforms back is not measured: set "
        + "compression.svd.num_validation_samples, or use 'chirpmill svd validate'.";

    /**
     * What one waveform in a hundred may exceed. Waveforms of mismatch M can be told apart from a signal-to-noise ratio
     * of 1/sqrt(2 M) on (Lindblom, Owen, Brown 2008, arXiv:0809.3844): from 7 on for this one, and searches detect
     * little below that.
     */
    private static final double TOLERABLE = 0.01;

    private MismatchSummary() {}

    /** How well the whole basis does, in one sentence. */
    static String line(Mismatches table) {
        Quantiles spread = ofAllVectors(table);
        return String.format(Locale.ROOT, "the basis gives %,d other polarizations back with a mismatch of %.1e in the "
            + "median, %.1e at 99 %%, %.1e at most.", table.values().length, spread.median(), spread.p99(),
            spread.maximum());
    }

    /** A plain word where the basis is too small, with what makes it better. */
    public static Optional<String> warning(Mismatches table) {
        double mismatch = ofAllVectors(table).p99();
        if (mismatch <= TOLERABLE) {
            return Optional.empty();
        }
        int vectors = table.bySize().lastKey();
        String visible = mismatch > 0
            ? String.format(Locale.ROOT, ", which shows from a signal-to-noise ratio of %.1f on", seenFrom(mismatch))
            : "";
        return Optional.of(String.format(Locale.ROOT, "warning: %,d %s too few: one waveform in a hundred comes back "
            + "with a mismatch of %.2g or more%s. Raise compression.svd.size or num_training_samples.", vectors,
            vectors == 1 ? "vector is" : "vectors are", mismatch, visible));
    }

    private static double seenFrom(double mismatch) {
        return 1 / Math.sqrt(2 * mismatch);
    }

    private static Quantiles ofAllVectors(Mismatches table) {
        return Quantiles.of(table.bySize().lastEntry().getValue());
    }

    /** Prints it. */
    public static void print(Mismatches table, PrintWriter out) {
        out.printf("mismatch of %,d polarizations%n", table.values().length);
        out.printf("%9s %10s %10s %10s %10s %10s%n", "vectors", "mean", "median", "p90", "p99", "max");
        for (int k = 0; k < table.columns().size(); k++) {
            int column = k;
            Mismatches.vectorsOf(table.columns().get(k)).ifPresent(vectors -> {
                Quantiles spread =
                    Quantiles.of(Arrays.stream(table.values()).mapToDouble(row -> row[column]).toArray());
                out.printf("%9d %10.2e %10.2e %10.2e %10.2e %10.2e%n", vectors, spread.mean(), spread.median(),
                    spread.p90(), spread.p99(), spread.maximum());
            });
        }
        out.flush();
    }
}
