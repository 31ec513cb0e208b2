package org.chirpmill.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.chirpmill.source.SourceConversion;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/** Binaries whose spins are all but parallel or antiparallel to the orbital angular momentum, of common and extreme. */
public final class NearAlignment {
    private static final SourceConversion CONVERSION = new SourceConversion(
        List.of("total_mass", "mass_ratio", "chi_1", "chi_1_in_plane", "chi_2", "chi_2_in_plane", "phi_12", "phi_jl",
            "theta_jn", "phase", "luminosity_distance"), 20, OptionalDouble.empty(), () -> null);
    /** Total mass, mass ratio, spins; with q = 1/20 the spins turn J about where they point against L. */
    private static final double[][] BINARIES = {{60, 0.05, 0.99, 0.99}, {65, 0.8, 0.5, 0.3}, {60, 0.3, 0.9, 0.9},
        {60, 0.9, 0.9, 0.9}, {150, 0.5, 0.2, 0.7}, {12, 0.7, 0.99, 0.1}, {60, 1, 0.6, 0.4}};

    private NearAlignment() {}

    /** How many binaries there are. */
    public static int count() {
        return 3 * BINARIES.length;
    }

    /** A binary with tilts so many rad from 0, from pi, or from pi and 0.4 rad. */
    public static SourceParameters source(int number, double offset) {
        double[] binary = BINARIES[number / 3];
        double sign = number % 3 == 0 ? 1 : -1;
        double second = number % 3 == 2 ? 0.4 : offset;
        try {
            return CONVERSION.convert(new double[] {binary[0], binary[1],
                sign * binary[2] * Math.cos(offset), binary[2] * Math.sin(offset),
                sign * binary[3] * Math.cos(second), binary[3] * Math.sin(second), 1, 2, 1, 0.4, 500}, 0);
        } catch (UnphysicalSourceException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** All of them. */
    public static List<SourceParameters> sources(double offset) {
        List<SourceParameters> sources = new ArrayList<>();
        for (int number = 0; number < count(); number++) {
            sources.add(source(number, offset));
        }
        return sources;
    }
}
