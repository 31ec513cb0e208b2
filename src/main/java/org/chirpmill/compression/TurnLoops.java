package org.chirpmill.compression;

import org.chirpmill.engine.vector.VectorProvider;

/**
 * The loops over bins in which phases become sines and cosines and rows are turned by them. Whoever computes them, the
 * numbers are the same. Arrays are of whole blocks, so that whole vectors of lanes may be read and written.
 */
interface TurnLoops {
    /** How many bins the arrays of a block have room for. */
    int BLOCK = 512;

    /** The fastest in this JVM. */
    static TurnLoops ofThisJvm() {
        return new VectorProvider().obstacle().isEmpty() ? new LaneTurns() : new PlainTurns();
    }

    /**
     * Cosines and sines of a phase.
     *
     * @param phase of which a heterodyne
     * @param chirp and of which binary
     * @param from the first bin
     * @param count how many
     */
    void sincos(PhaseHeterodyne phase, PhaseHeterodyne.Chirp chirp, int from, int count, double[] cosine,
        double[] sine);

    /**
     * Multiplies complex numbers by cosine + i sine.
     *
     * @param parts 2 x count, real and imaginary parts in turns
     * @param cosines each twice
     * @param sines each twice, first negative
     */
    void turn(float[] parts, float[] cosines, float[] sines, int count);

    /** The same in double precision. */
    void turn(double[] parts, double[] cosines, double[] sines, int count);
}
