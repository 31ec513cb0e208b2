package org.chirpmill.banding;

import java.util.function.DoubleUnaryOperator;

/**
 * A detector's noise.
 *
 * @param name for messages
 * @param amplitude the amplitude spectral density, 1/sqrt(Hz), at a frequency in Hz; infinite where nothing is measured
 */
public record Noise(String name, DoubleUnaryOperator amplitude) {
    /**
     * Advanced LIGO at its design, as the fit of arXiv:0903.0338, Table 1: with x = f / 215 Hz, the power spectral
     * density is 1e-49 / Hz times x^-4.14 - 5 x^-2 + 111 (1 - x^2 + x^4 / 2) / (1 + x^2 / 2).
     */
    public static Noise advancedLigo() {
        return new Noise("advanced LIGO's design (fit of arXiv:0903.0338)", f -> {
            double x = f / 215;
            double square = x * x;
            return Math.sqrt(1e-49 * (StrictMath.pow(x, -4.14) - 5 / square
                + 111 * (1 - square + square * square / 2) / (1 + square / 2)));
        });
    }
}
