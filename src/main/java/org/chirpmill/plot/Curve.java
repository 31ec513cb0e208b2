package org.chirpmill.plot;

import java.util.List;

/**
 * Points joined by a line.
 *
 * @param name as the legend has it
 * @param x ascending
 * @param y as many
 */
public record Curve(String name, List<Double> x, List<Double> y) {
    /** Copies the points. */
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size() || x.isEmpty()) {
            throw new IllegalArgumentException(name + " has " + x.size() + " abscissas and " + y.size() + " ordinates");
        }
    }
}
