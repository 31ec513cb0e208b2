package org.chirpmill.model.phenomx.precession;

import java.util.random.RandomGenerator;

/**
 * Angles like those of two precessing spins, by formulas: sin(beta / 2) exp(i alpha) is the sum of two turning arrows,
 * w = a exp(i A v^-3) + b exp(i B v^-3), so that L passes next to J over and over where these are about as long; and
 * alpha - epsilon is the integral of 2 |w|^2 d(alpha), as L turns without spinning. From a join on, alpha and epsilon
 * bend, if wanted.
 *
 * @param lengthOne a
 * @param lengthTwo b, so small that their sum is less than 1
 * @param rateOne A, rad
 * @param rateTwo B, another
 * @param join log v of the join
 * @param bend by how much the slopes of alpha and epsilon by log v change there
 */
public record TwoTones(
        double lengthOne, double lengthTwo, double rateOne, double rateTwo, double join, double bend)
        implements AngleFunction {
    /** Some, of a binary of black holes. */
    public static TwoTones draw(RandomGenerator random, double bend) {
        double a = 0.02 + 0.4 * random.nextDouble();
        double b = 0.02 + 0.4 * random.nextDouble();
        return new TwoTones(a, b, 0.2 + 0.2 * random.nextDouble(), 0.05 * random.nextDouble(), -1.2, bend);
    }

    @Override
    public void at(double[] logV, int count, double[][] out) {
        for (int i = 0; i < count; i++) {
            double cycles = Math.exp(-3 * logV[i]);
            double one = rateOne * cycles;
            double two = rateTwo * cycles;
            double real = lengthOne * Math.cos(one) + lengthTwo * Math.cos(two);
            double imaginary = lengthOne * Math.sin(one) + lengthTwo * Math.sin(two);
            // d|w|^2-weighed: 2 Im(w* dw) = 2 (a^2 dA + b^2 dB + a b (dA + dB) cos(A - B)).
            double phase = 2 * (lengthOne * lengthOne * one + lengthTwo * lengthTwo * two
                + lengthOne * lengthTwo * (rateOne + rateTwo) / (rateOne - rateTwo) * Math.sin(one - two));
            double bent = bend * Math.max(0, logV[i] - join);
            double square = real * real + imaginary * imaginary;
            out[0][i] = unwound(Math.atan2(imaginary, real), one, two) + bent;
            out[1][i] = out[0][i] - phase + bent;
            out[2][i] = Math.sqrt(1 - square);
            out[3][i] = Math.sqrt(square);
        }
    }

    /** The same with epsilon taken from so much higher a log v, as LALSimulation's is. */
    public AngleFunction withEpsilonFrom(double step) {
        return new AngleFunction() {
            private final double[] there = new double[1];
            private final double[][] one = new double[4][1];

            @Override
            public boolean isEpsilonApart() {
                return true;
            }

            @Override
            public void at(double[] logV, int count, double[][] out) {
                TwoTones.this.at(logV, count, out);
                for (int i = 0; i < count; i++) {
                    there[0] = logV[i] + step;
                    TwoTones.this.at(there, 1, one);
                    out[1][i] = one[1][0];
                    out[4][i] = one[0][0];
                    out[5][i] = one[2][0];
                    out[6][i] = one[3][0];
                }
            }
        };
    }

    /** The turn of alpha that follows the longer arrow. */
    private double unwound(double alpha, double one, double two) {
        double longer = lengthOne > lengthTwo ? one : two;
        return alpha + 2 * Math.PI * Math.rint((longer - alpha) / (2 * Math.PI));
    }
}
