package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.reference.ReferenceWaveforms;
import tools.jackson.jr.ob.JSON;

/**
 * Binaries whose inspirals were integrated elsewhere: to 30 digits, and by LALSimulation
 * (src/test/reference-scripts/spintaylor_orbits.py).
 */
final class OrbitReference {
    /** Of all of them: where the spins are given, Hz. */
    static final double REFERENCE_FREQUENCY = 20;

    private OrbitReference() {}

    /** The binaries with exact states. */
    static List<Map<String, Object>> orbits() throws IOException {
        return list("orbits");
    }

    /** The binaries with LALSimulation's first and last sample. */
    static List<Map<String, Object>> ranges() throws IOException {
        return list("ranges");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String key) throws IOException {
        String text = Files.readString(ReferenceWaveforms.resource("spintaylor_orbits.json"));
        return (List<Map<String, Object>>) JSON.std.mapFrom(text).get(key);
    }

    static PrecessingBinary binary(Map<String, Object> row) {
        double[] spins = numbers(row.get("spins"));
        double one = number(row, "mass_1");
        double two = number(row, "mass_2");
        double total = one + two;
        return new PrecessingBinary(total, one / total, two / total, (one - two) / total,
            spins[0], spins[1], spins[2], spins[3], spins[4], spins[5], false);
    }

    static double number(Map<String, Object> row, String key) {
        return number(row.get(key));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> states(Map<String, Object> row, String key) {
        return (List<Map<String, Object>>) row.get(key);
    }

    static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(OrbitReference::number).toArray();
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value);
    }

    /** (pi M f)^(1/3). */
    static double velocity(PrecessingBinary binary, double frequency) {
        return Math.cbrt(Math.PI * binary.totalMassSolar() * SOLAR_MASS_SECONDS * frequency);
    }
}
