package org.chirpmill.banding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Waves to measure bands with, gathered one source after another. */
public final class Waves {
    private final BaseGrid grid;
    private final List<Wave> waves = new ArrayList<>();
    private double shift;

    /**
     * None yet.
     *
     * @param grid the base grid
     * @param timeShift by which sources are delayed and advanced in turns, s
     */
    public Waves(BaseGrid grid, double timeShift) {
        this.grid = grid;
        this.shift = timeShift;
    }

    /**
     * Adds both polarizations of a source; one that vanishes is left out.
     *
     * @param plus at half the base grid's spacing from 0 Hz on, real and imaginary parts in turns
     * @param cross likewise
     */
    public void add(double[] plus, double[] cross) {
        Wave.of(grid, plus, shift).ifPresent(waves::add);
        Wave.of(grid, cross, shift).ifPresent(waves::add);
        shift = -shift;
    }

    /** All that were added. */
    public List<Wave> all() {
        return Collections.unmodifiableList(waves);
    }
}
