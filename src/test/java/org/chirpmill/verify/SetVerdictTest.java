package org.chirpmill.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chirpmill.model.phenomd.PhenomD;
import org.junit.jupiter.api.Test;

class SetVerdictTest {
    @Test
    void whatIsNotANumberNeverPasses() {
        double[] peak = {1e-13, Double.NaN, 5e-12};
        SetVerdict verdict = verdict(peak, new double[] {1e-10, 1e-10, 1e-10}, 0);
        assertTrue(verdict.passes(0));
        assertFalse(verdict.passes(1));
        assertTrue(verdict.passes(2));
        assertEquals(1, verdict.failures());
        assertEquals(1, verdict.worstRow());
        assertFalse(verdict(new double[] {SetVerdict.ONE_REFUSED.peak()}, new double[] {Double.MAX_VALUE}, 0).passes(0),
            "a row that only one side has");
        assertTrue(verdict(new double[] {SetVerdict.BOTH_REFUSED.peak()}, new double[] {1e-10}, 1).passes(0),
            "a row that neither side has");
    }

    private static SetVerdict verdict(double[] peak, double[] allowed, int refused) {
        return new SetVerdict("f", "s", new PhenomD(), Map.of(), peak, peak, allowed, new double[peak.length], refused);
    }
}
