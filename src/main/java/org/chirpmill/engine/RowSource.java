package org.chirpmill.engine;

import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/** Where rows come from: draws of a prior, or rows that somebody wrote down. */
@FunctionalInterface
public interface RowSource {
    /** A drawer for one thread. */
    Drawer open();

    /** Gives rows by index; used by one thread. */
    @FunctionalInterface
    interface Drawer {
        /**
         * Draws one row, as a function of its arguments alone.
         *
         * @param row index in the dataset
         * @param attempt which draw for this row, from 0: the next is asked for where one is rejected
         * @param parameters receives the row's parameters, in the dataset's column order
         * @return the same source as models take it
         * @throws SourceRefusedException where the draw makes no physical source
         */
        SourceParameters draw(long row, int attempt, double[] parameters) throws SourceRefusedException;
    }
}
