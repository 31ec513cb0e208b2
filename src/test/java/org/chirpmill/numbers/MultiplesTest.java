package org.chirpmill.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplesTest {
    @ParameterizedTest
    @CsvSource({"0.06, 1e-5, 6000", "2.3, 0.1, 23", "0.3, 0.1, 3", "0.011, 1e-4, 110", "0.06, 2e-5, 3000",
        "1024, 0.1, 10240", "0, 0.1, 0", "0.30000000000000004, 0.1, 3", "1024, 0.3333333333333333, 3072",
        "400000.1, 0.1, 4000001"})
    void decimalsDecide(double value, double spacing, long count) {
        assertTrue(Multiples.isWhole(value, spacing));
        assertEquals(count, Multiples.whole(value, spacing));
    }

    @ParameterizedTest
    @CsvSource({"64.1, 0.5, 128", "0.0600001, 1e-5, 6000", "0.35, 0.1, 3", "2.29, 0.1, 22", "0.4, 1, 0"})
    void whatIsNoMultipleHasTheOneBelow(double value, double spacing, long count) {
        assertFalse(Multiples.isWhole(value, spacing));
        assertEquals(count, Multiples.whole(value, spacing));
    }

    @Test
    void anyDecimalsTimesAnyWholeNumberAreWhole() {
        Random random = new Random(7);
        for (int draw = 0; draw < 20_000; draw++) {
            BigDecimal spacing = random.nextInt(4) == 0
                ? BigDecimal.valueOf(Math.scalb(1.0, -random.nextInt(20)))
                : BigDecimal.valueOf(1 + random.nextInt(9999), 1 + random.nextInt(9));
            int count = 1 + random.nextInt(1 << (1 + random.nextInt(21)));
            BigDecimal product = spacing.multiply(BigDecimal.valueOf(count));
            String where = product + " of " + spacing;
            double value = Double.parseDouble(product.toString());
            double step = Double.parseDouble(spacing.toString());
            assertTrue(Multiples.isWhole(value, step), where);
            assertEquals(count, Multiples.whole(value, step), where);
            assertEquals(value, Multiples.times(count, step), where);
            // As arithmetic in doubles leaves it.
            assertEquals(count, Multiples.whole(count * step, step), where);
            double apart = product.add(spacing.multiply(new BigDecimal("0.001"))).doubleValue();
            assertFalse(Multiples.isWhole(apart, step), where);
            assertEquals(count, Multiples.whole(apart, step), where);
        }
    }

    @Test
    void aLengthIsMeasuredInDecimalsToo() {
        assertTrue(Multiples.isWhole(20, 26.3, 0.3));
        assertTrue(Multiples.isWhole(10.15, 15.95, 0.2));
        assertFalse(Multiples.isWhole(20, 33.3, 0.25));
    }

    @Test
    void ofInfiniteSpacingsThereAreNone() {
        assertTrue(Multiples.isWhole(3, Double.POSITIVE_INFINITY));
        assertEquals(0, Multiples.whole(3, Double.POSITIVE_INFINITY));
        assertEquals(Long.MAX_VALUE, Multiples.whole(Double.MAX_VALUE, Double.MIN_VALUE));
    }
}
