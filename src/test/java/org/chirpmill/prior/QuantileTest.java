package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTest {
    private static final double[] FRACTIONS = {0.001, 0.05, 0.31, 0.5, 0.77, 0.999};

    /**
     * Values of {@code prior.rescale} at {@link #FRACTIONS} from bilby 2.8.2, with the accuracy of its way to them:
     * rounding where it has closed forms, its interpolation where it has not.
     */
    static Stream<Arguments> bilby() {
        return Stream.of(
            exact("x", "Uniform(-3, 8.5)", -2.9885, -2.425, 0.565, 2.75, 5.855, 8.4885),
            exact("x", "Sine()", 0.06325609887514339, 0.45102681179626236, 1.181000030320636,
                1.5707963267948966, 2.1412334361948187, 3.07833655471465),
            exact("x", "Sine(0.3, 1.9)", 0.3042968661082764, 0.47036001111266296, 0.9776623782842284,
                1.2492611209294826, 1.6000060542667758, 1.8986491267594676),
            exact("x", "Cosine()", -1.5075402279197532, -1.1197695149986342, -0.38979629647426056, 0.0,
                0.570437109399922, 1.5075402279197532),
            exact("x", "Cosine(-0.4, 1.2)", -0.3985657222014993, -0.32926275023179796, 0.02023484128385509,
                0.274754207467577, 0.6791140380193434, 1.196370106682541),
            exact("x", "PowerLaw(2, 100, 5000)", 501.3284672236547, 1842.1090733898982, 3383.9698113133063,
                3968.513212565956, 4582.831877553517, 4998.332790811157),
            exact("x", "PowerLaw(-2.35, 5, 80)", 5.003619064080643, 5.188840198255678, 6.530345751160427,
                8.211550544632985, 14.0351924594386, 77.64155544856892),
            exact("x", "PowerLaw(0.5, 0, 10)", 0.1, 1.3572088082974534, 4.580446299383032, 6.299605249474365,
                8.400925823880526, 9.993332221728105),
            exact("x", "LogUniform(1e-3, 20)", 0.0010099526893744633, 0.0016407843301899723, 0.02154365068360952,
                0.14142135623730945, 2.0501852121729613, 19.80290780985733),
            exact("x", "Gaussian(1.4, 0.09)", 1.1218790924448967, 1.2519631735743673, 1.355373468738729, 1.4,
                1.466496216426669, 1.6781209075551031),
            exact("x", "TruncatedGaussian(30, 8, 10, 55)", 10.424009881211045, 17.275549450925126,
                26.123854302922364, 30.05334786230196, 35.93038559935469, 53.17842879761025),
            exact("x", "TruncatedGaussian(0, 1, 1.5, 4)", 1.5005157705917596, 1.5262932476448998,
                1.6838349334283709, 1.8327559509572524, 2.1599042035224945, 3.722969206475535),
            exact("chirp_mass", "UniformInComponentsChirpMass(15, 90)", 15.260242462031853, 24.8746859276655,
                51.63574343417552, 64.5174395028197, 79.30163932731782, 89.95623936114715),
            near(1e-8, "mass_ratio", "UniformInComponentsMassRatio(0.1, 1)", 0.10020037821289558,
                0.11061605763684257, 0.19202443740821967, 0.2955437967243169, 0.5647872395882493,
                0.9975057074294567),
            near(1e-8, "mass_ratio", "UniformInComponentsMassRatio(0.1, 1, equal_mass=True)", 0.10040122373845116,
                0.12256201515129539, 0.39239534638078677, 1.0, 0.2693903337557713, 0.10040122373845116),
            near(3e-5, "luminosity_distance", "UniformSourceFrame(100, 6000)", 294.48722283423535,
                1310.2644989806313, 3072.2769280210377, 3971.1678853013937, 5100.721412443724, 5996.162350949036),
            near(3e-5, "redshift", "UniformSourceFrame(0.01, 2.3)", 0.10213511646978457, 0.43912638863864495,
                1.0306807088989567, 1.3674835351041736, 1.8497910907709567, 2.297922991799802),
            near(3e-5, "comoving_distance", "UniformComovingVolume(50, 4000)", 400.2340116082048,
                1473.626218964646, 2707.162209262761, 3174.8023671181077, 3666.2619809550392, 3998.6653493201056),
            near(3e-5, "luminosity_distance", "UniformComovingVolume(10, 10000)", 463.38073293096096,
                2158.70368760513, 5133.509452634476, 6642.59753831044, 8521.319047804822, 9993.72475523216),
            near(3e-5, "luminosity_distance", "UniformSourceFrame(100, 6000, cosmology='Planck15_LAL')",
                294.3824282770341, 1310.1284613993712, 3072.4275228926, 3971.4015649118883, 5100.907754094315,
                5996.163450159324),
            near(1e-5, "chi_1", "AlignedSpin(Uniform(0, 0.99))", -0.9280506539507449, -0.5816655076609779,
                -0.12141549060227004, 0, 0.20934137270132627, 0.928050653950605),
            near(1e-3, "chi_1", "AlignedSpin(Uniform(0, 0.8), Uniform(-1, 0.5))", -0.7564952894600595,
                -0.5105376284713504, -0.16599283877408474, -0.05359104314281364, 0.03625176375051514,
                0.36936774081703017),
            near(1e-4, "chi_1", "AlignedSpin(PowerLaw(2, 0, 0.9), Cosine(-1, 1))", -0.8591138774633705,
                -0.6168159483498828, -0.20121339180310102, 0, 0.2990051130526946, 0.8591138774633423),
            near(1e-5, "chi_1", "AlignedSpin(Uniform(0, 0.99), minimum=-0.5, maximum=0.7)", -0.49739804083552475,
                -0.38896249097934676, -0.08288277714887488, 0.00884007934236512, 0.2078480898493433,
                0.6949063212656509),
            near(1e-6, "x", "Interped(xx=" + parabola(0) + ", yy=" + parabola(1) + ", minimum=0.25, maximum=1.75)",
                0.25308597134018507, 0.39822083196527935, 0.9690573810234111, 1.2479653726921893,
                1.5471981664251513, 1.7491920091782458));
    }

    @ParameterizedTest
    @MethodSource("bilby")
    void quantilesAreBilbys(String key, String text, double tolerance, double[] expected) {
        Distribution distribution = (Distribution) PriorParser.parse(key, text);
        double range = Double.isInfinite(distribution.maximum())
            ? 1 : distribution.maximum() - distribution.minimum();
        for (int i = 0; i < FRACTIONS.length; i++) {
            assertEquals(expected[i], distribution.quantile(FRACTIONS[i]), tolerance * range,
                text + " at " + FRACTIONS[i]);
        }
    }

    /** All but those with equal_mass, where two fractions share each quantile. */
    static Stream<Arguments> withACdfThatUndoesTheQuantile() {
        return bilby().filter(arguments -> !((String) arguments.get()[1]).contains("equal_mass"));
    }

    @ParameterizedTest
    @MethodSource("withACdfThatUndoesTheQuantile")
    void theCdfUndoesTheQuantile(String key, String text) {
        Distribution distribution = (Distribution) PriorParser.parse(key, text);
        for (int i = 1; i < 500; i++) {
            double u = i / 500.0;
            assertEquals(u, distribution.cdf(distribution.quantile(u)), 3e-13, text + " at " + u);
        }
    }

    @ParameterizedTest
    @MethodSource("bilby")
    void theDensityIsTheSlopeOfTheCdf(String key, String text) {
        Distribution distribution = (Distribution) PriorParser.parse(key, text);
        for (double u : new double[] {0.07, 0.33, 0.61, 0.9}) {
            double x = distribution.quantile(u);
            double h = 1e-5 * StrictMath.abs(x);
            double slope = (distribution.cdf(x + h) - distribution.cdf(x - h)) / (2 * h);
            assertEquals(slope, distribution.density(x), 1e-4 * slope, text + " at " + x);
        }
    }

    @Test
    void densityEndsWithTheRange() {
        bilby().forEach(row -> {
            Distribution d = (Distribution) PriorParser.parse((String) row.get()[0], (String) row.get()[1]);
            if (!Double.isInfinite(d.maximum())) {
                double beyond = 1e-3 * (d.maximum() - d.minimum());
                assertEquals(0, d.density(d.minimum() - beyond), row.get()[1] + " below");
                assertEquals(0, d.density(d.maximum() + beyond), row.get()[1] + " above");
                assertEquals(0, d.cdf(d.minimum() - beyond), 1e-15, row.get()[1] + " below");
                assertEquals(1, d.cdf(d.maximum() + beyond), 1e-15, row.get()[1] + " above");
                assertTrue(d.quantile(0x1p-53) >= d.minimum(), row.get()[1] + " reaches too low");
                assertTrue(d.quantile(1 - 0x1p-53) <= d.maximum(), row.get()[1] + " reaches too high");
            }
        });
    }

    private static Arguments exact(String key, String text, double... expected) {
        return Arguments.of(key, text, 1e-13, expected);
    }

    private static Arguments near(double tolerance, String key, String text, double... expected) {
        return Arguments.of(key, text, tolerance, expected);
    }

    /** The list of x or of offset + x^2 on 0 to 2 in steps of 0.001. */
    private static String parabola(int offset) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i <= 2000; i++) {
            double x = i / 1000.0;
            list.append(offset == 0 ? x : offset + x * x).append(", ");
        }
        return list.append(']').toString();
    }
}
