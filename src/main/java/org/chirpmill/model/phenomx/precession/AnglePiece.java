package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.lanes.NodeMath;

/**
 * One piece of an {@link AngleTable}: angles at the nodes of an interval, made into functions that are smooth, and what
 * polynomials through these would miss. Work space of one thread.
 */
final class AnglePiece {
    static final int PHASE = 0;
    static final int LARGER = 1;
    static final int REAL = 2;
    static final int IMAGINARY = 3;
    static final int REAL_APART = 4;
    static final int IMAGINARY_APART = 5;
    /** Where epsilon goes with another alpha, their difference counts over beta / 2, but for the smallest. */
    private static final double LEAST_HALF = 0.05;
    private static final double TURN = 2 * Math.PI;

    private final ChebyshevSeries chebyshev;
    private final MinimalRotation rotation;
    private final int nodes;
    private final double[] logs;
    private final double[][] values;
    private final double[][] smooth;
    private final double[] left;
    private final double[] sines;
    private final double[] cosines;
    private final double[] lastTerms = new double[AngleTableRow.FUNCTIONS * ChebyshevSeries.LAST];

    private boolean rotatesMinimally;
    private int functions;
    private double pole;
    private double mean;
    private double slope;
    private double leastHalf;
    private double phaseAtEnd;

    /** A piece on the nodes of such polynomials. */
    AnglePiece(ChebyshevSeries chebyshev) {
        this.chebyshev = chebyshev;
        rotation = new MinimalRotation(chebyshev);
        nodes = chebyshev.nodes();
        logs = new double[nodes];
        values = new double[AngleFunction.SIZE_APART][nodes];
        smooth = new double[AngleTableRow.FUNCTIONS][nodes];
        left = NodeMath.array(nodes);
        sines = NodeMath.array(nodes);
        cosines = NodeMath.array(nodes);
    }

    /**
     * Evaluates angles on an interval.
     *
     * @param angles the angles
     * @param minimally whether they tell no epsilon, because they rotate minimally
     * @param start where it begins, log v
     * @param end where it ends
     * @param before the piece that ends where it begins
     * @return the largest of the errors that {@link AngleTable#write} tells of, NaN if one is
     */
    double take(AngleFunction angles, boolean minimally, double start, double end, End before) {
        rotatesMinimally = minimally;
        functions = angles.isEpsilonApart() ? AngleTableRow.FUNCTIONS : IMAGINARY + 1;
        chebyshev.nodes((start + end) / 2, (end - start) / 2, logs);
        angles.at(logs, nodes, values);
        turn(before);
        for (int function = 0; function < functions; function++) {
            chebyshev.lastTerms(smooth[function], lastTerms, function * ChebyshevSeries.LAST);
        }
        double error = Math.max(Math.max(missed(PHASE), missed(LARGER)),
            2 * Math.max(missed(REAL), missed(IMAGINARY)));
        return functions < AngleTableRow.FUNCTIONS ? error : Math.max(error, Math.max(
            missedBetween(REAL, REAL_APART), missedBetween(IMAGINARY, IMAGINARY_APART)) / leastHalf);
    }

    /** Makes of the angles at the nodes what is smooth. */
    private void turn(End before) {
        double[] alpha = values[0];
        double[] epsilon = values[1];
        boolean isUpright = values[2][nodes / 2] >= values[3][nodes / 2];
        double[] larger = values[isUpright ? 2 : 3];
        double[] smaller = values[isUpright ? 3 : 2];
        pole = isUpright ? 1 : -1;
        slope = (alpha[nodes - 1] - alpha[0]) / (chebyshev.place(nodes - 1) - chebyshev.place(0));
        mean = (alpha[nodes - 1] + alpha[0]) / 2;
        turnBack(alpha, smaller, smooth[REAL], smooth[IMAGINARY]);
        System.arraycopy(larger, 0, smooth[LARGER], 0, nodes);
        if (functions == AngleTableRow.FUNCTIONS) {
            double[] apart = values[isUpright ? 6 : 5];
            turnBack(values[4], apart, smooth[REAL_APART], smooth[IMAGINARY_APART]);
            writePhase(values[4], epsilon);
            double least = 1;
            for (int node = 0; node < nodes; node++) {
                least = Math.min(least, Math.min(smaller[node], apart[node]));
            }
            leastHalf = Math.max(least, LEAST_HALF);
        } else if (!rotatesMinimally) {
            for (int node = 0; node < nodes; node++) {
                smooth[PHASE][node] = alpha[node] - pole * epsilon[node];
            }
        }
        if (rotatesMinimally) {
            phaseAtEnd = rotation.write(
                smooth[REAL], smooth[IMAGINARY], slope, before.phaseFor(pole), smooth[PHASE]);
        }
    }

    /** A half angle's sine or cosine times exp(i alpha), without the turning of its mean. */
    private void turnBack(double[] alpha, double[] length, double[] real, double[] imaginary) {
        for (int node = 0; node < nodes; node++) {
            left[node] = alpha[node] - mean - slope * chebyshev.place(node);
        }
        NodeMath.sincos(left, nodes, sines, cosines);
        for (int node = 0; node < nodes; node++) {
            real[node] = length[node] * cosines[node];
            imaginary[node] = length[node] * sines[node];
        }
    }

    /** The phase where alpha is that of another direction. */
    private void writePhase(double[] alpha, double[] epsilon) {
        double before = alpha[0] - pole * epsilon[0];
        for (int node = 0; node < nodes; node++) {
            double phase = alpha[node] - pole * epsilon[node];
            // Whole turns of epsilon alone show nowhere, and next to J nobody can tell them from alpha's.
            before = phase + TURN * Math.rint((before - phase) * (1 / TURN));
            smooth[PHASE][node] = before;
        }
    }

    private double missed(int function) {
        int at = function * ChebyshevSeries.LAST;
        return ChebyshevSeries.missed(lastTerms[at], lastTerms[at + 1], lastTerms[at + 2]);
    }

    /** Of the difference of two functions. */
    private double missedBetween(int one, int two) {
        int at = one * ChebyshevSeries.LAST;
        int other = two * ChebyshevSeries.LAST;
        return ChebyshevSeries.missed(lastTerms[at] - lastTerms[other], lastTerms[at + 1] - lastTerms[other + 1],
            lastTerms[at + 2] - lastTerms[other + 2]);
    }

    /** How many functions a piece has. */
    int functions() {
        return functions;
    }

    /** A function at the nodes. */
    double[] function(int function) {
        return smooth[function];
    }

    /** 1 where the functions are those for L near J, -1 where those for L near -J. */
    double pole() {
        return pole;
    }

    /** alpha in the middle of its mean course, rad. */
    double mean() {
        return mean;
    }

    /** By how much alpha turns on average over half of the piece, rad. */
    double slope() {
        return slope;
    }

    /** Writes how the piece ends. */
    void end(End to) {
        if (rotatesMinimally) {
            to.alpha = mean + slope
                + StrictMath.atan2(chebyshev.atEnd(smooth[IMAGINARY]), chebyshev.atEnd(smooth[REAL]));
            to.phase = phaseAtEnd;
            to.pole = pole;
        }
    }

    /** Where a piece ends: alpha and the phase there, rad, and the pole that goes with it; 0 before any piece. */
    static final class End {
        private double alpha;
        private double phase;
        private double pole;

        /** Before any piece. */
        void clear() {
            alpha = 0;
            phase = 0;
            pole = 0;
        }

        /** The phase with which a piece begins whose functions are those for one pole. */
        private double phaseFor(double next) {
            return pole == -next ? 2 * alpha - phase : phase;
        }
    }
}
