package org.chirpmill.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.chirpmill.physics.ComponentMasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MassPairTest {
    private static final double TOLERANCE = 2e-14;
    private static final double[][] BINARIES = {{36, 29}, {50, 2.5}, {1.6, 1.3}, {1e4, 20}};

    /** With the heavier body first, as pairs that leave the order open take it. */
    @ParameterizedTest
    @EnumSource
    void theMassesHaveTheParametersThatTheyCameFrom(MassPair pair) {
        for (double[] binary : BINARIES) {
            ComponentMasses masses = pair.masses(
                pair.first().of(binary[0], binary[1]), pair.second().of(binary[0], binary[1]));
            String where = pair + " of " + binary[0] + " and " + binary[1];
            assertEquals(binary[0], masses.one(), TOLERANCE * binary[0], where);
            assertEquals(binary[1], masses.two(), TOLERANCE * binary[0], where);
        }
    }

    @Test
    void anyTwoParametersMakeAPairUnlessBothAreRatios() {
        int pairs = 0;
        for (MassParameter first : MassParameter.values()) {
            for (MassParameter second : MassParameter.values()) {
                if (first.compareTo(second) < 0 && first.isMass()) {
                    MassPair pair = MassPair.of(first, second);
                    assertEquals(first, pair.first(), pair.name());
                    assertEquals(second, pair.second(), pair.name());
                    pairs++;
                }
            }
        }
        assertEquals(MassPair.values().length, pairs);
        assertThrows(IllegalArgumentException.class,
            () -> MassPair.of(MassParameter.MASS_RATIO, MassParameter.SYMMETRIC_MASS_RATIO));
    }
}
