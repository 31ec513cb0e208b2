package org.chirpmill.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeSeriesTest {
    private static final double SIGMA = 0.01;
    private static final double DELAY = 0.25;

    /** exp(-t^2 / 2 sigma^2) / sqrt(2 pi) sigma has the spectrum exp(-(2 pi f sigma)^2 / 2). */
    @Test
    void aGaussianComesBackWithItsHeightAndTime() {
        int bins = 1001;
        double[] frequencies = new double[bins];
        double[] strain = new double[2 * bins];
        for (int k = 0; k < bins; k++) {
            frequencies[k] = 0.25 * k;
            double turn = 2 * Math.PI * frequencies[k];
            double height = Math.exp(-Math.pow(turn * SIGMA, 2) / 2) * (k == 0 ? 0.5 : 1);
            strain[2 * k] = height * Math.cos(turn * DELAY);
            strain[2 * k + 1] = -height * Math.sin(turn * DELAY);
        }
        TimeSeries series = TimeSeries.of(new Polarization("h+", frequencies, strain));
        double peak = 1 / (Math.sqrt(2 * Math.PI) * SIGMA);
        for (int k = 0; k < series.times().length; k++) {
            double expected = peak * Math.exp(-Math.pow((series.times()[k] - DELAY) / SIGMA, 2) / 2);
            assertEquals(expected, series.strain()[k], 1e-9 * peak);
        }
        assertEquals(-2, series.times()[0], 1e-12);
        TimeSeries part = series.between(0.2, 0.3);
        assertTrue(part.times()[0] >= 0.2 && part.times()[part.times().length - 1] <= 0.3);
    }

    @Test
    void thePhaseIsContinuedThroughManyTurns() {
        int bins = 200;
        double[] frequencies = new double[bins];
        double[] strain = new double[2 * bins];
        double[] phase = new double[bins];
        for (int k = 0; k < bins; k++) {
            frequencies[k] = 20 + k;
            // Turns by up to 1.4 turns a bin at low frequencies, where no bin alone tells.
            phase[k] = -1000 * Math.pow(20 / frequencies[k], 1.2) * 0.15;
            strain[2 * k] = Math.cos(phase[k]);
            strain[2 * k + 1] = Math.sin(phase[k]);
        }
        double[] found = UnwrappedPhase.of(new Polarization("h+", frequencies, strain), 0, bins);
        for (int k = 0; k < bins; k++) {
            assertEquals(phase[k] - phase[bins - 1], found[k] - found[bins - 1], 1e-9);
        }
    }
}
