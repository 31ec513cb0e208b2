package org.chirpmill.model.phenomx.precession;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;

/**
 * Offsets in a block of a coefficient row that holds Euler angles as piecewise polynomials of log v, of as many pieces
 * as the model gives room for. {@link AngleTable} writes it, {@link AngleTableKernel} evaluates it.
 *
 * <p>Behind {@link #EDGES} follow one edge more than there is room for pieces, then the pieces, {@link #PIECE_SIZE}
 * numbers each: see {@link #piece}.
 */
public final class AngleTableRow {
    /** How many pieces there are. */
    public static final int PIECES = 0;
    /** How many there is room for. */
    public static final int ROOM = 1;
    /** What the polynomials may miss of the angles, rad, as estimated. */
    public static final int MISSED = 2;
    /** How many places log v follow at which the angles are not smooth. */
    public static final int JOINS = 3;
    public static final int JOIN_1 = 4;
    /** For how many there is room. */
    public static final int MOST_JOINS = 12;
    /** Where the pieces begin, log v, ascending, and where the last ends. */
    public static final int EDGES = JOIN_1 + MOST_JOINS;

    /** Of a piece: u = SCALE (log v - MIDDLE) runs from -1 to 1. */
    public static final int MIDDLE = 0;
    public static final int SCALE = 1;
    /** Of a piece: alpha's coefficients of u^0, u^1, ...; then those of epsilon, cos(beta / 2) and sin(beta / 2). */
    public static final int COEFFICIENTS = 2;
    /** How many coefficients a function has. */
    public static final int NODES = 16;
    /** How many functions there are. */
    public static final int FUNCTIONS = 4;
    /** How many numbers a piece takes. */
    public static final int PIECE_SIZE = COEFFICIENTS + FUNCTIONS * NODES;

    private static final List<String> NAMES = List.of("ALPHA", "EPSILON", "COS_HALF", "SIN_HALF");

    private AngleTableRow() {}

    /** How many numbers a table with room for so many pieces takes. */
    public static int size(int room) {
        return piece(room, room);
    }

    /** Where a piece begins in a table with room for so many. */
    public static int piece(int room, int index) {
        return EDGES + room + 1 + index * PIECE_SIZE;
    }

    /** The names of a table's numbers. */
    public static RowLayout layout(int room) {
        List<String> names = new ArrayList<>(List.of("PIECES", "ROOM", "MISSED", "JOINS"));
        for (int join = 1; join <= MOST_JOINS; join++) {
            names.add("JOIN_" + join);
        }
        for (int edge = 0; edge <= room; edge++) {
            names.add("EDGE_" + edge);
        }
        for (int piece = 0; piece < room; piece++) {
            String prefix = "PIECE_" + piece + "_";
            names.add(prefix + "MIDDLE");
            names.add(prefix + "SCALE");
            for (String function : NAMES) {
                for (int power = 0; power < NODES; power++) {
                    names.add(prefix + function + "_" + power);
                }
            }
        }
        return new RowLayout(List.copyOf(names));
    }
}
