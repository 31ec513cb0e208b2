package org.chirpmill.model.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The SIMD lanes of this CPU. Loops over points take whole vectors only, so they read and write up to
 * {@link #PADDING} entries beyond the last point: arrays have that much room, and what lies there means nothing.
 *
 * <p>Such a loop hands no vector to another method: one that was compiled by itself before may be taken for too large
 * to be inlined, and then its vectors lie on the heap. Nor does it choose between two vectors by a condition. It takes
 * no maximum of vectors either but blends, because the maximum takes care of zeros' signs and of NaN.
 */
public final class Lanes {
    /** As many doubles as the CPU takes at once. */
    public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** How many lanes there are. */
    public static final int COUNT = SPECIES.length();

    /** Room that every array of points has beyond its last point; the widest vectors hold eight doubles. */
    public static final int PADDING = 16;

    private Lanes() {}

    /** An array for so many points, with room for whole vectors. */
    public static double[] array(int points) {
        return new double[points + PADDING];
    }
}
