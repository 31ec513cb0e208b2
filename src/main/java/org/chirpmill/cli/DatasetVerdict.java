package org.chirpmill.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * How a dataset compares with what its own settings make. Where rows were projected, what counts is the mismatch;
 * else, the relative L2 difference.
 *
 * @param file the dataset
 * @param contents what is in it, in words
 * @param isProjected whether rows are coefficients in a basis
 * @param seed that it tells; empty where it tells none
 * @param foreignRows how many of the rows are no draws of the seed
 * @param differences of the waveforms
 * @param allowed the largest that passes
 */
record DatasetVerdict(String file, String contents, boolean isProjected, OptionalLong seed, int foreignRows,
        RowDifferences differences, double allowed) {
    private static final double MISMATCH_ALLOWED = 0.01;
    private static final double SINGLE_ALLOWED = 2e-6;
    private static final double DOUBLE_ALLOWED = 1e-11;

    /**
     * What is allowed where nothing is asked for: a mismatch of a basis, or rounding, or what polynomials may miss.
     *
     * @param made how exactly the dataset was made
     * @param again how exactly its rows are made anew
     */
    static double allowance(DatasetReader reader, Accuracy made, Accuracy again) {
        if (reader.basis().isPresent()) {
            return MISMATCH_ALLOWED;
        }
        return Math.max(made.tolerance() + again.tolerance(),
            reader.precision() == Precision.SINGLE ? SINGLE_ALLOWED : DOUBLE_ALLOWED);
    }

    static String contents(DatasetReader reader, String approximant) {
        String kept = reader.basis().isPresent() ? ", kept as " + reader.storedNumbers() + " coefficients" : "";
        return String.format(Locale.ROOT, "%,d rows, %s, %,d bins%s%s, %s precision", reader.rows(), approximant,
            reader.bins(), kept, reader.compression().whitening().isPresent() ? ", whitened" : "",
            reader.precision().name().toLowerCase(Locale.ROOT));
    }

    boolean passes() {
        return foreignRows == 0 && counted()[worst()] <= allowed;
    }

    private double[] counted() {
        return isProjected ? differences.mismatch() : differences.distance();
    }

    private int worst() {
        return RowDifferences.worst(counted());
    }

    void print(PrintWriter out) {
        out.printf("%s: %s%n", file, contents);
        out.println(seed.isEmpty() ? "parameters: not verified, since the file tells no seed"
            : String.format(Locale.ROOT, "parameters: %,d of %,d rows are the draws of seed %d",
                differences.rows().length - foreignRows, differences.rows().length, seed.getAsLong()));
        differences.print(out);
        out.printf(Locale.ROOT, "%s: largest %s %.1e (row %d), allowed %.1e%n", passes() ? "PASSED" : "FAILED",
            isProjected ? "mismatch" : "relative L2", counted()[worst()], differences.rows()[worst()], allowed);
    }

    /** What this says, for JSON. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("file", file);
        named.put("contents", contents);
        named.put("passed", passes());
        named.put("foreign_rows", foreignRows);
        named.putAll(differences.named());
        named.put("counted", isProjected ? "mismatch" : "relative_l2");
        named.put("allowed", allowed);
        named.put("worst_row", differences.rows()[worst()]);
        return named;
    }
}
