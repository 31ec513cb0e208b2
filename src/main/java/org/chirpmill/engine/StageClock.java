package org.chirpmill.engine;

/**
 * Told by a worker, on its thread, how its work divides into stages; what it makes of that is its own affair. Workers
 * tell the same whether or not it listens, so that what is measured is what runs: a few calls a waveform.
 */
public interface StageClock {
    /** Listens to nothing. */
    StageClock ABSENT = new StageClock() {
        @Override
        public void begin() {
            // Not listened to.
        }

        @Override
        public void end(Stage stage) {
            // Not listened to.
        }
    };

    /** Work begins now; what was before belongs to no stage. */
    void begin();

    /** A stage ended: all since the last call of this object was its. */
    void end(Stage stage);
}
