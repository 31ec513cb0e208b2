package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriorParserTest {
    private static final double PI = StrictMath.PI;

    static Stream<Arguments> understood() {
        return Stream.of(
            row("Uniform(minimum=11.5, maximum=72)", new Uniform(11.5, 72)),
            row("Uniform(11.5, 72)", new Uniform(11.5, 72)),
            row("Uniform(11.5, maximum = 72,)", new Uniform(11.5, 72)),
            row("  Uniform ( maximum=72 , minimum=11.5 ) ", new Uniform(11.5, 72)),
            row("bilby.core.prior.Uniform(0.25, 1)", new Uniform(0.25, 1)),
            row("bilby.prior.Uniform(0.25, 1)", new Uniform(0.25, 1)),
            row("bilby.core.prior.analytical.Uniform(0.25, 1)", new Uniform(0.25, 1)),
            row("bilby.core.prior.base.Uniform(0.25, 1)", new Uniform(0.25, 1)),
            row("Uniform(minimum=20, maximum=90, name='mass_1', latex_label='$m_1$', unit=\"Msun\", "
                + "boundary='periodic')", new Uniform(20, 90)),
            row("Uniform(0, 1, None, r'$\\mathcal{M}$', unit=None, boundary=None)", new Uniform(0, 1)),
            row("Uniform(0, 1, name='it\\'s, (odd) = [text]')", new Uniform(0, 1)),
            row("Uniform(\n  minimum=0,\n  maximum=2*np.pi)", new Uniform(0, 2 * PI)),
            row("Uniform(0, 2 * pi)", new Uniform(0, 2 * PI)),
            row("Uniform(-numpy.pi/2, math.pi/2)", new Uniform(-PI / 2, PI / 2)),
            row("Uniform(-2**2, 2**-1 + 3*(4 - 1))", new Uniform(-4, 9.5)),
            row("Uniform(--1, 2**3**2 / 4 / 2)", new Uniform(1, 64)),
            row("Uniform(1e-3, 1_500.5e+1)", new Uniform(0.001, 15005)),
            row("Uniform(.5, 5.)", new Uniform(0.5, 5)),
            row("Uniform(np.sqrt(2), np.exp(1) + +1)", new Uniform(StrictMath.sqrt(2), StrictMath.exp(1) + 1)),
            row("Uniform(np.cos(np.deg2rad(60)), log10(1e4))",
                new Uniform(StrictMath.cos(StrictMath.toRadians(60)), StrictMath.log10(1e4))),
            row("Sine()", new Sine(0, PI)),
            row("Sine(name='tilt_1')", new Sine(0, PI)),
            row("Sine(0, 3.1416)", new Sine(0, PI)),
            row("Cosine(maximum=0.5)", new Cosine(-PI / 2, 0.5)),
            row("PowerLaw(alpha=2, minimum=50, maximum=2000)", new PowerLaw(2, 50, 2000)),
            row("PowerLaw(-2.7, 5, 100, 'mass_1')", new PowerLaw(-2.7, 5, 100)),
            row("LogUniform(1, 1e3)", new PowerLaw(-1, 1, 1000)),
            row("bilby.gw.prior.UniformInComponentsChirpMass(minimum=12, maximum=66)", new PowerLaw(1, 12, 66)),
            row("Gaussian(mu=1.33, sigma=0.09)", new Gaussian(1.33, 0.09)),
            row("Normal(1.33, 0.09, 'm')", new Gaussian(1.33, 0.09)),
            row("DeltaFunction(peak=400)", new DeltaFunction(400)),
            row("Constraint(minimum=6, maximum=77, name='mass_2', latex_label='$m_2$')", new Constraint(6, 77)),
            row("Constraint(0, np.inf)", new Constraint(0, Double.POSITIVE_INFINITY)),
            row("1370.5", new DeltaFunction(1370.5)),
            row("-1e-2", new DeltaFunction(-0.01)),
            row("np.pi / 3", new DeltaFunction(PI / 3)));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void stringsMeanWhatBilbyMakesOfThem(String text, Prior expected) {
        Prior parsed = PriorParser.parse("phase", text);
        assertSame(expected.getClass(), parsed.getClass(), text);
        assertEquals(expected.minimum(), parsed.minimum(), text);
        assertEquals(expected.maximum(), parsed.maximum(), text);
        if (expected instanceof Distribution distribution) {
            for (double u : new double[] {0.1, 0.5, 0.8}) {
                assertEquals(distribution.quantile(u), ((Distribution) parsed).quantile(u), text + " at " + u);
            }
        }
    }

    @Test
    void priorsNestInPriors() {
        String text = "bilby.gw.prior.AlignedSpin(name='chi_1', a_prior=Uniform(minimum=0, maximum=0.6), "
            + "z_prior=bilby.core.prior.Uniform(-1, 1))";
        AlignedSpin spin = assertInstanceOf(AlignedSpin.class, PriorParser.parse("chi_1", text));
        assertEquals(-0.6, spin.minimum());
        assertEquals(0.6, spin.maximum());
        AlignedSpin whole = assertInstanceOf(AlignedSpin.class, PriorParser.parse("chi_1", "AlignedSpin()"));
        assertEquals(1, whole.maximum());
    }

    @Test
    void tablesAreReadAndCut() {
        Interped table = assertInstanceOf(Interped.class, PriorParser.parse("x",
            "Interped(xx=[0, 1, 2*2], yy=np.array([1, 1, 1]), minimum=0.5, maximum=None, name='x')"));
        assertEquals(0.5, table.minimum());
        assertEquals(4, table.maximum());
        assertEquals(2.25, table.quantile(0.5), 1e-15);
    }

    @Test
    void distancesTakeTheirMeasureFromTheKey() {
        String text = "bilby.gw.prior.UniformSourceFrame(minimum=100, maximum=5000, cosmology='Planck15', "
            + "name='luminosity_distance', latex_label='$d_L$', unit='Mpc')";
        Prior far = assertInstanceOf(
            CosmologicalDistance.class, PriorParser.parse("luminosity_distance", text));
        assertEquals(5000, far.maximum());
        Prior redshift = assertInstanceOf(
            CosmologicalDistance.class, PriorParser.parse("redshift", "UniformComovingVolume(0, 1.5)"));
        assertEquals(1.5, redshift.maximum());
    }

    @Test
    void theEqualMassOptionFoldsTheQuantile() {
        Distribution folded = (Distribution) PriorParser.parse(
            "mass_ratio", "UniformInComponentsMassRatio(minimum=0.2, maximum=1, equal_mass=True)");
        assertEquals(folded.quantile(0.2), folded.quantile(0.8), 1e-15);
        assertEquals(1, folded.quantile(0.5));
    }

    private static Arguments row(String text, Prior expected) {
        return Arguments.of(text, expected);
    }
}
