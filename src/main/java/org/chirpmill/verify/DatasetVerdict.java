package org.chirpmill.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.chirpmill.compression.Compression;
import org.chirpmill.dataset.DatasetReader;

/**
 * How a dataset compares with what its own settings make. Where rows were projected, what counts is the mismatch;
 * else, the relative L2 difference.
 *
 * @param file the dataset
 * @param contents what is in it, in words
 * @param flaws why rows were not compared, clauses; none where they were
 * @param notices what its reader should know beside, a sentence each
 * @param isProjected whether rows are coefficients in a basis
 * @param seed that it tells; empty where it tells none
 * @param foreignRows how many of the rows are no draws of the seed
 * @param differences of the waveforms
 * @param allowed the largest that passes
 */
public record DatasetVerdict(String file, String contents, List<String> flaws, List<String> notices,
        boolean isProjected, OptionalLong seed, int foreignRows, RowDifferences differences, double allowed) {
    static String contents(DatasetReader reader, String approximant, Compression unprojected) {
        String kept = reader.basis().isPresent() ? ", kept as " + reader.storedNumbers() + " coefficients" : "";
        return String.format(Locale.ROOT, "%,d rows, %s, %,d bins%s%s, %s precision", reader.rows(), approximant,
            reader.bins(), kept, (unprojected.whitening().isPresent() ? ", whitened" : "")
                + (unprojected.heterodyne().isPresent() ? ", heterodyned" : ""),
            reader.precision().name().toLowerCase(Locale.ROOT));
    }

    /** Whether all rows are draws of the seed, and none differs by more than is allowed. */
    public boolean passes() {
        return isCompared() && foreignRows == 0 && largest() <= allowed;
    }

    /** Whether the file is what its settings tell of so far that rows could be compared. */
    public boolean isCompared() {
        return flaws.isEmpty();
    }

    /** The largest difference of those that count. */
    public double largest() {
        return counted()[worst()];
    }

    /** The row that has it. */
    public long worstRow() {
        return differences.rows()[worst()];
    }

    private double[] counted() {
        return isProjected ? differences.mismatch() : differences.distance();
    }

    private int worst() {
        return RowDifferences.worst(counted());
    }

    /** What this says, for JSON. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("file", file);
        named.put("contents", contents);
        named.put("passed", passes());
        named.put("flaws", flaws);
        named.put("notices", notices);
        if (!isCompared()) {
            return named;
        }
        named.put("foreign_rows", foreignRows);
        named.putAll(differences.named());
        named.put("counted", isProjected ? "mismatch" : "relative_l2");
        named.put("allowed", allowed);
        named.put("worst_row", worstRow());
        return named;
    }
}
