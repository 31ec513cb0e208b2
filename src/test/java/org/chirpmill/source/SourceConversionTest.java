package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must come out of rows that are well given: LALSimulation's, bilby's and exact numbers. */
class SourceConversionTest {
    private static final double TOLERANCE = 1e-12;

    /**
     * Row 16 of XP's edge group: spins of 1e-9, so J lies 1e-8 rad beside L, and LALSimulation's arc cosine of a number
     * that near to 1 is off by half of its digits. {@link #agreesWithHighPrecisionWhereArcCosinesLoseDigits} has the
     * same source, evaluated in 60 digits, as its first line.
     */
    private static final int ROW_OF_TINY_SPINS = 16;

    static Stream<ExpectedSource> bilby() {
        return ExpectedSource.table("bilby_sources.txt").stream();
    }

    static Stream<ExpectedSource> nearAlignment() {
        return ExpectedSource.table("near_alignment.txt").stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP", "IMRPhenomD", "TaylorF2"})
    void everyRowOfTheReferenceFilesGetsItsInclinationAndSpins(String approximant) throws UnphysicalSourceException {
        ReferenceWaveforms reference = ReferenceWaveforms.of(approximant);
        for (ReferenceGroup group : reference.groups()) {
            SourceConversion conversion = conversion(group.parameterNames(), reference.referenceFrequency());
            for (int row = 0; row < group.rows(); row++) {
                SourceParameters expected = group.source(row);
                SourceParameters actual = conversion.convert(group.parameters()[row], 0);
                String where = approximant + "/" + group.name() + " row " + row;
                boolean tiny = where.equals("IMRPhenomXP/edge row " + ROW_OF_TINY_SPINS);
                SourceAssertions.assertSource(tiny ? withIota(expected, actual.iota()) : expected,
                    actual, TOLERANCE, 0, where);
            }
        }
    }

    @Test
    void theOneReferenceRowThatDiffersIsLalSimulationsOwnLossOfDigits() throws UnphysicalSourceException {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXP");
        ReferenceGroup edge = reference.group("edge");
        ExpectedSource exact = ExpectedSource.table("near_alignment.txt").getFirst();
        for (String name : List.of("mass_1", "mass_2", "theta_jn", "phi_jl", "a_1", "tilt_2", "phi_12")) {
            assertEquals(exact.values()[exact.names().indexOf(name)], edge.parameter(ROW_OF_TINY_SPINS, name), name);
        }
        SourceParameters ours = conversion(edge.parameterNames(), reference.referenceFrequency())
            .convert(edge.parameters()[ROW_OF_TINY_SPINS], 0);
        double lalError = Math.abs(edge.source(ROW_OF_TINY_SPINS).iota() - exact.source().iota());
        double ourError = Math.abs(ours.iota() - exact.source().iota());
        assertTrue(lalError > 5e-11 && ourError < 2e-16, "errors: LALSimulation " + lalError + ", ours " + ourError);
    }

    @ParameterizedTest
    @MethodSource("nearAlignment")
    void agreesWithHighPrecisionWhereArcCosinesLoseDigits(ExpectedSource expected) throws UnphysicalSourceException {
        SourceParameters actual = expected.conversion().convert(expected.values(), 0);
        SourceAssertions.assertSource(expected.source(), actual, 2e-15, 0, expected.line());
    }

    /** bilby turns a luminosity or comoving distance into a redshift by a search that stops at 1e-8. */
    @ParameterizedTest
    @MethodSource("bilby")
    void everyFormOfParametersGivesWhatBilbyGives(ExpectedSource expected) throws UnphysicalSourceException {
        List<String> names = expected.names();
        boolean bilbySearches = names.contains("comoving_distance")
            || names.contains("mass_1_source") && !names.contains("redshift");
        SourceParameters actual = expected.conversion().convert(expected.values(), 0);
        SourceAssertions.assertSource(expected.source(), actual,
            bilbySearches ? 1e-7 : TOLERANCE, bilbySearches ? 1e-7 : 1e-13, expected.line() + " " + names);
    }

    @Test
    void redshiftOrComovingDistanceAloneGiveTheLuminosityDistance() throws UnphysicalSourceException {
        Cosmology hubbleLaw = new Cosmology() {
            @Override
            public double comovingDistanceMpc(double redshift) {
                return 4000 * redshift;
            }

            @Override
            public double redshiftAtComovingDistance(double distanceMpc) {
                return distanceMpc / 4000;
            }

            @Override
            public double redshiftAtLuminosityDistance(double distanceMpc) {
                return (Math.sqrt(1 + distanceMpc / 1000) - 1) / 2;
            }

            @Override
            public double differentialComovingVolume(double redshift) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String name() {
                return "Hubble's law";
            }

            @Override
            public double maximumRedshift() {
                return Double.POSITIVE_INFINITY;
            }

            @Override
            public double comovingDistanceSlope(double redshift) {
                throw new UnsupportedOperationException();
            }
        };
        double[] row = {60, 0.5, 0.1, 0.2, 1, 2, 0};
        for (String distance : List.of("redshift", "comoving_distance", "luminosity_distance")) {
            row[6] = switch (distance) {
                case "redshift" -> 0.5;
                case "comoving_distance" -> 2000;
                default -> 3000;
            };
            SourceParameters source = new SourceConversion(
                List.of("total_mass_source", "mass_ratio", "chi_1", "chi_2", "theta_jn", "phase", distance),
                20, OptionalDouble.empty(), () -> hubbleLaw).convert(row, 0);
            assertEquals(3000, source.luminosityDistanceMpc(), 1e-9, distance);
            assertEquals(60, source.massOneSolar(), 1e-12, distance);
            assertEquals(30, source.massTwoSolar(), 1e-12, distance);
        }
    }

    @Test
    void agreesWithTheFixtureOnTheAlignedRowsOfTheUniformGrid() throws UnphysicalSourceException {
        ReferenceWaveforms reference = ReferenceWaveforms.onUniformGrid("IMRPhenomD");
        ReferenceGroup exact = reference.group("exact");
        List<String> names = exact.parameterNames().subList(0, exact.parameterNames().indexOf("chirp_mass"));
        SourceConversion conversion = conversion(names, reference.referenceFrequency());
        for (int row = 0; row < exact.rows(); row++) {
            assertEquals(exact.source(row), conversion.convert(exact.parameters()[row], 0), "row " + row);
        }
    }

    @Test
    void readsTheRowAtItsOffset() throws UnphysicalSourceException {
        SourceConversion conversion = conversion(
            List.of("ra", "mass_1", "mass_2", "chi_1", "chi_2", "lamda_1", "theta_jn", "phase",
                "luminosity_distance"), 20);
        double[] rows = {9, 9, 9, 9, 9, 9, 9, 9, 9, 1.2, 40, 30, -0.5, 0.25, 300, 0.7, 1.5, 800};
        assertEquals(
            new SourceParameters(40, 30, 0, 0, -0.5, 0, 0, 0.25, 0.7, 1.5, 800, 0, 0), conversion.convert(rows, 9));
    }

    @Test
    void anAbsentDeformabilityIsZero() throws UnphysicalSourceException {
        SourceConversion conversion = conversion(
            List.of("mass_1", "mass_2", "chi_1", "chi_2", "theta_jn", "phase", "luminosity_distance", "lambda_2"), 20);
        SourceParameters source = conversion.convert(new double[] {5, 1.4, 0, 0, 0, 0, 100, 400}, 0);
        assertEquals(0, source.lambdaOne());
        assertEquals(400, source.lambdaTwo());
    }

    @Test
    void swappingTheBodiesSwapsTheirDeformabilities() throws UnphysicalSourceException {
        SourceConversion conversion = conversion(List.of("mass_1", "mass_2", "chi_1", "chi_2", "theta_jn", "phase",
            "luminosity_distance", "lambda_tilde", "delta_lambda_tilde"), 20);
        SourceParameters source = conversion.convert(new double[] {1.6, 1.3, 0, 0, 0, 0, 100, 400, 30}, 0);
        SourceParameters swapped = conversion.convert(new double[] {1.3, 1.6, 0, 0, 0, 0, 100, 400, -30}, 0);
        assertEquals(source.lambdaOne(), swapped.lambdaTwo(), 1e-12 * source.lambdaOne());
        assertEquals(source.lambdaTwo(), swapped.lambdaOne(), 1e-12 * source.lambdaTwo());
    }

    private static SourceConversion conversion(List<String> names, double referenceFrequency) {
        return new SourceConversion(names, referenceFrequency, OptionalDouble.empty(),
            () -> fail("no redshift is needed, so no cosmology may be asked"));
    }

    private static SourceParameters withIota(SourceParameters s, double iota) {
        return new SourceParameters(s.massOneSolar(), s.massTwoSolar(), s.spinOneX(), s.spinOneY(), s.spinOneZ(),
            s.spinTwoX(), s.spinTwoY(), s.spinTwoZ(), iota, s.phase(), s.luminosityDistanceMpc(),
            s.lambdaOne(), s.lambdaTwo());
    }
}
