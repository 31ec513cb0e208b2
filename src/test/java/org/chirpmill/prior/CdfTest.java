package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.physics.Cosmology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdfTest {
    /** -5 q^(-1/5) 2F1(-2/5, -1/5; 4/5; -q) between the ends, scipy 1.x. */
    @ParameterizedTest
    @CsvSource({"0.15, 0.19620123378382287", "0.4, 0.6280108375188053", "0.9, 0.9578042616261032"})
    void massRatioFollowsTheHypergeometricFunction(double q, double expected) {
        assertEquals(expected, new UniformInComponentsMassRatio(0.1, 1, false).cdf(q), 1e-13);
    }

    /** The integral of p(a) F_z(chi/a) over a from 0 to 0.8, z uniform from -1 to 0.5; mpmath with 25 digits. */
    @ParameterizedTest
    @CsvSource({
        "-0.7, 0.0054400209690284791", "-0.2, 0.26895093981335156", "-0.01, 0.62181644471105099",
        "0.003, 0.68139879731276635", "0.1, 0.86552453009332422", "0.39, 0.99989495426156088"})
    void alignedSpinOfLopsidedTiltsIsExact(double chi, double expected) {
        AlignedSpin spin = new AlignedSpin(new Uniform(0, 0.8), new Uniform(-1, 0.5), Double.NaN, Double.NaN);
        assertEquals(expected, spin.cdf(chi), 1e-12, "chi = " + chi);
    }

    /** As above with p(a) growing as a^2 to 0.9 and p(z) as cos(z) between -1 and 1. */
    @ParameterizedTest
    @CsvSource({
        "-0.7, 0.024653407399367803", "-0.2, 0.31105549440155468", "0.01, 0.5099009319921383",
        "0.5, 0.89899329720892153", "0.85, 0.99849872541898003"})
    void alignedSpinOfUnlikeDistributionsIsExact(double chi, double expected) {
        AlignedSpin spin = new AlignedSpin(new PowerLaw(2, 0, 0.9), new Cosine(-1, 1), Double.NaN, Double.NaN);
        assertEquals(expected, spin.cdf(chi), 1e-12, "chi = " + chi);
    }

    /** Isotropic spins of magnitudes from 0.2 to 0.8: p is ln(0.8/max(|chi|, 0.2)) / (2 0.6). */
    @Test
    void alignedSpinWhoseMagnitudeStartsAboveZeroIsFlatInTheMiddle() {
        AlignedSpin spin = new AlignedSpin(new Uniform(0.2, 0.8), new Uniform(-1, 1), Double.NaN, Double.NaN);
        double plateau = StrictMath.log(4) / 1.2;
        assertEquals(plateau, spin.density(0.05), 1e-11);
        assertEquals(0.5 + 0.2 * plateau, spin.cdf(0.2), 1e-12);
        assertEquals(StrictMath.log(0.8 / 0.5) / 1.2, spin.density(-0.5), 1e-11);
    }

    @Test
    void alignedSpinOfForwardTiltsStartsAtTheSmallestProduct() {
        AlignedSpin spin = new AlignedSpin(new Uniform(0.5, 0.9), new Uniform(0.2, 1), Double.NaN, Double.NaN);
        assertEquals(0.1, spin.minimum(), 1e-16);
        assertEquals(0.9, spin.maximum(), 1e-16);
        // mean of a product of independent numbers, from the integral of 1 - cdf
        double mean = spin.minimum();
        int cells = 20_000;
        for (int i = 0; i < cells; i++) {
            mean += (1 - spin.cdf(0.1 + 0.8 * (i + 0.5) / cells)) * 0.8 / cells;
        }
        assertEquals(0.7 * 0.6, mean, 1e-8);
    }

    /** Every entry of a table is a kink; p(a) = 2 a, p(z) = 1/2 give p(chi) = 1 - |chi|. */
    @Test
    void alignedSpinOfTablesIsAccurateEnough() {
        double[] nodes = IntStream.rangeClosed(0, 300).mapToDouble(i -> i / 300.0).toArray();
        Interped magnitude = new Interped(nodes, nodes, Double.NaN, Double.NaN);
        double[] ends = {-1, -0.2, 0.5, 1};
        Interped cosine = new Interped(ends, new double[] {1, 1, 1, 1}, Double.NaN, Double.NaN);
        AlignedSpin spin = new AlignedSpin(magnitude, cosine, Double.NaN, Double.NaN);
        for (double chi = 0.05; chi < 1; chi += 0.05) {
            assertEquals(0.5 + chi - 0.5 * chi * chi, spin.cdf(chi), 1e-6, "chi = " + chi);
        }
        double[] steps = {0, 0.1, 0.5, 1};
        AlignedSpin rough = new AlignedSpin(
            new Interped(steps, new double[] {0, 1, 1, 0.2}, Double.NaN, Double.NaN), cosine, Double.NaN, Double.NaN);
        // the tilts are symmetric, so half of the spins point down
        assertEquals(0.5, rough.cdf(0), 1e-6);
    }

    /** In a flat universe the comoving volume grows with the cube of the comoving distance. */
    @ParameterizedTest
    @CsvSource({"100, 3000", "0, 800", "2000, 12000"})
    void uniformComovingVolumeGoesWithTheCubeOfTheDistance(double minimum, double maximum) {
        CosmologicalDistance prior = new CosmologicalDistance(
            minimum, maximum, DistanceMeasure.COMOVING_DISTANCE, false, Cosmology.planck15());
        double low = StrictMath.pow(minimum, 3);
        double all = StrictMath.pow(maximum, 3) - low;
        for (double part = 0.05; part < 1; part += 0.05) {
            double x = minimum + part * (maximum - minimum);
            assertEquals((StrictMath.pow(x, 3) - low) / all, prior.cdf(x), 1e-12, "distance " + x);
        }
    }

    /** mpmath with 25 digits. */
    @ParameterizedTest
    @CsvSource({"1e-9, -5.9978070150076869", "1e-100, -21.273453560965324"})
    void normalQuantilesAreExactInTheTail(double p, double expected) {
        assertEquals(expected, StandardNormal.quantile(p), 1e-13 * StrictMath.abs(expected));
    }

    /** mpmath with 25 digits: a standard normal between 10 and 12, where the plain formula has no digit left. */
    @ParameterizedTest
    @CsvSource({"0.05, 10.005078238107742", "0.5, 10.068411836058496", "0.999, 10.662528379133463"})
    void truncatedGaussiansHoldFarFromTheirMean(double u, double expected) {
        assertEquals(expected, new TruncatedGaussian(0, 1, 10, 12).quantile(u), 1e-12);
        assertEquals(-expected, new TruncatedGaussian(0, 1, -12, -10).quantile(1 - u), 1e-12);
    }

    @Test
    void powerLawsPassSmoothlyThroughTheLogarithm() {
        PowerLaw logarithm = new PowerLaw(-1, 2, 50);
        PowerLaw nearby = new PowerLaw(-1 + 1e-13, 2, 50);
        for (double u = 0.1; u < 1; u += 0.1) {
            assertEquals(logarithm.quantile(u), nearby.quantile(u), 1e-10, "at " + u);
            assertEquals(u, nearby.cdf(nearby.quantile(u)), 1e-13, "at " + u);
        }
    }

    @Test
    void tablesKeepTheirUnevenSpacing() {
        // two thirds of the area lie in the first, narrow cell
        Interped table = new Interped(new double[] {0, 1, 9}, new double[] {4, 0, 0.25}, Double.NaN, Double.NaN);
        assertEquals(2.0 / 3.0, table.cdf(1), 1e-15);
        assertEquals(0.5, table.quantile(2.0 / 3.0 * 0.75), 1e-15);
        assertTrue(table.quantile(0.99) > 8, "the tail is drawn, too");
    }
}
