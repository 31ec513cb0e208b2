package org.chirpmill.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Map<SpinForm, BodySpin> spins = new EnumMap<>(Map.of(
            SpinForm.TILT, BodySpin.ofTilt(magnitude, StrictMath.acos(cosine)),
            SpinForm.COSINE, BodySpin.ofCosine(magnitude, cosine),
            SpinForm.ALIGNED_OF_MAGNITUDE, BodySpin.ofMagnitudeAndAligned(magnitude, aligned),
            SpinForm.COMPONENTS, BodySpin.ofComponents(aligned, -inPlane)));
        if (inPlane == 0) {
            spins.put(SpinForm.ALIGNED, BodySpin.ofAligned(aligned));
        }
        spins.forEach((form, spin) -> {
            String where = form + " of " + aligned + " along and " + inPlane + " across";
            assertEquals(aligned, spin.aligned(), TOLERANCE, where);
            assertEquals(inPlane, spin.inPlane(), TOLERANCE, where);
            assertEquals(magnitude, spin.magnitude(), TOLERANCE, where);
        });
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
