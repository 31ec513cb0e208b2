package org.chirpmill.model;

import java.util.List;
import org.chirpmill.source.SourceParameters;

/** Computes one coefficient row after another for a frame, with whatever work space that takes. One thread. */
@FunctionalInterface
public interface Preparer {
    /**
     * Told of sources that are likely to be prepared next, so that work on them may be done side by side. No bit of a
     * row depends on it, nor on the company that its source had.
     */
    default void expect(List<SourceParameters> sources) {}

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
