package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.phm.PhenomXP;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** The ratio of the antisymmetric to the symmetric amplitude, averaged over bins, as the kernel has it. */
class AveragedRatioTest {
    private static final AsymmetryRatio RATIO = AsymmetryRatio.of(0.2, 1 / Math.sqrt(5), 0.7, 1.9,
        60 * SOLAR_MASS_SECONDS, 301.7);
    /** What pieces may miss, over the largest ratio, plus rounding. */
    private static final double TOLERANCE = 5e-11;

    @Test
    void isThatOfLalsimulationOnUniformGrids() throws Exception {
        try (HdfFile file = new HdfFile(ReferenceWaveforms.resource("antisymmetric_ratio.h5"))) {
            double[] frequencies = (double[]) file.getDatasetByPath("/frequencies").getData();
            double[][] lal = (double[][]) file.getDatasetByPath("/ratio").getData();
            double[] spins = (double[]) file.getDatasetByPath("/spin").getData();
            double[] angles = (double[]) file.getDatasetByPath("/angle").getData();
            Map<?, ?> parameters = (Map<?, ?>) file.getDatasetByPath("/parameters").getData();
            FrequencyGrid grid = uniform(40, 800, 0.5);
            assertEquals(8, lal.length);
            for (int row = 0; row < lal.length; row++) {
                SourceParameters source = source(parameters, row);
                double[] ours = ratios(ratio(source, spins[row], angles[row]), grid);
                for (int i = 0; i < frequencies.length; i++) {
                    assertEquals(frequencies[i], grid.frequencies()[40 + i], 0);
                    assertEquals(lal[row][i], ours[40 + i], 2e-10 * lal[row][frequencies.length - 1],
                        "row " + row + " at " + frequencies[i] + " Hz");
                }
            }
        }
    }

    /** Every bin as the definition has it: 0.125 Hz and many bins, few bins, the end within an average. */
    @Test
    void isTheAverageInPlace() {
        for (FrequencyGrid grid : new FrequencyGrid[] {
            uniform(160, 8192, 0.125), uniform(1, 4000, 0.25), uniform(20, 310, 1), uniform(5, 60, 4),
            geometric(384, 8, 2048), geometric(700, 20, 1024), geometric(30, 20, 512), bands()}) {
            double[] expected = average(grid);
            double[] ours = ratios(RATIO, grid);
            double largest = DoubleStream.of(expected).max().orElseThrow();
            for (int bin = grid.firstBin(); bin < grid.bins(); bin++) {
                assertEquals(expected[bin], ours[bin], TOLERANCE * largest,
                    grid.bins() + " bins, bin " + bin + " of " + grid.frequencies()[bin] + " Hz");
            }
        }
    }

    /** Without the averages the tests above would not notice any. */
    @Test
    void differsFromTheRatioItself() {
        FrequencyGrid grid = uniform(160, 8192, 0.125);
        double[] ours = ratios(RATIO, grid);
        int begin = 200;
        double f = grid.frequencies()[begin];
        double difference = ours[begin] / ratioAt(f) - 1;
        assertTrue(Math.abs(difference) > 1e-4, () -> "" + difference);
    }

    private static double ratioAt(double f) {
        double[] ratio = new double[1];
        RATIO.write(new double[] {Math.cbrt(f)}, 1, ratio);
        return f < RATIO.ringdownHz() ? ratio[0] : RATIO.plateau();
    }

    private static AsymmetryRatio ratio(SourceParameters source, double spin, double angle) throws Exception {
        PhenomXP model = new PhenomXP();
        double[] coefficients = new double[model.layout().size()];
        model.prepare(source, new EvaluationFrame(20, FrequencyGrid.ofSamples(new double[] {20})), coefficients, 0);
        PrecessingBinary binary = PrecessingBinary.of(source);
        return AsymmetryRatio.of(binary.eta(), binary.delta(), spin, angle,
            binary.totalMassSolar() * SOLAR_MASS_SECONDS, coefficients[XasRow.RINGDOWN]);
    }

    private static double[] ratios(AsymmetryRatio ratio, FrequencyGrid grid) {
        double[] block = new double[AntisymmetricRow.SIZE];
        AveragedRatio averaged = new AveragedRatio(grid);
        averaged.average(ratio, grid.maximumFrequency());
        new RatioPieces(grid.bins()).write(averaged, ratio.plateau(), grid.bins() - 1 - grid.firstBin(), block, 0);
        double[] ratios = new double[grid.bins()];
        for (int bin = grid.firstBin(); bin < grid.bins(); bin++) {
            ratios[bin] = AntisymmetricKernel.ratio(block, 0, grid.frequencies()[bin], bin);
        }
        return ratios;
    }

    private static double[] average(FrequencyGrid grid) {
        double[] f = Arrays.copyOfRange(grid.frequencies(), grid.firstBin(), grid.bins());
        double[] ratio = DoubleStream.of(f).map(AveragedRatioTest::ratioAt).toArray();
        int width = Math.min(80, f.length - 1) < 80 ? f.length / 2 : 80;
        for (int from = 0; from < f.length - width - 1; from++) {
            double sum = 0;
            double weight = 0;
            for (int i = from; i <= from + width; i++) {
                sum += ratio[i] * (f[i + 1] - f[i]);
                weight += f[i + 1] - f[i];
            }
            ratio[from + width / 2] = sum / weight;
        }
        double[] all = new double[grid.bins()];
        System.arraycopy(ratio, 0, all, grid.firstBin(), ratio.length);
        return all;
    }

    private static FrequencyGrid uniform(int firstBin, int lastBin, double deltaF) {
        return new FrequencyGrid(IntStream.rangeClosed(0, lastBin).mapToDouble(k -> k * deltaF).toArray(), firstBin,
            deltaF);
    }

    private static FrequencyGrid geometric(int count, double lowest, double highest) {
        DoubleStream ratios = IntStream.range(0, count)
            .mapToDouble(k -> lowest * Math.pow(highest / lowest, k / (count - 1.0)));
        double[] round = {20.001, 50, 100, 128};
        return FrequencyGrid.ofSamples(DoubleStream.concat(ratios, DoubleStream.of(round)).sorted().toArray());
    }

    /** Five bands, each of twice the spacing of the one before. */
    private static FrequencyGrid bands() {
        double[] frequencies = new double[1280];
        double f = 20;
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = f;
            f += 0.125 * (1 << k / 256);
        }
        return FrequencyGrid.ofSamples(frequencies);
    }

    private static SourceParameters source(Map<?, ?> parameters, int row) {
        double[] values = new double[8];
        String[] names = {"mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z"};
        for (int i = 0; i < names.length; i++) {
            values[i] = ((double[]) parameters.get(names[i]))[row];
        }
        return new SourceParameters(values[0], values[1], values[2], values[3], values[4], values[5], values[6],
            values[7], 0.4, 0, 500, 0, 0);
    }
}
