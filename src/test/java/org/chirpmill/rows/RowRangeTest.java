package org.chirpmill.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRangeTest {
    @Test
    void aRangeIsReadAsItIsWritten() {
        RowRange range = RowRange.of("200:300");
        assertEquals(new RowRange(200, 300), range);
        assertEquals("200:300", range.toString());
        assertEquals(100, range.count());
        assertEquals(217, range.row(17));
        assertTrue(range.contains(200) && range.contains(299));
        assertFalse(range.contains(199) || range.contains(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", ":300", "200:", "300:200", "5:5", "-1:4", "1:4:2", "a:b", "1.0:2",
        "0:99999999999999999999"})
    void whatIsNoRangeOfRowsIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> RowRange.of(text));
    }

    @Test
    void commonRowsAreThoseOfBoth() {
        assertEquals(new RowRange(5, 8), new RowRange(2, 8).common(new RowRange(5, 11)));
        assertEquals(0, new RowRange(2, 5).common(new RowRange(5, 11)).count());
        assertEquals(0, new RowRange(20, 25).common(new RowRange(5, 11)).count());
        assertEquals(3, new RowRange(5, 11).position(8));
        assertThrows(IndexOutOfBoundsException.class, () -> new RowRange(5, 11).position(11));
    }

    @Test
    void aPositionOutsideHasNoRow() {
        assertThrows(IndexOutOfBoundsException.class, () -> new RowRange(5, 8).row(3));
        assertThrows(IndexOutOfBoundsException.class, () -> new RowRange(5, 8).row(-1));
    }
}
