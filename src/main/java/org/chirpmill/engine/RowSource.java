package org.chirpmill.engine;

import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/** Where rows come from: draws of a prior, or rows that the caller gives. */
@FunctionalInterface
public interface RowSource {
    /** A drawer for one thread. */
    Drawer open();

    /** Gives rows by index; used by one thread. */
    interface Drawer {
        /**
         * Draws one row, as a function of its index and attempt alone.
         *
         * @param row index in the dataset
         * @param attempt which draw for this row, from 0: the next is asked for where one is rejected
         * @param parameters receives the row's parameters, in the dataset's column order
         */
        void draw(long row, int attempt, double[] parameters);

        /**
         * The same row as models take it.
         *
         * @param parameters a row as {@link #draw} gave it
         * @throws SourceRefusedException where the draw makes no physical source
         */
        SourceParameters source(double[] parameters) throws SourceRefusedException;
    }
}
