package org.chirpmill.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {
    @Test
    void namesThatNobodyTypesAreToldInPart() {
        assertEquals(List.of("x".repeat(57) + "... is no parameter of a source or a detection"),
            ParameterNames.complaints(List.of("ra", "x".repeat(40_000))));
    }
}
