package org.chirpmill.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        assertEquals(new Spread(1, 3, 8), Spread.of(8, 1, 3));
        assertEquals(new Spread(1, 2.5, 8), Spread.of(2, 8, 1, 3));
        assertEquals(new Spread(4, 4, 4), Spread.of(4));
        assertEquals(new Spread(1, 2, 5), Spread.of(List.of("four2", "a", "bb"), String::length));
    }

    @Test
    void unitsChangeAllThree() {
        assertEquals(Map.of("min", 2.0, "median", 6.0, "max", 16.0), new Spread(1, 3, 8).times(2).named());
    }
}
