package org.chirpmill.engine.vector;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** The loops over all bins: each a method of its own, in which vectors stay in registers. */
final class BinPasses {
    /** Radians to turns. */
    static final double TURN = 1 / (2 * Math.PI);

    /** 2 pi minus the double nearest to it. */
    private static final double REST_OF_TWO_PI = 2.4492935982947064e-16;
    private static final double ROUNDER = 0x1.8p52;

    private BinPasses() {}

    /** Converts phases from radians to turns. */
    static void turn(double[] phases, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, phases, i).mul(TURN).intoArray(phases, i);
        }
    }

    /** Multiplies cosines and sines by an amplitude. */
    static void scale(double[] cosine, double[] sine, double[] amplitude, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, amplitude, i);
            DoubleVector.fromArray(SPECIES, cosine, i).mul(a).intoArray(cosine, i);
            DoubleVector.fromArray(SPECIES, sine, i).mul(a).intoArray(sine, i);
        }
    }

    /** Copies phases, from radians to turns without the whole ones, and amplitudes. */
    static void copy(double[][] from, int count, double[][] to, int at, int functions) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector phase = DoubleVector.fromArray(SPECIES, from[0], i);
            DoubleVector n = phase.fma(TURN, ROUNDER).sub(ROUNDER);
            DoubleVector rest = n.fma(DoubleVector.broadcast(SPECIES, -2 * Math.PI), phase);
            n.fma(DoubleVector.broadcast(SPECIES, -REST_OF_TWO_PI), rest).mul(TURN).intoArray(to[0], at + i);
        }
        for (int function = 1; function < functions; function++) {
            for (int i = 0; i < count; i += COUNT) {
                DoubleVector.fromArray(SPECIES, from[function], i).intoArray(to[function], at + i);
            }
        }
    }

    /**
     * Replaces phases in turns by their cosines and writes the sines, within 1e-14: whole turns go, then half the
     * angle, at most a quarter turn, has polynomials through Chebyshev nodes.
     */
    static void sincosOfTurns(double[] turns, double[] sine, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector turn = DoubleVector.fromArray(SPECIES, turns, i);
            DoubleVector u = turn.sub(turn.add(ROUNDER).sub(ROUNDER));
            DoubleVector z = u.mul(u);
            DoubleVector s = z.fma(-0.000021133627352052970404, 0.00046598701580433779334)
                .fma(z, DoubleVector.broadcast(SPECIES, -0.0073703643265304156755))
                .fma(z, DoubleVector.broadcast(SPECIES, 0.082145878816310426917))
                .fma(z, DoubleVector.broadcast(SPECIES, -0.59926452882522400508))
                .fma(z, DoubleVector.broadcast(SPECIES, 2.5501640398618676297))
                .fma(z, DoubleVector.broadcast(SPECIES, -5.1677127800497858227))
                .fma(z, DoubleVector.broadcast(SPECIES, 3.1415926535897928787))
                .mul(u);
            DoubleVector c = z.fma(-0.00010041646422053889957, 0.0019278700526981332897)
                .fma(z, DoubleVector.broadcast(SPECIES, -0.025806531975921562038))
                .fma(z, DoubleVector.broadcast(SPECIES, 0.23533058831317873049))
                .fma(z, DoubleVector.broadcast(SPECIES, -1.3352627661817635356))
                .fma(z, DoubleVector.broadcast(SPECIES, 4.0587121263332948238))
                .fma(z, DoubleVector.broadcast(SPECIES, -4.9348022005436858994))
                .fma(z, DoubleVector.broadcast(SPECIES, 0.99999999999999805987));
            DoubleVector twice = s.add(s);
            twice.mul(c).intoArray(sine, i);
            twice.neg().fma(s, DoubleVector.broadcast(SPECIES, 1)).intoArray(turns, i);
        }
    }

    /** Adds a mode with four amplitudes to both polarizations. */
    static void add(double[] cosine, double[] sine, double[][] amplitudes, int count, double[][] h) {
        double[] plusReal = amplitudes[1];
        double[] plusImaginary = amplitudes[2];
        double[] crossReal = amplitudes[3];
        double[] crossImaginary = amplitudes[4];
        double[] hPlusReal = h[0];
        double[] hPlusImaginary = h[1];
        double[] hCrossReal = h[2];
        double[] hCrossImaginary = h[3];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector real = DoubleVector.fromArray(SPECIES, plusReal, i);
            DoubleVector imaginary = DoubleVector.fromArray(SPECIES, plusImaginary, i);
            real.fma(c, DoubleVector.fromArray(SPECIES, hPlusReal, i)).sub(imaginary.mul(s)).intoArray(hPlusReal, i);
            real.fma(s, imaginary.fma(c, DoubleVector.fromArray(SPECIES, hPlusImaginary, i)))
                .intoArray(hPlusImaginary, i);
            real = DoubleVector.fromArray(SPECIES, crossReal, i);
            imaginary = DoubleVector.fromArray(SPECIES, crossImaginary, i);
            real.fma(c, DoubleVector.fromArray(SPECIES, hCrossReal, i)).sub(imaginary.mul(s)).intoArray(hCrossReal, i);
            real.fma(s, imaginary.fma(c, DoubleVector.fromArray(SPECIES, hCrossImaginary, i)))
                .intoArray(hCrossImaginary, i);
        }
    }
}
