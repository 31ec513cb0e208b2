package org.chirpmill.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void numbersAreRoundAndFew() {
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), texts(Axis.Kind.EVEN, -3, 101, 6));
        assertEquals(List.of("-1e-22", "0", "1e-22", "2e-22"), texts(Axis.Kind.EVEN, -1.2e-22, 2.2e-22, 5));
        assertEquals(List.of("0", "1", "2", "3"), texts(Axis.Kind.COUNTING, 0, 3.1, 8));
        assertEquals(List.of("20", "50", "100", "200", "500", "1000"), texts(Axis.Kind.LOGARITHMIC, 20, 1024, 8));
        assertEquals(List.of("1e-26", "1e-25", "1e-24", "1e-23", "1e-22"),
            texts(Axis.Kind.LOGARITHMIC, 1e-26, 2e-22, 6));
        assertEquals(List.of("1e-20", "1e-15", "1e-10", "1e-5", "1"), texts(Axis.Kind.LOGARITHMIC, 1e-20, 9, 3));
    }

    private static List<String> texts(Axis.Kind kind, double minimum, double maximum, int wanted) {
        return Ticks.of(new Scale(kind, minimum, maximum), wanted).numbered().stream().map(Ticks::text).toList();
    }
}
