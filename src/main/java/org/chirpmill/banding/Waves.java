package org.chirpmill.banding;

import java.util.function.Consumer;

/** Turns sources, one after another, into waves to measure bands with. */
public final class Waves {
    private final BaseGrid grid;
    private final Consumer<Wave> sink;
    private double shift;

    /**
     * None yet.
     *
     * @param grid the base grid
     * @param timeShift by which sources are delayed and advanced in turns, s
     * @param sink takes the waves
     */
    public Waves(BaseGrid grid, double timeShift, Consumer<Wave> sink) {
        this.grid = grid;
        this.shift = timeShift;
        this.sink = sink;
    }

    /**
     * Gives both polarizations of a source on; one that vanishes is left out.
     *
     * @param plus at half the base grid's spacing from 0 Hz on, real and imaginary parts in turns
     * @param cross likewise
     */
    public void add(double[] plus, double[] cross) {
        Wave.of(grid, plus, shift).ifPresent(sink);
        Wave.of(grid, cross, shift).ifPresent(sink);
        shift = -shift;
    }
}
