package org.chirpmill.run;

/** What a run is at, for those who show how far it is. */
public enum RunStep {
    /** Waveforms are evaluated to train a basis on. */
    TRAINING,
    /** Waveforms are evaluated to measure a basis on. */
    VALIDATION,
    /** The rows that were asked for are made. */
    ROWS
}
