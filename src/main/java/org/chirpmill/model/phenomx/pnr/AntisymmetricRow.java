package org.chirpmill.model.phenomx.pnr;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;

/**
 * Offsets in the block of the antisymmetric part of the (2, 2) mode. Its amplitude is that of the symmetric part times
 * a ratio; its phase is phase / 2 + alpha + LOWER_CONSTANT + LOWER_SLOPE f below the join and phase + UPPER_CONSTANT
 * above it, with the phase of the symmetric part and alpha as the row's angles have it.
 *
 * <p>The ratio comes as polynomials in the place x of a frequency on the grid: the number of bins beyond the first,
 * (f - FIRST) INVERSE_SPACING where they are equally spaced. A piece i, of {@link #PIECES} at most, reaches to
 * EDGE_i inclusive; it is the sum over k of COEFFICIENT_(i, k) t^k, where t runs from -1 at the place after the edge
 * before (0 for the first piece) to 1 at its own edge.
 */
public final class AntisymmetricRow {
    /** Below this frequency, Hz, the phase follows the precession. */
    public static final int JOIN = 0;
    /** rad. */
    public static final int LOWER_CONSTANT = 1;
    /** rad / Hz. */
    public static final int LOWER_SLOPE = 2;
    /** rad. */
    public static final int UPPER_CONSTANT = 3;
    /** Frequency of the place 0, Hz; its bin where bins are not equally spaced. */
    public static final int FIRST = 4;
    /** Places per Hz; 0 where bins are not equally spaced, and a bin's place is its number less FIRST. */
    public static final int INVERSE_SPACING = 5;
    /** How many pieces there are: 0 where there is no antisymmetric part. */
    public static final int COUNT = 6;
    /** The last place of the first piece; those of the others follow. */
    public static final int EDGES = 7;
    /** How many pieces there may be. */
    public static final int PIECES = 96;
    /** How many coefficients a piece has. */
    public static final int TERMS = 8;
    /** The coefficients of the first piece in ascending powers; those of the others follow. */
    public static final int COEFFICIENTS = EDGES + PIECES;
    /** How many numbers there are. */
    public static final int SIZE = COEFFICIENTS + PIECES * TERMS;

    private AntisymmetricRow() {}

    /** Names of all coefficients. */
    static RowLayout layout() {
        List<String> names = new ArrayList<>(List.of("JOIN", "LOWER_CONSTANT", "LOWER_SLOPE", "UPPER_CONSTANT", "FIRST",
            "INVERSE_SPACING", "COUNT"));
        for (int piece = 0; piece < PIECES; piece++) {
            names.add("EDGE_" + piece);
        }
        for (int piece = 0; piece < PIECES; piece++) {
            for (int power = 0; power < TERMS; power++) {
                names.add("COEFFICIENT_" + piece + "_" + power);
            }
        }
        if (names.size() != SIZE) {
            throw new IllegalStateException("the block holds " + names.size() + " coefficients, not " + SIZE);
        }
        return new RowLayout(List.copyOf(names));
    }
}
