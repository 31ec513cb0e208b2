package org.chirpmill.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinFormTest {
    private static final double TOLERANCE = 1e-15;

    /** Both right triangles with whole sides, and the poles. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.8", "-0.28, 0.96", "0.5, 0", "-1, 0"})
    void everyFormTellsTheSameSpin(double aligned, double inPlane) {
        double magnitude = StrictMath.hypot(aligned, inPlane);
        double cosine = aligned / magnitude;
        assertSpin(SpinForm.TILT, magnitude, StrictMath.acos(cosine), aligned, inPlane);
        assertSpin(SpinForm.COSINE, magnitude, cosine, aligned, inPlane);
        assertSpin(SpinForm.ALIGNED_OF_MAGNITUDE, magnitude, aligned, aligned, inPlane);
        assertSpin(SpinForm.COMPONENTS, aligned, -inPlane, aligned, inPlane);
        assertSpin(SpinForm.ALIGNED, aligned, Double.NaN, aligned, 0);
        assertEquals(magnitude, SpinForm.COMPONENTS.spin(aligned, inPlane).magnitude(), TOLERANCE);
    }

    private static void assertSpin(SpinForm form, double first, double second, double aligned, double inPlane) {
        BodySpin spin = form.spin(first, second);
        String where = form + " of " + first + " and " + second;
        assertEquals(aligned, spin.aligned(), TOLERANCE, where);
        assertEquals(inPlane, spin.inPlane(), TOLERANCE, where);
    }

    @Test
    void aFormIsKnownByExactlyItsNames() {
        for (SpinForm form : SpinForm.values()) {
            assertEquals(Optional.of(form), SpinForm.of(form.keys(2), 2));
            assertEquals(Optional.empty(), SpinForm.of(form.keys(2), 1));
        }
        assertEquals(Optional.empty(), SpinForm.of(List.of(), 1));
        assertEquals(Optional.empty(), SpinForm.of(List.of("a_1"), 1));
        assertEquals(Optional.empty(), SpinForm.of(List.of("a_1", "tilt_1", "chi_1"), 1));
        assertEquals(List.of("a_1", "tilt_1", "cos_tilt_1", "chi_1", "chi_1_in_plane"), SpinParameter.keys(1));
    }
}
