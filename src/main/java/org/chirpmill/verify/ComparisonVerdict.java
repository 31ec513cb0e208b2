package org.chirpmill.verify;

/**
 * How two datasets compare.
 *
 * @param differingRows how many of the rows have other parameters
 * @param differences of their waveforms
 * @param allowed the largest relative L2 difference that passes
 */
public record ComparisonVerdict(int differingRows, RowDifferences differences, double allowed) {
    /** Whether parameters are the same and no row differs by more than is allowed. */
    public boolean passes() {
        return differingRows == 0 && largest() <= allowed;
    }

    /** The largest relative L2 difference. */
    public double largest() {
        return differences.distance()[worst()];
    }

    /** The row that has it. */
    public long worstRow() {
        return differences.rows()[worst()];
    }

    private int worst() {
        return RowDifferences.worst(differences.distance());
    }
}
