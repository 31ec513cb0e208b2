package org.chirpmill.kernels;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chirpmill.model.lanes.Chebyshev;
import org.junit.jupiter.api.Test;

/**
 * Numbers that mean the same in Java and in the device code are Java's. {@code mvn test -Dtest=NumberHeaderTest
 * -Dchirpmill.update} writes the headers anew.
 */
class NumberHeaderTest {
    /** The constants of a class that device code takes. */
    private static final Map<String, List<String>> CONSTANTS = new LinkedHashMap<>();

    static {
        CONSTANTS.put("rows.Accuracy", List.of("LOOSEST"));
        CONSTANTS.put("model.GridTables", List.of("FREQUENCY", "CUBE_ROOT", "NEWTONIAN_AMPLITUDE", "LOGARITHM",
            "FOURTH_ROOT", "LEADING_PHASE"));
        CONSTANTS.put("model.phenomx.hm.ModeKernel", List.of("LEAST_AMPLITUDE"));
        CONSTANTS.put("model.phenomx.precession.NutationPhase", List.of("LEAST_SPREAD"));
        CONSTANTS.put("model.tides.TideKernel", List.of("AMPLITUDE_EXPONENT"));
        CONSTANTS.put("engine.vector.ModeDivision", List.of("LEAST_BINS", "FIRST_WIDTH", "WEAK"));
        CONSTANTS.put("engine.vector.VectorEvaluator", List.of("MAGNIFIED"));
        CONSTANTS.put("engine.cuda.LaunchShape", List.of("THREADS", "TILE"));
        CONSTANTS.put("engine.cuda.RowEvaluation", List.of("NOT_FINITE", "MOSTLY_EXACT"));
    }

    @Test
    void headerHasTheConstantsThatJavaHas() throws IOException, ReflectiveOperationException {
        StringBuilder text = new StringBuilder("""
            // Numbers that the host has as well. Generated from the Java classes of the same names, which say what each
            // is: mvn test -Dtest=NumberHeaderTest -Dchirpmill.update
            #pragma once
            """);
        for (Map.Entry<String, List<String>> constants : CONSTANTS.entrySet()) {
            Class<?> holder = Class.forName("org.chirpmill." + constants.getKey());
            text.append("\nstruct ").append(holder.getSimpleName()).append(" {\n");
            for (String name : constants.getValue()) {
                Field field = holder.getDeclaredField(name);
                text.append("    static constexpr ").append(field.getType()).append(' ').append(name).append(" = ")
                    .append(value(field)).append(";\n");
            }
            text.append("};\n");
        }
        GeneratedHeader.require("numbers.h", text.toString());
    }

    @Test
    void headerHasTheNodesThatJavaHas() throws IOException, ReflectiveOperationException {
        Chebyshev polynomials = (Chebyshev) value(
            Class.forName("org.chirpmill.engine.vector.ModePieces").getDeclaredField("POLYNOMIALS"));
        int nodes = polynomials.nodes();
        String rows = IntStream.range(0, nodes).map(node -> node * polynomials.stride())
            .mapToObj(at -> "    " + list(Arrays.copyOfRange(polynomials.toPowers(), at, at + nodes)))
            .collect(Collectors.joining(",\n"));
        GeneratedHeader.require("nodes.h", """
            // The nodes of the polynomials that modes are interpolated by. Generated from the Java class
            // org.chirpmill.model.lanes.Chebyshev: mvn test -Dtest=NumberHeaderTest -Dchirpmill.update
            #pragma once

            #include "platform.h"

            constexpr int CHEBYSHEV_NODES = %d;

            // The nodes on the interval from -1 to 1, ascending.
            CHIRPMILL_TABLE double CHEBYSHEV_PLACES[] = {
                %s};

            // What the value at node j adds to the coefficient of the power k, at [j * CHEBYSHEV_NODES + k].
            CHIRPMILL_TABLE double CHEBYSHEV_TO_POWERS[] = {
            %s};
            """.formatted(nodes, list(polynomials.places()), rows));
    }

    private static Object value(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return field.get(null);
    }

    /** Four numbers a line, which is not too long. */
    private static String list(double[] numbers) {
        return IntStream.range(0, (numbers.length + 3) / 4)
            .mapToObj(line -> DoubleStream.of(numbers).skip(4L * line).limit(4).mapToObj(String::valueOf)
                .collect(Collectors.joining(", ")))
            .collect(Collectors.joining(",\n    "));
    }
}
