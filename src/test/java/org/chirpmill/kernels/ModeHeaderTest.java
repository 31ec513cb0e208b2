package org.chirpmill.kernels;

import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.model.phenomx.hm.CoprecessingMode;
import org.chirpmill.model.phenomx.hm.CoprecessingMode.Kind;
import org.junit.jupiter.api.Test;

/**
 * The modes that the device code knows are those of {@link CoprecessingMode#ALL}. {@code mvn test -Dtest=ModeHeaderTest
 * -Dchirpmill.update} writes the header anew.
 */
class ModeHeaderTest {
    @Test
    void headerHasTheTableThatJavaHas() throws IOException {
        GeneratedHeader.require("modes.h", """
            // The modes of the co-precessing frame. Generated from org.chirpmill.model.phenomx.hm.CoprecessingMode,
            // which says what each number is: mvn test -Dtest=ModeHeaderTest -Dchirpmill.update
            #pragma once

            #include "platform.h"

            // How many there are, and the numbers of those that have formulas of their own.
            constexpr int COPRECESSING_MODES = %d;
            constexpr int COPRECESSING_QUADRUPOLE = %d;
            constexpr int COPRECESSING_MIXED = %d;

            // By mode: l, m, where its block begins, and the sign of (-i)^m before 1 or i.
            CHIRPMILL_TABLE int COPRECESSING_L[] = {%s};
            CHIRPMILL_TABLE int COPRECESSING_M[] = {%s};
            CHIRPMILL_TABLE int COPRECESSING_BLOCKS[] = {%s};
            CHIRPMILL_TABLE int COPRECESSING_TURN_SIGNS[] = {%s};

            // The modes in such an order that those of the same m, which share their angles, are neighbours.
            CHIRPMILL_TABLE int COPRECESSING_TWIST_SEQUENCE[] = {%s};
            """.formatted(CoprecessingMode.ALL.size(), CoprecessingMode.only(Kind.QUADRUPOLE),
            CoprecessingMode.only(Kind.MIXED), column(CoprecessingMode::l), column(CoprecessingMode::m),
            column(CoprecessingMode::block), column(CoprecessingMode::turnSign),
            list(CoprecessingMode.twistSequence().stream())));
    }

    private static String column(Function<CoprecessingMode, Integer> number) {
        return list(CoprecessingMode.ALL.stream().map(number));
    }

    private static String list(Stream<Integer> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.joining(", "));
    }
}
