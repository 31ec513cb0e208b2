package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;

/** The ways of saying how a binary is seen: by the angle between total angular momentum and line of sight. */
public enum Inclination {
    /** The angle, rad. */
    THETA_JN("theta_jn"),
    /** Its cosine. */
    COS_THETA_JN("cos_theta_jn");

    private final String key;

    Inclination(String key) {
        this.key = key;
    }

    /** bilby's name. */
    public String key() {
        return key;
    }

    /** The names of both. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Inclination::key).toList();
    }

    /** The angle (rad) at a value. */
    public double angle(double value) {
        return this == THETA_JN ? value : StrictMath.acos(value);
    }

    /** The cosine at a value. */
    public double cosine(double value) {
        return this == THETA_JN ? StrictMath.cos(value) : value;
    }
}
