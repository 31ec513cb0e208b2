package org.chirpmill.model.phenomx.precession;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import tools.jackson.jr.ob.JSON;

/** A JSON object of reference values; numbers that JSON cannot hold, and those of many digits, are strings in it. */
record StageValues(Map<String, Object> values) {
    /** The objects of a reference file that holds a list of them. */
    static List<StageValues> listOf(String file) throws IOException {
        return objects(JSON.std.listFrom(Files.readString(ReferenceWaveforms.resource(file))));
    }

    String name() {
        return (String) value("name");
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    double number(String key) {
        return number(value(key));
    }

    StageValues object(String key) {
        return of(value(key));
    }

    List<StageValues> list(String key) {
        return objects((List<?>) value(key));
    }

    double[] numbers(String key) {
        return numbers(value(key));
    }

    /** A list of complex numbers, real and imaginary parts in turns. */
    double[] complex(String key) {
        List<?> list = (List<?>) value(key);
        double[] parts = new double[2 * list.size()];
        for (int i = 0; i < list.size(); i++) {
            System.arraycopy(numbers(list.get(i)), 0, parts, 2 * i, 2);
        }
        return parts;
    }

    /** The source under {@code input}; iota and phase are zero where it has none. */
    SourceParameters source() {
        StageValues in = object("input");
        return new SourceParameters(in.number("mass_1"), in.number("mass_2"),
            in.number("spin_1x"), in.number("spin_1y"), in.number("spin_1z"),
            in.number("spin_2x"), in.number("spin_2y"), in.number("spin_2z"),
            in.has("iota") ? in.number("iota") : 0, in.has("phase") ? in.number("phase") : 0, 500, 0, 0);
    }

    private Object value(String key) {
        if (!values.containsKey(key)) {
            throw new NoSuchElementException("no value '" + key + "' among " + values.keySet());
        }
        return values.get(key);
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(StageValues::number).toArray();
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value);
    }

    private static List<StageValues> objects(List<?> list) {
        List<StageValues> objects = new ArrayList<>();
        list.forEach(object -> objects.add(of(object)));
        return objects;
    }

    private static StageValues of(Object object) {
        Map<String, Object> named = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((key, value) -> named.put((String) key, value));
        return new StageValues(named);
    }
}
