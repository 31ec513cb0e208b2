package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.chirpmill.parameters.MassParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FixedSourceTest {
    private static final List<String> NAMES =
        List.of("mass_1", "mass_2", "a_1", "tilt_1", "chi_2", "theta_jn", "phase", "luminosity_distance");
    private static final double[] VALUES = {36, 29, 0.7, 0.4, 0.2, 0.3, 1.2, 900};

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"MASS_1", "MASS_2"})
    void aRepeatedMassChangesNothingUnlessItContradicts(MassParameter repeated) throws UnphysicalSourceException {
        FixedSource sources = sources(OptionalDouble.empty(), repeated.key());
        double exact = repeated.of(36, 29);
        SourceParameters once = sources(OptionalDouble.empty()).at(VALUES);
        assertEquals(once, sources.at(row(exact * (1 + 0.9e-4))), repeated.key());
        UnphysicalSourceException thrown =
            assertThrows(UnphysicalSourceException.class, () -> sources.at(row(exact * (1 + 1.1e-4))));
        assertEquals(repeated.key() + " is " + exact * (1 + 1.1e-4) + ", but mass_1 and mass_2 make it "
            + (float) exact + ": keep one pair of masses.", thrown.getMessage());
    }

    @Test
    void aMassInTheSourcesFrameIsNoRepetition() {
        UnusableParametersException thrown = assertThrows(UnusableParametersException.class,
            () -> sources(OptionalDouble.empty(), "chirp_mass_source"));
        assertEquals("The masses are given more than once: keep two of mass_1, mass_2 and chirp_mass_source.",
            thrown.getMessage());
    }

    @Test
    void aColumnOfSpinConversionPhasesGoesBeforeTheSetting() throws UnphysicalSourceException {
        SourceParameters byColumn = sources(OptionalDouble.of(2), "spin_conversion_phase").at(row(0.5));
        assertEquals(sources(OptionalDouble.of(0.5)).at(VALUES), byColumn);
    }

    @ParameterizedTest
    @CsvSource({"chirp_mass, NaN", "chirp_mass, Infinity", "mass_ratio, -Infinity", "geocent_time, Infinity", "x, NaN"})
    void everyColumnIsAFiniteNumberWhateverItIsFor(String name, double value) {
        UnphysicalSourceException thrown = assertThrows(UnphysicalSourceException.class,
            () -> sources(OptionalDouble.empty(), name).at(row(value)));
        assertEquals(name + " is " + value + ", which is no finite number.", thrown.getMessage());
    }

    private static FixedSource sources(OptionalDouble spinConversionPhase, String... more) {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(Arrays.asList(more));
        return new FixedSource(names, 20, spinConversionPhase);
    }

    private static double[] row(double more) {
        return DoubleStream.concat(Arrays.stream(VALUES), DoubleStream.of(more)).toArray();
    }
}
