package org.chirpmill.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyTest {
    @ParameterizedTest
    @CsvSource({
        "exact, 0, exact", "Exact, 0, exact", "fast, 1e-6, fast(1e-6)", "fast(1e-6), 1e-6, fast(1e-6)",
        "' fast ( 2.5E-7 ) ', 2.5e-7, fast(2.5e-7)", "1e-4, 1e-4, fast(1e-4)", "0.01, 0.01, fast(0.01)",
        "fast(.005), 0.005, fast(0.005)", "FAST(1e-10), 1e-10, fast(1e-10)",
    })
    void everyFormIsReadAndWrittenInOne(String text, double tolerance, String written) {
        Accuracy accuracy = Accuracy.of(text);
        assertEquals(tolerance, accuracy.tolerance());
        assertEquals(written, accuracy.toString());
        assertEquals(accuracy, Accuracy.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "slow", "fast()", "fast(1e-6", "1e-6)", "fast(0)", "0", "0.0", "-1e-6", "0.02",
        "fast(1)", "NaN", "1e-6f", "1..2", "e", "1e", "infinity", "fast(exact)", "[fast]"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(text), text);
    }

    @ParameterizedTest
    @CsvSource({"exact, exact", "1e-10, fast(1e-10)", "1e-6, fast(1e-6)", "2e-6, fast(2e-6)", "2.1e-6, fast(2e-6)",
        "0.01, fast(2e-6)"})
    void polynomialsAreFittedToNothingLooserThanSome(String asked, String fitted) {
        assertEquals(fitted, Accuracy.of(asked).fitted().toString());
    }
}
