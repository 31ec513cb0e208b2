package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.chirpmill.physics.Cosmology;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each distribution's draws against a distribution function written down here anew. */
class KolmogorovSmirnovTest {
    private static final int DRAWS = 100_000;
    private static final long SEED = 20151226;
    /** Exceeded by one honest sample in a hundred. */
    private static final double CRITICAL = 1.63 / StrictMath.sqrt(DRAWS);

    static Stream<Arguments> distributions() {
        return Stream.of(
            row("phase", "Uniform(0, 2*pi)", x -> x / (2 * StrictMath.PI)),
            row("tilt_1", "Sine()", x -> (1 - StrictMath.cos(x)) / 2),
            row("theta_jn", "Sine(0.2, 1.4)",
                x -> (StrictMath.cos(0.2) - StrictMath.cos(x)) / (StrictMath.cos(0.2) - StrictMath.cos(1.4))),
            row("dec", "Cosine()", x -> (1 + StrictMath.sin(x)) / 2),
            row("luminosity_distance", "PowerLaw(2, 50, 4000)", x -> (x * x * x - 125e3) / (64e9 - 125e3)),
            row("mass_1", "PowerLaw(-2.3, 5, 90)", x -> (StrictMath.pow(5, -1.3) - StrictMath.pow(x, -1.3))
                / (StrictMath.pow(5, -1.3) - StrictMath.pow(90, -1.3))),
            row("mass_1", "LogUniform(3, 120)", x -> StrictMath.log(x / 3) / StrictMath.log(40)),
            row("chirp_mass", "UniformInComponentsChirpMass(8, 70)", x -> (x * x - 64) / (4900 - 64)),
            row("mass_1", "Gaussian(1.35, 0.1)", x -> normal((x - 1.35) / 0.1)),
            row("mass_1", "TruncatedGaussian(35, 10, 30, 60)",
                x -> (normal((x - 35) / 10) - normal(-0.5)) / (normal(2.5) - normal(-0.5))),
            row("mass_1", "TruncatedGaussian(0, 1, 3, 5)",
                x -> (normal(-3) - normal(-x)) / (normal(-3) - normal(-5))),
            row("mass_ratio", "UniformInComponentsMassRatio(0.05, 1)", KolmogorovSmirnovTest::massRatio),
            row("mass_ratio", "UniformInComponentsMassRatio(0.05, 1, equal_mass=True)",
                KolmogorovSmirnovTest::massRatio),
            row("comoving_distance", "UniformComovingVolume(100, 5000)",
                x -> (x * x * x - 1e6) / (125e9 - 1e6)),
            row("redshift", "UniformComovingVolume(0, 3)", z -> cube(comoving(z)) / cube(comoving(3))),
            row("luminosity_distance", "UniformComovingVolume(200, 8000)",
                x -> cubeBetween(redshift(200), redshift(x)) / cubeBetween(redshift(200), redshift(8000))),
            row("redshift", "UniformSourceFrame(0.01, 2)",
                z -> sourceFrame(0.01, z) / sourceFrame(0.01, 2)),
            row("luminosity_distance", "UniformSourceFrame(100, 5000)",
                x -> sourceFrame(redshift(100), redshift(x)) / sourceFrame(redshift(100), redshift(5000))),
            row("chi_1", "AlignedSpin(Uniform(0, 0.99))", x -> isotropic(x, 0.99)),
            row("chi_1", "AlignedSpin(a_prior=Uniform(0, 0.8), z_prior=Uniform(0, 1))",
                x -> x / 0.8 * (1 - StrictMath.log(x / 0.8))),
            row("chi_1", "AlignedSpin(a_prior=PowerLaw(2, 0, 1))", KolmogorovSmirnovTest::heavySpin),
            row("chi_1", "AlignedSpin(Uniform(0, 0.9), minimum=-0.3, maximum=0.5)",
                x -> (isotropic(x, 0.9) - isotropic(-0.3, 0.9)) / (isotropic(0.5, 0.9) - isotropic(-0.3, 0.9))),
            row("mass_1", "Interped(xx=[5, 10, 40], yy=[0, 2, 0])",
                x -> x < 10 ? (x - 5) * (x - 5) / 175 : 1 - (40 - x) * (40 - x) / 1050),
            row("chi_1", "SymmetricLogUniform(0.01, 1)",
                x -> (x < 0 ? 0 : 1) + StrictMath.signum(x) * StrictMath.log10(StrictMath.abs(x)) / 4),
            row("a_1", "Beta(2, 3)", x -> x * x * (6 - 8 * x + 3 * x * x)),
            row("a_1", "Beta(0.5, 0.5, minimum=-1, maximum=3)",
                x -> 2 / StrictMath.PI * StrictMath.asin(StrictMath.sqrt((x + 1) / 4))),
            row("lambda_1", "Gamma(3, 200)", x -> 1 - StrictMath.exp(-x / 200) * (1 + x / 200 + x * x / 80_000)),
            row("lambda_1", "Gamma(0.5)", x -> Erf.erf(StrictMath.sqrt(x))),
            row("lambda_1", "ChiSquared(2)", x -> 1 - StrictMath.exp(-x / 2)),
            row("lambda_1", "Exponential(350)", x -> 1 - StrictMath.exp(-x / 350)),
            row("chi_1", "StudentT(2, 0.1, 0.05)",
                x -> 0.5 + (x - 0.1) / (2 * StrictMath.sqrt(2 * 0.0025 + (x - 0.1) * (x - 0.1)))),
            row("chi_1", "StudentT(df=1)", x -> 0.5 + StrictMath.atan(x) / StrictMath.PI),
            row("mass_1", "Cauchy(30, 2)", x -> 0.5 + StrictMath.atan((x - 30) / 2) / StrictMath.PI),
            row("mass_1", "Logistic(30, 4)", x -> 1 / (1 + StrictMath.exp((30 - x) / 4))),
            row("mass_1", "LogNormal(3.4, 0.2)", x -> normal((StrictMath.log(x) - 3.4) / 0.2)),
            row("mass_1", "HalfNormal(3)", x -> 2 * normal(x / 3) - 1),
            row("lambda_1", "FermiDirac(50, mu=600)", x -> 1
                - StrictMath.log1p(StrictMath.exp(12 - x / 50)) / StrictMath.log1p(StrictMath.exp(12))),
            row("mass_1", "Triangular(30, 5, 80)",
                x -> x < 30 ? (x - 5) * (x - 5) / (75 * 25) : 1 - (80 - x) * (80 - x) / (75 * 50)),
            row("chi_1", "AlignedSpin(a_prior=Beta(2, 1))", x -> 0.5 + x - 0.5 * x * StrictMath.abs(x)),
            // p(a) = 1 / (2 sqrt(a)): P(chi) = int p(a) min(chi / a, 1) da = 2 sqrt(chi) - chi of those that point up
            row("chi_1", "AlignedSpin(a_prior=Beta(0.5, 1))", x -> 0.5 + 0.5 * StrictMath.signum(x)
                * (2 * StrictMath.sqrt(StrictMath.abs(x)) - StrictMath.abs(x))));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void drawsFollowTheDistribution(String key, String text, DoubleUnaryOperator cdf) {
        PriorSampler sampler = PriorSet.of(Map.of(key, text)).sampler();
        double[] draws = new double[DRAWS];
        for (int row = 0; row < DRAWS; row++) {
            sampler.draw(SEED, row, 0, draws, row);
        }
        Arrays.sort(draws);
        double distance = 0;
        int worst = 0;
        // every draw in both tails, every tenth between: that can hide at most 1e-4 of a distance
        for (int i = 0; i < DRAWS; i += i < 1000 || i > DRAWS - 1000 ? 1 : 10) {
            double expected = cdf.applyAsDouble(draws[i]);
            double apart = StrictMath.max(
                StrictMath.abs(expected - (double) i / DRAWS), StrictMath.abs(expected - (i + 1.0) / DRAWS));
            if (!(apart <= distance)) {
                distance = apart;
                worst = i;
            }
        }
        assertTrue(distance < CRITICAL, text + ": Kolmogorov-Smirnov distance " + distance + " above " + CRITICAL
            + " at " + draws[worst]);
    }

    private static double normal(double z) {
        return 0.5 * Erf.erfc(-z / StrictMath.sqrt(2));
    }

    private static double massRatio(double q) {
        return (massRatioIntegral(q) - massRatioIntegral(0.05)) / (massRatioIntegral(1) - massRatioIntegral(0.05));
    }

    /** Integral of (1+q)^(2/5) q^(-6/5), the binomial series integrated term by term; it converges up to q = 1. */
    private static double massRatioIntegral(double q) {
        double binomial = 1;
        double power = StrictMath.pow(q, -0.2);
        double sum = 0;
        for (int n = 0; n < 400; n++) {
            sum += binomial * power / (n - 0.2);
            binomial *= (0.4 - n) / (n + 1);
            power *= q;
        }
        return sum;
    }

    private static double isotropic(double chi, double limit) {
        double y = StrictMath.abs(chi) / limit;
        return 0.5 + 0.5 * StrictMath.signum(chi) * y * (1 - StrictMath.log(y));
    }

    /** p(a) = 3 a^2 and z uniform: p(chi) = 3 (1 - chi^2) / 4. */
    private static double heavySpin(double chi) {
        return 0.5 + 0.75 * (chi - chi * chi * chi / 3);
    }

    private static double comoving(double z) {
        return Cosmology.planck15().comovingDistanceMpc(z);
    }

    private static double redshift(double luminosityDistance) {
        return Cosmology.planck15().redshiftAtLuminosityDistance(luminosityDistance);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double cubeBetween(double low, double high) {
        return cube(comoving(high)) - cube(comoving(low));
    }

    /** Integral of D^3 / 3 by parts: dV/(1+z) = d(D^3/(1+z)) / 3 + D^3 / (1+z)^2 dz / 3. */
    private static double sourceFrame(double low, double high) {
        if (high <= low) {
            return 0;
        }
        double rest = new IterativeLegendreGaussIntegrator(12, 1e-9, 1e-30).integrate(
            100_000, z -> cube(comoving(z)) / ((1 + z) * (1 + z)), low, high);
        return (cube(comoving(high)) / (1 + high) - cube(comoving(low)) / (1 + low) + rest) / 3;
    }

    private static Arguments row(String key, String text, DoubleUnaryOperator cdf) {
        return Arguments.of(key, text, cdf);
    }
}
