package org.chirpmill.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SetVerdictTest {
    @Test
    void whatIsNotANumberNeverPasses() {
        double[] peak = {1e-13, Double.NaN, 5e-12};
        SetVerdict verdict = new SetVerdict("f", "s", "m", peak, peak, new double[] {1e-10, 1e-10, 1e-10}, 0);
        assertTrue(verdict.passes(0));
        assertFalse(verdict.passes(1));
        assertTrue(verdict.passes(2));
        assertEquals(1, verdict.failures());
        assertEquals(1, verdict.worstRow());
        assertFalse(new SetVerdict("f", "s", "m", new double[] {SetVerdict.ONE_REFUSED.peak()}, new double[1],
            new double[] {Double.MAX_VALUE}, 0).passes(0), "a row that only one side has");
        assertTrue(new SetVerdict("f", "s", "m", new double[] {SetVerdict.BOTH_REFUSED.peak()}, new double[1],
            new double[] {1e-10}, 1).passes(0), "a row that neither side has");
    }
}
