package org.chirpmill.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some waveforms as a learner takes them: arrays of its own, which are not reused. ND4J has no complex numbers, so real
 * and imaginary parts are the last axis. The arrays lie off the heap until they are collected or this is closed.
 *
 * @param parameters rows x parameters, doubles, in the dataset's column order
 * @param plus h_plus, rows x bins x 2, of the batch's or the file's precision
 * @param cross h_cross, likewise
 */
public record LearnerBatch(INDArray parameters, INDArray plus, INDArray cross) implements AutoCloseable {
    /** How many waveforms there are. */
    public int rows() {
        return Math.toIntExact(parameters.size(0));
    }

    /** How many complex numbers a polarization of one waveform has. */
    public int bins() {
        return Math.toIntExact(plus.size(1));
    }

    /** Frees the arrays now; those of a workspace go with the workspace. */
    @Override
    public void close() {
        for (INDArray array : new INDArray[] {parameters, plus, cross}) {
            if (array.closeable()) {
                array.close();
            }
        }
    }
}
