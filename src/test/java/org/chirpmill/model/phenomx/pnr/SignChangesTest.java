package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Changes of sign of smooth functions, of flat and steep ones and of jumps are found to rounding, soon enough. */
class SignChangesTest {
    private static final double PLACE = -0.7310585786300049;

    private int evaluations;

    @Test
    void findsWhereASmoothFunctionVanishes() {
        check(x -> StrictMath.sin(3 * (x - PLACE)), 12);
        check(x -> StrictMath.exp(-40 * (x - PLACE)) - 1, 40);
    }

    @Test
    void findsWhereItIsFlatOrSteep() {
        check(x -> (x - PLACE) * (x - PLACE) * (x - PLACE), 150);
        check(x -> StrictMath.cbrt(x - PLACE), 60);
    }

    @Test
    void findsWhereItJumps() {
        check(x -> x < PLACE ? -1e-3 : 7, 200);
        check(x -> x < PLACE ? 1 : Double.NEGATIVE_INFINITY, 200);
    }

    private void check(DoubleUnaryOperator function, int mostEvaluations) {
        double low = -0.97;
        double high = -0.52;
        evaluations = 0;
        double found = SignChanges.between(x -> {
            evaluations++;
            return function.applyAsDouble(x);
        }, low, high, function.applyAsDouble(low), function.applyAsDouble(high));
        assertEquals(PLACE, found, 2e-15);
        assertTrue(evaluations <= mostEvaluations, evaluations + " evaluations");
    }
}
