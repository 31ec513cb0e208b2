package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;

/** The parameters that say how one body spins, its azimuth aside. Spins are dimensionless, angles radians. */
public enum SpinParameter {
    /** Length of the spin, 0 to 1. */
    MAGNITUDE("a_", ""),
    /** Angle to the orbital angular momentum. */
    TILT("tilt_", ""),
    /** Cosine of that angle. */
    COS_TILT("cos_tilt_", ""),
    /** Component along the orbital angular momentum. */
    ALIGNED("chi_", ""),
    /** Length of the component in the orbital plane. */
    IN_PLANE("chi_", "_in_plane");

    private final String beforeBody;
    private final String behindBody;

    SpinParameter(String beforeBody, String behindBody) {
        this.beforeBody = beforeBody;
        this.behindBody = behindBody;
    }

    /** bilby's name for body 1 or 2. */
    public String key(int body) {
        return beforeBody + body + behindBody;
    }

    /** The names of all of them for body 1 or 2. */
    public static List<String> keys(int body) {
        return Arrays.stream(values()).map(parameter -> parameter.key(body)).toList();
    }
}
