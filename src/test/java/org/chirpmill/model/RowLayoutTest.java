package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    @Test
    void offsetsAreTheOrderOfDeclaration() {
        assertEquals(List.of("FIRST", "SECOND"), RowLayout.declaredBy(Ordered.class).names());
    }

    @Test
    void aGapIsFound() {
        IllegalStateException thrown =
            assertThrows(IllegalStateException.class, () -> RowLayout.declaredBy(Gapped.class));
        assertEquals("Gapped.SECOND is 2 but stands at place 1", thrown.getMessage());
    }

    @Test
    void everyModelNamesEachCoefficientOnce() {
        for (WaveformModel model : ModelCatalogue.all()) {
            List<String> names = model.layout().names();
            assertEquals(names.size(), new HashSet<>(names).size(), model.approximant());
        }
    }

    private static final class Ordered {
        static final int FIRST = 0;
        static final int SECOND = 1;
    }

    private static final class Gapped {
        static final int FIRST = 0;
        static final int SECOND = 2;
    }
}
