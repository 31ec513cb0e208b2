package org.chirpmill.run;

import org.chirpmill.compression.SamplingErrors;
import org.chirpmill.compression.SvdBasis;

/** Hears what a run has to say. Called by one thread at a time, not always the same. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() { };

    /** Something that the user of the rows should know: a sentence. */
    default void notice(String sentence) {
        // Not every listener wants to know.
    }

    /**
     * A step begins.
     *
     * @param step which
     * @param done how many of its waveforms are there already
     * @param waveforms how many it has
     */
    default void begin(RunStep step, long done, long waveforms) {
        // Not every listener wants to know.
    }

    /** So many more waveforms of the step are there. */
    default void advance(long waveforms) {
        // Not every listener wants to know.
    }

    /** Bins were chosen that tell the coefficients in a basis; they are used where they are worthwhile. */
    default void sampled(SamplingErrors errors) {
        // Not every listener wants to know.
    }

    /** The basis that the settings ask for is there, with its mismatches where the settings have them measured. */
    default void trained(SvdBasis basis) {
        // Not every listener wants to know.
    }

    /** The step that was begun is over, whether or not all of it was done. */
    default void end() {
        // Not every listener wants to know.
    }
}
