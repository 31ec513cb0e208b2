package org.chirpmill.verify;

import org.chirpmill.model.ModelTraits;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** How far waveforms may be from others where the caller gives no tolerance. */
public final class Tolerances {
    /** max|dh| over the peak, beside references. */
    private static final double REFERENCE_SINGLE = 1e-4;

    /** Of a projected row, 1 - overlap with the waveform that it stands for. */
    private static final double DATASET_MISMATCH = 0.01;
    /** Relative L2 of a row that is kept bin by bin: rounding. */
    private static final double DATASET_SINGLE = 2e-6;
    private static final double DATASET_DOUBLE = 1e-11;

    private Tolerances() {}

    /** max|dh| over max|h| of a model's waveform beside its reference, where the reference is less noisy than that. */
    public static double ofReferences(ModelTraits model, Precision precision) {
        return precision == Precision.SINGLE ? Math.max(REFERENCE_SINGLE, model.tolerance()) : model.tolerance();
    }

    /**
     * What a dataset's row may differ from the same row made anew: in mismatch where rows are coefficients in a basis,
     * else in relative L2, by rounding, or by what polynomials may miss.
     *
     * @param made how exactly the dataset was made
     * @param again how exactly its rows are made anew
     */
    public static double ofDataset(boolean isProjected, Precision precision, Accuracy made, Accuracy again) {
        return isProjected ? DATASET_MISMATCH : Math.max(made.tolerance() + again.tolerance(),
            precision == Precision.SINGLE ? DATASET_SINGLE : DATASET_DOUBLE);
    }
}
