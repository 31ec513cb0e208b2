package org.chirpmill.engine;

/** What a worker does, in the order in which it does it. */
public enum Stage {
    /** Opening a drawer of rows and an evaluator with its tables: once for each worker and run. */
    OPEN,
    /** From a row's index to its parameters. Whatever was done for a draw that is refused counts here too. */
    DRAW,
    /** From parameters to a source: masses, Cartesian spins, inclination, distance. */
    CONVERT,
    /** From a source to a row of coefficients. */
    PREPARE,
    /** From rows of coefficients to polarizations; on a device, handing the rows over. */
    EVALUATE,
    /** Waiting for a device to finish. */
    AWAIT,
    /** Looking for numbers that are not finite, and for what the model remarks on a row. */
    CHECK,
    /** Whitening, heterodyning, projecting polarizations on a basis, where the settings ask for that. */
    COMPRESS,
    /** Waiting for a free batch: all are filled, because the sink is slower. */
    BLOCKED
}
