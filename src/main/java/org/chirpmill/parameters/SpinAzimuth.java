package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The angles (rad) that say how in-plane spins lie; bilby takes an absent one as 0. */
public enum SpinAzimuth {
    /** From the in-plane spin of body 1 to that of body 2. */
    PHI_12,
    /** Of the orbital angular momentum about the total one. */
    PHI_JL;

    /** bilby's name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of both. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(SpinAzimuth::key).toList();
    }
}
