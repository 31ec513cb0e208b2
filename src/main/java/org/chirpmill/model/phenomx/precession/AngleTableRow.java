package org.chirpmill.model.phenomx.precession;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;

/**
 * Offsets in a block of a coefficient row that holds Euler angles as piecewise polynomials of log v, of as many pieces
 * as the model gives room for. {@link AngleTable} writes it, {@link AngleTableKernel} evaluates it.
 *
 * <p>The polynomials are not those of the angles. Where L comes near J, alpha turns by half a turn at once, and so does
 * epsilon; alpha - epsilon and s exp(i alpha), with c and s the cosine and sine of beta / 2, are as smooth there as
 * anywhere. Where L comes near -J the same is so of alpha + epsilon and c exp(i alpha). What alpha turns on average
 * over a piece is taken from the exponential.
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
    /** 1 where epsilon goes with another direction of L than alpha: see {@link #COEFFICIENTS}. */
    public static final int APART = 3;
    /** How many places log v follow at which the angles are not smooth. */
    public static final int JOINS = 4;
    public static final int JOIN_1 = 5;
    /** For how many there is room. */
    public static final int MOST_JOINS = 12;
    /** Where the pieces begin, log v, ascending, and where the last ends. */
    public static final int EDGES = JOIN_1 + MOST_JOINS;

    /** Of a piece: u = SCALE (log v - MIDDLE) runs from -1 to 1. */
    public static final int MIDDLE = 0;
    public static final int SCALE = 1;
    /** Of a piece: 1 where it is written for L near J, -1 where for L near -J. */
    public static final int POLE = 2;
    /** Of a piece: alpha is MEAN_0 + MEAN_1 u and what the polynomials add. */
    public static final int MEAN_0 = 3;
    public static final int MEAN_1 = 4;
    /**
     * Of a piece: coefficients of u^0, u^1, ... of alpha - POLE epsilon; then those of c, or s where POLE is -1; then
     * those of the real and imaginary part of s, or c, times exp(i (alpha - MEAN_0 - MEAN_1 u)). Where APART is 1 the
     * real and imaginary part of another s, or c, and alpha follow, and the first function is this other alpha minus
     * POLE epsilon.
     */
    public static final int COEFFICIENTS = 5;
    /** How many coefficients a function has. */
    public static final int NODES = 16;
    /** How many functions there are. */
    public static final int FUNCTIONS = 6;
    /** How many numbers a piece takes. */
    public static final int PIECE_SIZE = COEFFICIENTS + FUNCTIONS * NODES;

    private static final List<String> OF_PIECE = List.of("MIDDLE", "SCALE", "POLE", "MEAN_0", "MEAN_1");
    private static final List<String> OF_FUNCTIONS =
        List.of("PHASE", "LARGER", "REAL", "IMAGINARY", "REAL_APART", "IMAGINARY_APART");

    /**
     * Room for the angles of black holes. At a tolerance of 1e-10 rad those of LALSimulation's version 320 take 21
     * pieces in the median of a production prior from 20 Hz, 39 at most; of total masses from 5 to 400 solar masses
     * and mass ratios down to 1/20, 27 in the median and 115 at 99 %. What needs more, with total masses next to 5
     * solar masses, gets looser polynomials.
     */
    public static final int USUAL_ROOM = 160;

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
        List<String> names = new ArrayList<>(List.of("PIECES", "ROOM", "MISSED", "APART", "JOINS"));
        for (int join = 1; join <= MOST_JOINS; join++) {
            names.add("JOIN_" + join);
        }
        for (int edge = 0; edge <= room; edge++) {
            names.add("EDGE_" + edge);
        }
        for (int piece = 0; piece < room; piece++) {
            String prefix = "PIECE_" + piece + "_";
            OF_PIECE.forEach(name -> names.add(prefix + name));
            for (String function : OF_FUNCTIONS) {
                for (int power = 0; power < NODES; power++) {
                    names.add(prefix + function + "_" + power);
                }
            }
        }
        return new RowLayout(List.copyOf(names));
    }
}
