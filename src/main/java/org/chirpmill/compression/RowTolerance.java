package org.chirpmill.compression;

import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Precision;

/**
 * How wrong coefficients of a few bins may be. Their error is perpendicular to what the basis loses of the row, so it
 * may lengthen that by a part, and besides be as large as the error of evaluation that is welcome anyway.
 *
 * @param part by which the error of a row may be larger than that of the whole projection
 * @param evaluationError relative error of waveforms that is welcome
 */
public record RowTolerance(double part, double evaluationError) {
    /** A unit in the last place of single and of double precision, some times over: what rounding makes of rows. */
    private static final double SINGLE_ROUNDING = 0x1p-22;
    private static final double DOUBLE_ROUNDING = 0x1p-49;

    /** Of rows as a task evaluates and keeps them. */
    public static RowTolerance of(double part, WaveformTask task) {
        return new RowTolerance(part, Math.max(task.accuracy().tolerance(),
            task.precision() == Precision.SINGLE ? SINGLE_ROUNDING : DOUBLE_ROUNDING));
    }

    /**
     * Whether a row's coefficients are right enough, by squares.
     *
     * @param error of the coefficients
     * @param lost what the basis loses
     * @param kept the coefficients themselves; where there are none, nothing is known of the row
     */
    boolean allows(double error, double lost, double kept) {
        return kept > 0 && error <= part * (2 + part) * lost + evaluationError * evaluationError * (kept + lost);
    }
}
