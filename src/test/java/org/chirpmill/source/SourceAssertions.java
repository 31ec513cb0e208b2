package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Compares sources field by field. */
final class SourceAssertions {
    private SourceAssertions() {}

    /** Angles and spins must agree absolutely, masses, distance and deformabilities relatively. */
    static void assertSource(
        SourceParameters expected, SourceParameters actual, double absolute, double relative, String where) {

        assertFrame(expected, actual, absolute, where);
        assertAll(
            () -> relative(expected.massOneSolar(), actual.massOneSolar(), relative, where + ": mass 1"),
            () -> relative(expected.massTwoSolar(), actual.massTwoSolar(), relative, where + ": mass 2"),
            () -> relative(
                expected.luminosityDistanceMpc(), actual.luminosityDistanceMpc(), relative, where + ": distance"),
            () -> relative(expected.lambdaOne(), actual.lambdaOne(), relative, where + ": lambda 1"),
            () -> relative(expected.lambdaTwo(), actual.lambdaTwo(), relative, where + ": lambda 2"));
    }

    /** Inclination, phase and Cartesian spins must agree absolutely. */
    static void assertFrame(SourceParameters expected, SourceParameters actual, double absolute, String where) {
        assertAll(
            () -> assertEquals(expected.iota(), actual.iota(), absolute, where + ": iota"),
            () -> assertEquals(expected.phase(), actual.phase(), absolute, where + ": phase"),
            () -> assertEquals(expected.spinOneX(), actual.spinOneX(), absolute, where + ": spin 1 x"),
            () -> assertEquals(expected.spinOneY(), actual.spinOneY(), absolute, where + ": spin 1 y"),
            () -> assertEquals(expected.spinOneZ(), actual.spinOneZ(), absolute, where + ": spin 1 z"),
            () -> assertEquals(expected.spinTwoX(), actual.spinTwoX(), absolute, where + ": spin 2 x"),
            () -> assertEquals(expected.spinTwoY(), actual.spinTwoY(), absolute, where + ": spin 2 y"),
            () -> assertEquals(expected.spinTwoZ(), actual.spinTwoZ(), absolute, where + ": spin 2 z"));
    }

    private static void relative(double expected, double actual, double tolerance, String where) {
        assertEquals(expected, actual, tolerance * Math.abs(expected), where);
    }
}
