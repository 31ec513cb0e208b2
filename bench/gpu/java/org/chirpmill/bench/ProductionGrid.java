package org.chirpmill.bench;

import java.nio.file.Path;

/**
 * A grid that production sets are made on.
 *
 * @param name as results call it
 * @param settings the settings file whose domain and prior it is
 * @param spacing Hz between bins in place of the file's 0.125, or the same
 */
public record ProductionGrid(String name, Path settings, String spacing) {
    /** The grid of {@code configs/production_xphm.yaml}. */
    public static final ProductionGrid FULL = uniform("8193", "0.125");
    /** A quarter of its bins. */
    public static final ProductionGrid COARSE = uniform("2049", "0.5");
    /** Few bins, to try whether things work. */
    public static final ProductionGrid TINY = uniform("257", "4.0");
    /** The grid of {@code configs/multibanded_xphm.yaml}: 960 bins. */
    public static final ProductionGrid MULTIBANDED =
        new ProductionGrid("multibanded", Path.of("configs/multibanded_xphm.yaml"), "0.125");

    private static ProductionGrid uniform(String name, String spacing) {
        return new ProductionGrid(name, Path.of("configs/production_xphm.yaml"), spacing);
    }
}
