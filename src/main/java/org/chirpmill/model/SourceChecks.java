package org.chirpmill.model;

import org.chirpmill.source.SourceParameters;

/** What every model asks of a source before it computes, with the reasons in words. */
public final class SourceChecks {
    private SourceChecks() {}

    /** Refuses what no source is, and spins and tides that a model of these traits does not take. */
    public static void require(SourceParameters source, ModelTraits traits) throws SourceRefusedException {
        requirePhysical(source);
        if (!traits.isPrecessing()) {
            requireAligned(source, traits.approximant());
        }
        if (!traits.takesTides()) {
            requireBlackHoles(source, traits.approximant());
        }
    }

    /** Refuses masses and distances that are not positive, and spins beyond the Kerr bound. */
    private static void requirePhysical(SourceParameters source) throws SourceRefusedException {
        requirePositive("mass_1", source.massOneSolar());
        requirePositive("mass_2", source.massTwoSolar());
        requirePositive("luminosity_distance", source.luminosityDistanceMpc());
        requireKerrBound("spin_1z", source.spinOneZ());
        requireKerrBound("spin_2z", source.spinTwoZ());
    }

    /** Refuses spin components in the orbital plane. */
    private static void requireAligned(SourceParameters source, String approximant) throws SourceRefusedException {
        if (source.precesses()) {
            throw new SourceRefusedException(
                approximant + " takes spins along the orbital angular momentum only, these lie partly in its plane");
        }
    }

    /** Refuses tidal deformabilities. */
    private static void requireBlackHoles(SourceParameters source, String approximant) throws SourceRefusedException {
        if (source.lambdaOne() != 0 || source.lambdaTwo() != 0) {
            throw new SourceRefusedException(approximant + " describes black holes: lambda_1 and lambda_2 must be 0");
        }
    }

    private static void requirePositive(String name, double value) throws SourceRefusedException {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new SourceRefusedException(name + " = " + value + " is not a positive number");
        }
    }

    private static void requireKerrBound(String name, double value) throws SourceRefusedException {
        if (!(Math.abs(value) <= 1)) {
            throw new SourceRefusedException(name + " = " + value + " is beyond the Kerr bound [-1, 1]");
        }
    }
}
