package org.chirpmill.parameters;

import java.util.Optional;
import java.util.Set;

/** Units of parameters, in words. */
public final class ParameterUnit {
    private static final Set<String> OTHER_ANGLES = Set.of("iota", "spin_conversion_phase");

    private ParameterUnit() {}

    /** The unit of the parameter of that name; of a pure number, or an unknown name, none. */
    public static Optional<String> of(String name) {
        if (MassParameter.massKeys().contains(name)) {
            return Optional.of("solar masses");
        }
        DistanceMeasure distance = DistanceMeasure.ofKey(name);
        if (distance != null) {
            return distance == DistanceMeasure.REDSHIFT ? Optional.empty() : Optional.of("Mpc");
        }
        return isAngle(name) ? Optional.of("rad") : DetectionParameters.unit(name);
    }

    private static boolean isAngle(String name) {
        return name.equals(Inclination.THETA_JN.key())
            || OrbitalPhase.keys().contains(name)
            || SpinAzimuth.keys().contains(name)
            || name.equals(SpinParameter.TILT.key(1))
            || name.equals(SpinParameter.TILT.key(2))
            || OTHER_ANGLES.contains(name);
    }
}
