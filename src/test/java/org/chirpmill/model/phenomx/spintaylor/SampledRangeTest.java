package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.junit.jupiter.api.Test;

/** LALSimulation's samples are found where it has them. */
class SampledRangeTest {
    /**
     * Of the velocity. LALSimulation's error of 1e-9 where its second integration begins grows towards the end, where
     * everything is faster; its samples lie a thousand times as far apart as this.
     */
    private static final double VELOCITY = 1e-6;

    @Test
    void theLastSampleIsLalsimulations() throws IOException {
        List<Map<String, Object>> rows = OrbitReference.ranges();
        assertEquals(200, rows.size());
        for (Map<String, Object> row : rows) {
            assertEquals(OrbitReference.number(row, "last"), range(row).last(), VELOCITY, row.toString());
        }
    }

    @Test
    void theFirstSampleIsLalsimulations() throws IOException {
        int different = 0;
        List<Map<String, Object>> rows = OrbitReference.ranges();
        for (Map<String, Object> row : rows) {
            double first = OrbitReference.number(row, "first");
            SampledRange range = range(row);
            different += Math.abs(range.first() - first) < VELOCITY ? 0 : 1;
            double wanted = OrbitReference.velocity(OrbitReference.binary(row), OrbitReference.number(row, "f_min"));
            assertEquals(first <= wanted, range.reaches(wanted), row.toString());
            assertTrue(range.first() <= range.firstAtMost(), row.toString());
        }
        // Thousands of steps of LALSimulation's lie in between; one may come to lie on the other side of a sample.
        assertTrue(different <= 2, different + " of " + rows.size());
    }

    private static SampledRange range(Map<String, Object> row) {
        PrecessingBinary binary = OrbitReference.binary(row);
        double interval =
            0.5 / (OrbitReference.number(row, "f_cut") * binary.totalMassSolar() * SOLAR_MASS_SECONDS);
        double start = OrbitReference.velocity(binary, OrbitReference.number(row, "f_min") - 0.5);
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        orbit.solve(new Inspiral(binary, OrbitReference.velocity(binary, OrbitReference.REFERENCE_FREQUENCY),
            SampledRange.below(start, binary.eta(), interval),
            OrbitReference.velocity(binary, OrbitReference.number(row, "f_cut"))));
        SampledRange range = new SampledRange();
        range.set(orbit, binary, interval, start);
        return range;
    }
}
