package org.chirpmill.engine.vector;

import static org.chirpmill.engine.vector.ModePieces.POLYNOMIALS;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.Lanes;

/**
 * The polynomials of many pieces of a mode through the values at their nodes, and how good they are. Each step is done
 * for all pieces before the next, so that none waits for another. One thread.
 */
final class PieceFits {
    private final int functions;
    /** One over the nodes, and where there are two polarizations by two more. */
    private final double inverseCount;
    private final double[] coefficients;
    private final double[] nodeSums = Lanes.array(POLYNOMIALS.nodes());
    private final double[] strengths;
    private final double[] third;
    private final double[] before;
    private final double[] last;
    private final double[] errors;

    PieceFits(int most, int amplitudes) {
        functions = amplitudes + 1;
        inverseCount = 1.0 / (POLYNOMIALS.nodes() * (amplitudes == 1 ? 1 : 2));
        coefficients = new double[most * functions * POLYNOMIALS.stride()];
        strengths = Lanes.array(most);
        third = Lanes.array(most);
        before = Lanes.array(most);
        last = Lanes.array(most);
        errors = Lanes.array(most);
    }

    /** Fits so many pieces to the phases and amplitudes at their nodes, which follow each other. */
    void fit(double[][] values, int pieces) {
        for (int piece = 0; piece < pieces; piece++) {
            strengths[piece] = squares(values, piece * POLYNOMIALS.nodes());
            coefficients(values, piece * POLYNOMIALS.nodes(), at(piece));
        }
        for (int i = 0; i < pieces; i += COUNT) {
            DoubleVector.fromArray(SPECIES, strengths, i).mul(inverseCount).sqrt().intoArray(strengths, i);
        }
        int highest = POLYNOMIALS.nodes() - 1;
        for (int piece = 0; piece < pieces; piece++) {
            double strength = strengths[piece];
            third[piece] = POLYNOMIALS.size(coefficients, at(piece), functions, strength, highest - 2);
            before[piece] = POLYNOMIALS.size(coefficients, at(piece), functions, strength, highest - 1);
            last[piece] = POLYNOMIALS.size(coefficients, at(piece), functions, strength, highest);
        }
        POLYNOMIALS.errors(third, before, last, pieces, errors);
    }

    /** The sum of all amplitudes' squares, in an order that does not depend on how many lanes there are. */
    private double squares(double[][] values, int from) {
        for (int j = 0; j < POLYNOMIALS.nodes(); j += COUNT) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int function = 1; function < functions; function++) {
                DoubleVector amplitude = DoubleVector.fromArray(SPECIES, values[function], from + j);
                sum = amplitude.fma(amplitude, sum);
            }
            sum.intoArray(nodeSums, j);
        }
        double sum = 0;
        for (int j = 0; j < POLYNOMIALS.nodes(); j++) {
            sum += nodeSums[j];
        }
        return sum;
    }

    private void coefficients(double[][] values, int from, int at) {
        int amplitudes = at + POLYNOMIALS.stride();
        POLYNOMIALS.coefficients(values[0], from, coefficients, at);
        if (functions == 2) {
            POLYNOMIALS.coefficients(values[1], from, coefficients, amplitudes);
        } else {
            POLYNOMIALS.coefficients(values[1], values[2], values[3], values[4], from, coefficients, amplitudes);
        }
    }

    /** What the amplitudes of a polarization are at a piece's nodes, root mean square. */
    double strength(int piece) {
        return strengths[piece];
    }

    /** The error of the strain that a piece's polynomials make. */
    double error(int piece) {
        return errors[piece];
    }

    /** All coefficients, those of a piece's phase before those of its amplitudes, ascending powers. */
    double[] coefficients() {
        return coefficients;
    }

    /** Where those of a piece begin. */
    int at(int piece) {
        return piece * functions * POLYNOMIALS.stride();
    }
}
