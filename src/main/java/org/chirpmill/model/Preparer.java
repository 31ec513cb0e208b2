package org.chirpmill.model;

import org.chirpmill.source.SourceParameters;

/** Computes one coefficient row after another for a frame, with whatever work space that takes. One thread. */
@FunctionalInterface
public interface Preparer {
    /**
     * Computes everything that does not depend on frequency.
     *
     * @param source the binary
     * @param rows receives {@code layout().size()} coefficients, starting at {@code offset}
     * @param offset where the row starts
     * @throws SourceRefusedException where the model is not defined for this source
     */
    void prepare(SourceParameters source, double[] rows, int offset) throws SourceRefusedException;
}
