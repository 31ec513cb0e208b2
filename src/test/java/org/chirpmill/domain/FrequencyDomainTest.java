package org.chirpmill.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyDomainTest {
    @ParameterizedTest
    @CsvSource({"20, 512, 0.25, 2049, 80", "20, 1024, 0.125, 8193, 160", "0, 1024, 0.1, 10241, 1",
        "1e-4, 0.06, 1e-5, 6001, 10", "0.1, 2.3, 0.1, 24, 1", "0.1, 0.3, 0.1, 4, 1", "1e-4, 0.011, 1e-4, 111, 1",
        "1e-4, 0.06, 2e-5, 3001, 5", "20.1, 64, 0.25, 257, 80",
        "20.125, 64, 0.25, 257, 80", "20.375, 64, 0.25, 257, 82", "30, 2048, 1, 2049, 30"})
    void aUniformGridRunsFromZeroToItsMaximumAndIsZeroBelowItsMinimum(
        double minimum, double maximum, double deltaF, int bins, int firstBin) {
        // Bins and first bin as len(domain) and domain.min_idx of dingo-gw 0.10.3; 0 Hz is never evaluated.
        FrequencyGrid grid = new UniformFrequencyDomain(minimum, maximum, deltaF).grid();
        assertEquals(bins, grid.bins());
        assertEquals(firstBin, grid.firstBin());
        assertEquals(deltaF, grid.deltaF());
        assertTrue(grid.isUniform());
        assertEquals(0, grid.frequencies()[0]);
        int middle = bins / 2;
        assertEquals(middle * deltaF, grid.frequencies()[middle]);
        assertEquals(maximum, grid.maximumFrequency(), 1e-12 * maximum);
    }

    @ParameterizedTest
    @CsvSource({"15, 80", "20, 80", "20.1, 80", "20.25, 81", "30, 120", "30.2, 120"})
    void aStartAboveTheMinimumRaisesTheFirstBin(double start, int firstBin) {
        assertEquals(firstBin, new UniformFrequencyDomain(20, 512, 0.25).grid(OptionalDouble.of(start)).firstBin());
    }

    @ParameterizedTest
    @CsvSource({"0.3, 3", "0.7, 7", "2.1, 21", "2.19, 21"})
    void aStartIsCountedInDecimals(double start, int firstBin) {
        assertEquals(firstBin, new UniformFrequencyDomain(0.1, 2.3, 0.1).grid(OptionalDouble.of(start)).firstBin());
    }

    @Test
    void aMultibandedGridThatBeginsAsFineAsItsBaseIsDingos() {
        // sample_frequencies of dingo-gw 0.10.3, all of them exact in single precision.
        FrequencyGrid grid = grid(
            "{type: MFD, nodes: [20.0, 26.0, 34.0, 46.0, 62.0, 78.0, 1038.0], delta_f_initial: 0.0625, "
                + "base_delta_f: 0.0625}");
        assertEquals(736, grid.bins());
        assertGrid(grid, new double[] {20.0, 20.0625, 20.125, 20.1875},
            new double[] {1032.96875, 1034.96875, 1036.96875}, 276713.0);
    }

    @Test
    void aMultibandedGridOfThreeBandsIsDingos() {
        FrequencyGrid grid = grid("{type: MFD, nodes: [20.0, 128.0, 512.0, 1024.0], delta_f_initial: 0.125, "
            + "base_domain: {type: FD, f_min: 20.0, f_max: 1024.0, delta_f: 0.125}}");
        assertEquals(3424, grid.bins());
        assertGrid(grid, new double[] {20.0, 20.125, 20.25, 20.375},
            new double[] {1022.6875, 1023.1875, 1023.6875}, 1341674.0);
    }

    @Test
    void aMultibandedGridThatBeginsCoarserThanItsBaseIsDingos() {
        FrequencyGrid grid = grid("{type: MFD, nodes: [16.0, 40.0, 96.0, 600.0], delta_f_initial: 0.5, "
            + "base_domain: {type: FD, f_min: 10.0, f_max: 600.0, delta_f: 0.125}}");
        assertEquals(356, grid.bins());
        assertGrid(grid, new double[] {16.1875, 16.6875, 17.1875, 17.6875},
            new double[] {594.9375, 596.9375, 598.9375}, 92825.75);
    }

    @Test
    void aMultibandedGridOfWholeHertzIsDingos() {
        FrequencyGrid grid = grid("{type: MFD, nodes: [30, 60, 480], delta_f_initial: 1, "
            + "base_domain: {type: FD, f_min: 20, f_max: 512, delta_f: 1}}");
        assertEquals(240, grid.bins());
        assertGrid(grid, new double[] {30, 31, 32, 33}, new double[] {474.5, 476.5, 478.5}, 57930.0);
    }

    /** dingo-gw 0.10.3 asks LALSimulation for one more frequency there. */
    @Test
    void modelsAreAskedUpToTheEndOfTheBaseGrid() {
        assertEquals(512, grid("{type: MFD, nodes: [30, 60, 480], delta_f_initial: 1, "
            + "base_domain: {type: FD, f_min: 20, f_max: 512, delta_f: 1}}").askedUpTo());
        assertEquals(512, grid("{type: FD, f_min: 20, f_max: 512, delta_f: 1}").askedUpTo());
    }

    @Test
    void bandsWithARemainderShiftLaterBinsAsInDingo() {
        FrequencyGrid grid = grid("{type: MFD, nodes: [20.0, 33.3, 50.0, 100.0], delta_f_initial: 0.25, "
            + "base_domain: {type: FD, f_min: 10.0, f_max: 128.0, delta_f: 0.125}}");
        assertEquals(136, grid.bins());
        assertGrid(grid, new double[] {20.0625, 20.3125, 20.5625, 20.8125},
            new double[] {97.1875, 98.1875, 99.1875}, 6509.625);
    }

    @Test
    void aStartChangesNothingOnAMultibandedGrid() {
        FrequencyDomain domain = domain("{type: MFD, nodes: [30, 60], delta_f_initial: 1, base_delta_f: 1}");
        FrequencyGrid grid = domain.grid(OptionalDouble.of(45));
        assertEquals(0, grid.firstBin());
        assertFalse(grid.isUniform());
        assertArrayEquals(domain.grid().frequencies(), grid.frequencies());
    }

    @Test
    void theConfigsHaveTheBinsThatTheirCommentsPromise() {
        assertEquals(2049, bins("quick.yaml"));
        assertEquals(8193, bins("production_xphm.yaml"));
        assertEquals(960, bins("multibanded_xphm.yaml"));
    }

    private static int bins(String config) {
        return FrequencyDomain.of(DatasetSettings.read(Path.of("configs", config)).domain()).grid().bins();
    }

    private static void assertGrid(FrequencyGrid grid, double[] first, double[] last, double sum) {
        double[] all = grid.frequencies();
        assertArrayEquals(first, Arrays.copyOf(all, first.length), "first frequencies");
        assertArrayEquals(last, Arrays.copyOfRange(all, all.length - last.length, all.length), "last frequencies");
        assertEquals(sum, Arrays.stream(all).sum(), 1e-6, "sum of all frequencies");
        assertEquals(0, grid.firstBin());
        assertTrue(Double.isNaN(grid.deltaF()));
    }

    private static FrequencyGrid grid(String settings) {
        return domain(settings).grid();
    }

    private static FrequencyDomain domain(String settings) {
        String text = "{domain: " + settings + ", waveform_generator: {approximant: IMRPhenomD, f_ref: 20}}";
        return FrequencyDomain.of(DatasetSettings.of(SettingsTree.parse(text, "test.yaml")).domain());
    }
}
