package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row that belongs to no binary gets its reason. */
class UnphysicalSourceTest {
    private static final Map<String, Double> GOOD = new LinkedHashMap<>();

    static {
        GOOD.put("mass_1", 36.0);
        GOOD.put("mass_2", 29.0);
        GOOD.put("luminosity_distance", 500.0);
        GOOD.put("theta_jn", 0.4);
        GOOD.put("phase", 1.0);
        GOOD.put("a_1", 0.7);
        GOOD.put("tilt_1", 0.3);
        GOOD.put("a_2", 0.2);
        GOOD.put("tilt_2", 1.3);
    }

    /** Columns: taken out of a good row; put in; the reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mass_1 | mass_1=-3 | mass_1 is -3.0, which is not above 0.
        mass_2 | mass_2=0 | mass_2 is 0.0, which is not above 0.
        mass_1 | mass_1=NaN | mass_1 is NaN, which is no finite number.
        mass_2 | mass_2=Infinity | mass_2 is Infinity, which is no finite number.
        mass_2 | total_mass=30 | total_mass = 30.0 and mass_1 = 36.0 belong to no binary.
        mass_1 mass_2 | chirp_mass=30 total_mass=50 | chirp_mass = 30.0 and total_mass = 50.0 belong to no binary.
        mass_1 mass_2 | chirp_mass=30 symmetric_mass_ratio=0.26 | symmetric_mass_ratio = 0.26 and \
        chirp_mass = 30.0 belong to no binary.
        mass_2 | mass_ratio=-0.5 | mass_ratio is -0.5, which is not above 0.
        luminosity_distance | luminosity_distance=0 | luminosity_distance is 0.0, which is not above 0.
        a_1 | a_1=1.1 | a_1 is 1.1, which is not between 0.0 and 1.0.
        a_2 | a_2=-0.1 | a_2 is -0.1, which is not between 0.0 and 1.0.
        tilt_2 | tilt_2=NaN | tilt_2 is NaN, which is no finite number.
        tilt_1 | cos_tilt_1=-1.5 | cos_tilt_1 is -1.5, which is not between -1.0 and 1.0.
        a_1 tilt_1 | chi_1=-1.01 | chi_1 is -1.01, which is not between -1.0 and 1.0.
        tilt_2 | chi_2=0.3 | chi_2 is 0.3, which is not between -0.2 and 0.2.
        a_2 tilt_2 | chi_2=0.75 chi_2_in_plane=-1 | chi_2 = 0.75 and chi_2_in_plane = -1.0 make a spin of 1.25, \
        which is above 1.
        theta_jn | cos_theta_jn=1.2 | cos_theta_jn is 1.2, which is not between -1.0 and 1.0.
        phase | phase=-Infinity | phase is -Infinity, which is no finite number.
        | phi_jl=NaN | phi_jl is NaN, which is no finite number.
        | lambda_1=NaN | lambda_1 is NaN, which is no finite number.
        | geocent_time=Infinity | geocent_time is Infinity, which is no finite number.
        | ra=-Infinity | ra is -Infinity, which is no finite number.
        | anything=NaN | anything is NaN, which is no finite number.
        """)
    void saysWhatIsOutOfRange(String without, String with, String reason) {
        Map<String, Double> row = new LinkedHashMap<>(GOOD);
        if (without != null) {
            row.keySet().removeAll(List.of(without.split(" ")));
        }
        for (String parameter : with.split(" ")) {
            String[] parts = parameter.split("=");
            row.put(parts[0], Double.parseDouble(parts[1]));
        }
        SourceConversion conversion = new SourceConversion(
            List.copyOf(row.keySet()), 20, OptionalDouble.empty(), () -> fail("no cosmology is needed"));
        double[] values = row.values().stream().mapToDouble(Double::doubleValue).toArray();
        UnphysicalSourceException thrown =
            assertThrows(UnphysicalSourceException.class, () -> conversion.convert(values, 0), row::toString);
        assertEquals(reason, thrown.getMessage());
        assertEquals(0, thrown.getStackTrace().length, "a rejected row is a result, not a fault");
    }

    @Test
    void theLargestSpinAndEqualMassesAreStillPhysical() throws UnphysicalSourceException {
        SourceConversion conversion = new SourceConversion(
            List.of("total_mass", "symmetric_mass_ratio", "chi_1", "a_2", "cos_tilt_2", "theta_jn", "phase",
                "luminosity_distance"),
            20, OptionalDouble.empty(), () -> fail("no cosmology is needed"));
        SourceParameters source = conversion.convert(
            new double[] {60, Math.nextUp(0.25), -1, 1, -1, Math.PI, 0, 1}, 0);
        assertEquals(30, source.massOneSolar(), 1e-14);
        assertEquals(30, source.massTwoSolar(), 1e-14);
        assertEquals(-1, source.spinOneZ());
        assertEquals(-1, source.spinTwoZ());
        assertEquals(Math.PI, source.iota());
    }
}
