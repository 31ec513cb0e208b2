package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jhdf.HdfFile;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.settings.DomainSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference is dingo-gw's own, written by {@code src/test/reference-scripts/heterodyned_phases.py}. */
class PhaseHeterodyneTest {
    private static final Path THEIRS = Path.of("src/test/resources/compression/heterodyned_phases.h5");

    private static final Map<String, FrequencyDomain> DOMAINS = Map.of(
        "uniform", new UniformFrequencyDomain(20, 64, 0.125),
        "uniform_decimal", new UniformFrequencyDomain(20, 50, 0.1),
        "multibanded", FrequencyDomain.of(new DomainSettings.Multibanded(
            List.of(20.0, 34.0, 46.0, 62.0), 0.0625, new DomainSettings.Uniform(20, 64, 0.0625))),
        "multibanded_decimal", FrequencyDomain.of(new DomainSettings.Multibanded(
            List.of(25.7, 29.3, 32.5, 48.5), 0.2, new DomainSettings.Uniform(25.7, 48.6, 0.1))));

    @ParameterizedTest
    @CsvSource({"uniform, 0", "uniform, 2", "uniform_decimal, 0", "uniform_decimal, 2", "multibanded, 0",
        "multibanded, 2", "multibanded_decimal, 0", "multibanded_decimal, 2"})
    void wavesAreTurnedByDingosPhases(String domain, int order) {
        PhaseHeterodyne heterodyne = PhaseHeterodyne.of(order, DOMAINS.get(domain));
        try (HdfFile file = new HdfFile(THEIRS)) {
            double[] chirpMass = (double[]) file.getDatasetByPath("chirp_mass").getData();
            double[] massRatio = (double[]) file.getDatasetByPath("mass_ratio").getData();
            Map<?, ?> theirs = (Map<?, ?>) file.getDatasetByPath(domain + "/order_" + order).getData();
            for (int row = 0; row < chirpMass.length; row++) {
                double[] ours = ones(heterodyne.bins());
                heterodyne.apply(ours, heterodyne.chirp(chirpMass[row], massRatio[row]));
                double[] phases = heterodyne.phases(heterodyne.chirp(chirpMass[row], massRatio[row]));
                double[] real = (double[]) Array.get(theirs.get("r"), row);
                double[] imaginary = (double[]) Array.get(theirs.get("i"), row);
                assertEquals(real.length, heterodyne.bins());
                for (int bin = 0; bin < real.length; bin++) {
                    String where = domain + ", order " + order + ", row " + row + ", bin " + bin;
                    double tolerance = tolerance(phases[bin]);
                    assertEquals(real[bin], ours[2 * bin], tolerance, where);
                    assertEquals(imaginary[bin], ours[2 * bin + 1], tolerance, where);
                }
            }
        }
    }

    /** Some units in the last place of the phase, which at 20 Hz is up to 7e3 rad, and 1e6 rad at 1 Hz. */
    private static double tolerance(double phase) {
        return 4e-15 * Math.abs(phase) + 2e-15;
    }

    private static double[] ones(int bins) {
        double[] ones = new double[2 * bins];
        for (int bin = 0; bin < bins; bin++) {
            ones[2 * bin] = 1;
        }
        return ones;
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void theInverseGivesThePhaseBack(int order) {
        PhaseHeterodyne heterodyne = PhaseHeterodyne.of(order, DOMAINS.get("multibanded"));
        double[] series = new double[2 * heterodyne.bins()];
        Arrays.setAll(series, part -> 1e-23 * (part % 7 - 3));
        PhaseHeterodyne.Chirp chirp = heterodyne.chirp(1.4, 0.7);
        double[] there = series.clone();
        heterodyne.apply(there, chirp);
        heterodyne.inverse(there, chirp);
        assertArrayEquals(series, there, 1e-37);
    }

    @Test
    void phasesAreThoseThatWavesAreTurnedBy() {
        PhaseHeterodyne heterodyne = PhaseHeterodyne.of(2, DOMAINS.get("multibanded"));
        PhaseHeterodyne.Chirp chirp = heterodyne.chirp(1.4, 0.7);
        double[] phases = heterodyne.phases(chirp);
        double[] turned = ones(heterodyne.bins());
        heterodyne.apply(turned, chirp);
        for (int bin = 0; bin < phases.length; bin++) {
            assertEquals(StrictMath.cos(phases[bin]), turned[2 * bin], tolerance(phases[bin]), "bin " + bin);
            assertEquals(StrictMath.sin(phases[bin]), turned[2 * bin + 1], tolerance(phases[bin]), "bin " + bin);
        }
    }

    @Test
    void otherOrdersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PhaseHeterodyne(1, new double[] {20}));
    }
}
