package org.chirpmill.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RowDifferencesTest {
    @Test
    void rowsAreSpreadFromTheFirstToTheLast() {
        assertArrayEquals(new long[] {0, 5, 9}, RowDifferences.spread(10, 3));
        assertArrayEquals(new long[] {0, 1}, RowDifferences.spread(2, 100));
        assertArrayEquals(new long[] {0}, RowDifferences.spread(7, 1));
    }
}
