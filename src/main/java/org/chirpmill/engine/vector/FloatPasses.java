package org.chirpmill.engine.vector;

import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The loops over all bins in single precision: each a method of its own, in which vectors stay in registers. */
final class FloatPasses {
    /** As many floats as the CPU takes at once. */
    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SPECIES.vectorShape());
    /** As many floats as it takes doubles. */
    static final VectorSpecies<Float> HALF =
        VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    static final int COUNT = FLOATS.length();

    private static final double ROUNDER = 0x1.8p52;
    /** sin(pi u) over u in powers of u^2, |u| at most 1/2, through Chebyshev nodes: within 7e-9. */
    private static final float SINE_0 = 3.14159264f;
    private static final float SINE_1 = -5.167710077f;
    private static final float SINE_2 = 2.550077387f;
    private static final float SINE_3 = -0.5982904113f;
    private static final float SINE_4 = 0.07765591228f;
    /** cos(pi u) likewise: within 3e-10. */
    private static final float COSINE_0 = 0.9999999998f;
    private static final float COSINE_1 = -4.934802137f;
    private static final float COSINE_2 = 4.058709155f;
    private static final float COSINE_3 = -1.335211949f;
    private static final float COSINE_4 = 0.2349370686f;
    private static final float COSINE_5 = -0.0243959321f;
    private static final int DOUBLES = SPECIES.length();

    private FloatPasses() {}

    /**
     * A phase as polynomial of degree 7, without its whole turns, and the polynomial's argument.
     *
     * @param a coefficients in rad, ascending, from {@code first}
     * @param scale slope of the argument
     * @param shift its value at 0 Hz
     * @param frequencies of all bins, Hz
     * @param argument receives the arguments from index 0 on
     * @param out receives the phases in turns, between -1/2 and 1/2, from {@code at} on
     */
    static void phase(double[] a, int first, double scale, double shift, double[] frequencies, int from, int to,
            float[] argument, float[] out, int at) {
        double a0 = a[first] * BinPasses.TURN;
        double a1 = a[first + 1] * BinPasses.TURN;
        double a2 = a[first + 2] * BinPasses.TURN;
        double a3 = a[first + 3] * BinPasses.TURN;
        double a4 = a[first + 4] * BinPasses.TURN;
        double a5 = a[first + 5] * BinPasses.TURN;
        double a6 = a[first + 6] * BinPasses.TURN;
        double a7 = a[first + 7] * BinPasses.TURN;
        for (int i = from; i < to; i += DOUBLES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, frequencies, i).fma(scale, shift);
            DoubleVector turns = u.fma(a7, a6)
                .fma(u, DoubleVector.broadcast(SPECIES, a5))
                .fma(u, DoubleVector.broadcast(SPECIES, a4))
                .fma(u, DoubleVector.broadcast(SPECIES, a3))
                .fma(u, DoubleVector.broadcast(SPECIES, a2))
                .fma(u, DoubleVector.broadcast(SPECIES, a1))
                .fma(u, DoubleVector.broadcast(SPECIES, a0));
            DoubleVector part = turns.sub(turns.add(ROUNDER).sub(ROUNDER));
            ((FloatVector) part.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(out, at + i - from);
            ((FloatVector) u.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(argument, i - from);
        }
    }

    /** Converts phases in rad to turns without the whole ones, and amplitudes times a number. */
    static void copy(double[][] from, int count, double unit, float[][] to, int at, int functions) {
        for (int i = 0; i < count; i += DOUBLES) {
            DoubleVector turns = DoubleVector.fromArray(SPECIES, from[0], i).mul(BinPasses.TURN);
            DoubleVector part = turns.sub(turns.add(ROUNDER).sub(ROUNDER));
            ((FloatVector) part.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(to[0], at + i);
        }
        for (int function = 1; function < functions; function++) {
            for (int i = 0; i < count; i += DOUBLES) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, from[function], i).mul(unit);
                ((FloatVector) value.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(to[function], at + i);
            }
        }
    }

    /** An amplitude as polynomial of degree 7. */
    static void polynomial(float[] a, int first, float[] argument, int count, float[] out, int at) {
        float a0 = a[first];
        float a1 = a[first + 1];
        float a2 = a[first + 2];
        float a3 = a[first + 3];
        float a4 = a[first + 4];
        float a5 = a[first + 5];
        float a6 = a[first + 6];
        float a7 = a[first + 7];
        for (int i = 0; i < count; i += COUNT) {
            FloatVector u = FloatVector.fromArray(FLOATS, argument, i);
            u.fma(a7, a6)
                .fma(u, FloatVector.broadcast(FLOATS, a5))
                .fma(u, FloatVector.broadcast(FLOATS, a4))
                .fma(u, FloatVector.broadcast(FLOATS, a3))
                .fma(u, FloatVector.broadcast(FLOATS, a2))
                .fma(u, FloatVector.broadcast(FLOATS, a1))
                .fma(u, FloatVector.broadcast(FLOATS, a0))
                .intoArray(out, at + i);
        }
    }

    /** Two amplitudes at once, with coefficients from {@code first} and {@code second}: as many as registers hold. */
    static void polynomials(float[] a, int first, int second, float[] argument, int count,
            float[] out, float[] other, int at) {
        float a0 = a[first];
        float a1 = a[first + 1];
        float a2 = a[first + 2];
        float a3 = a[first + 3];
        float a4 = a[first + 4];
        float a5 = a[first + 5];
        float a6 = a[first + 6];
        float a7 = a[first + 7];
        float b0 = a[second];
        float b1 = a[second + 1];
        float b2 = a[second + 2];
        float b3 = a[second + 3];
        float b4 = a[second + 4];
        float b5 = a[second + 5];
        float b6 = a[second + 6];
        float b7 = a[second + 7];
        for (int i = 0; i < count; i += COUNT) {
            FloatVector u = FloatVector.fromArray(FLOATS, argument, i);
            u.fma(a7, a6)
                .fma(u, FloatVector.broadcast(FLOATS, a5))
                .fma(u, FloatVector.broadcast(FLOATS, a4))
                .fma(u, FloatVector.broadcast(FLOATS, a3))
                .fma(u, FloatVector.broadcast(FLOATS, a2))
                .fma(u, FloatVector.broadcast(FLOATS, a1))
                .fma(u, FloatVector.broadcast(FLOATS, a0))
                .intoArray(out, at + i);
            u.fma(b7, b6)
                .fma(u, FloatVector.broadcast(FLOATS, b5))
                .fma(u, FloatVector.broadcast(FLOATS, b4))
                .fma(u, FloatVector.broadcast(FLOATS, b3))
                .fma(u, FloatVector.broadcast(FLOATS, b2))
                .fma(u, FloatVector.broadcast(FLOATS, b1))
                .fma(u, FloatVector.broadcast(FLOATS, b0))
                .intoArray(other, at + i);
        }
    }

    /**
     * Replaces phases in turns by A cos and writes A sin: half the angle, at most a quarter turn, has polynomials
     * through Chebyshev nodes that are within 6e-8.
     */
    static void wave(float[] turns, float[] sine, float[] amplitude, int count) {
        for (int i = 0; i < count; i += COUNT) {
            FloatVector u = FloatVector.fromArray(FLOATS, turns, i);
            FloatVector a = FloatVector.fromArray(FLOATS, amplitude, i);
            FloatVector z = u.mul(u);
            FloatVector s = z.fma(SINE_4, SINE_3)
                .fma(z, FloatVector.broadcast(FLOATS, SINE_2))
                .fma(z, FloatVector.broadcast(FLOATS, SINE_1))
                .fma(z, FloatVector.broadcast(FLOATS, SINE_0))
                .mul(u);
            FloatVector c = z.fma(COSINE_5, COSINE_4)
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_3))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_2))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_1))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_0));
            FloatVector twice = s.add(s);
            twice.mul(c).mul(a).intoArray(sine, i);
            twice.neg().fma(s, FloatVector.broadcast(FLOATS, 1)).mul(a).intoArray(turns, i);
        }
    }

    /** Adds a mode with four amplitudes to both polarizations: phases in turns, then the amplitudes. */
    static void add(float[][] values, int count, float[][] h) {
        float[] turns = values[0];
        float[] plusReal = values[1];
        float[] plusImaginary = values[2];
        float[] crossReal = values[3];
        float[] crossImaginary = values[4];
        float[] hPlusReal = h[0];
        float[] hPlusImaginary = h[1];
        float[] hCrossReal = h[2];
        float[] hCrossImaginary = h[3];
        for (int i = 0; i < count; i += COUNT) {
            FloatVector u = FloatVector.fromArray(FLOATS, turns, i);
            FloatVector z = u.mul(u);
            FloatVector half = z.fma(SINE_4, SINE_3)
                .fma(z, FloatVector.broadcast(FLOATS, SINE_2))
                .fma(z, FloatVector.broadcast(FLOATS, SINE_1))
                .fma(z, FloatVector.broadcast(FLOATS, SINE_0))
                .mul(u);
            FloatVector halfCosine = z.fma(COSINE_5, COSINE_4)
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_3))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_2))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_1))
                .fma(z, FloatVector.broadcast(FLOATS, COSINE_0));
            FloatVector twice = half.add(half);
            FloatVector s = twice.mul(halfCosine);
            FloatVector c = twice.neg().fma(half, FloatVector.broadcast(FLOATS, 1));
            FloatVector minusS = s.neg();
            FloatVector real = FloatVector.fromArray(FLOATS, plusReal, i);
            FloatVector imaginary = FloatVector.fromArray(FLOATS, plusImaginary, i);
            imaginary.fma(minusS, real.fma(c, FloatVector.fromArray(FLOATS, hPlusReal, i))).intoArray(hPlusReal, i);
            imaginary.fma(c, real.fma(s, FloatVector.fromArray(FLOATS, hPlusImaginary, i)))
                .intoArray(hPlusImaginary, i);
            real = FloatVector.fromArray(FLOATS, crossReal, i);
            imaginary = FloatVector.fromArray(FLOATS, crossImaginary, i);
            imaginary.fma(minusS, real.fma(c, FloatVector.fromArray(FLOATS, hCrossReal, i))).intoArray(hCrossReal, i);
            imaginary.fma(c, real.fma(s, FloatVector.fromArray(FLOATS, hCrossImaginary, i)))
                .intoArray(hCrossImaginary, i);
        }
    }
}
