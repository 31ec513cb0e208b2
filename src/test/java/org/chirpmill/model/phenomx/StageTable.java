package org.chirpmill.model.phenomx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import tools.jackson.jr.ob.JSON;

/**
 * LALSimulation's inner values for one source, as {@code stages_IMRPhenomXAS.json} has them, and the comparison with
 * ours that names the stage.
 *
 * @param row the source's name
 * @param values nested maps, lists and numbers under LALSimulation's own names
 */
public record StageTable(String row, Map<String, Object> values) {
    public static Stream<StageTable> rows(String resource) {
        try {
            return JSON.std.listFrom(Files.readString(ReferenceWaveforms.resource(resource))).stream()
                .map(StageTable::asMap).map(row -> new StageTable((String) row.get("row"), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return row;
    }

    /** The number at a path such as {@code phase/c0}. */
    public double number(String path) {
        return ((Number) at(path)).doubleValue();
    }

    /** The text at a path. */
    public String text(String path) {
        return (String) at(path);
    }

    /** The numbers at a path. */
    public double[] numbers(String path) {
        return ((List<?>) at(path)).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    /** The source that LALSimulation was given, with the spins along the orbital angular momentum only. */
    SourceParameters source() {
        return new SourceParameters(number("input/mass_1"), number("input/mass_2"), 0, 0, number("input/spin_1z"), 0, 0,
            number("input/spin_2z"), number("input/iota"), number("input/phase"),
            number("input/luminosity_distance"), 0, 0);
    }

    /** Holds ours to LALSimulation's value within a relative tolerance. */
    public void requireClose(String path, double ours, double relative) {
        requireWithin(path, ours, number(path), relative * Math.abs(number(path)));
    }

    /** Holds ours to LALSimulation's values, each within a tolerance relative to the largest of them. */
    public void requireClose(String path, double[] ours, double relative) {
        double[] theirs = numbers(path);
        double largest = 0;
        for (double value : theirs) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < ours.length; i++) {
            requireWithin(path + "[" + i + "]", ours[i], theirs[i], relative * largest);
        }
    }

    public void requireWithin(String stage, double ours, double theirs, double tolerance) {
        assertTrue(Math.abs(ours - theirs) <= tolerance, () -> row + ": " + stage + " is " + ours
            + ", LALSimulation has " + theirs + ", apart by " + Math.abs(ours - theirs) + " of " + tolerance);
    }

    private Object at(String path) {
        Object value = values;
        for (String name : path.split("/")) {
            value = asMap(value).get(name);
            assertTrue(value != null, () -> "no stage " + path);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
