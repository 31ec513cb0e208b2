package org.chirpmill.prior;

import java.util.List;
import java.util.Map;
import org.chirpmill.names.NearestName;
import org.chirpmill.physics.Cosmology;

/**
 * Reads a cosmology from the dictionary that bilby takes for one: astropy's {@code FlatLambdaCDM} of these arguments,
 * or, with Ode0, its {@code LambdaCDM}, which here must be flat.
 */
final class DescribedCosmology {
    private static final List<String> KEYS = List.of("H0", "Om0", "Tcmb0", "Neff", "m_nu", "Ob0", "Ode0", "name");
    private static final double NEUTRINO_SPECIES = 3.04; // astropy's default

    private DescribedCosmology() {}

    /**
     * The cosmology.
     *
     * @throws IllegalArgumentException with the end of a sentence on the dictionary
     */
    static Cosmology of(Value.Dictionary dictionary) {
        Map<String, Value> entries = dictionary.entries();
        if (entries.containsKey("w0")) {
            throw new IllegalArgumentException(
                "must be a flat Lambda-CDM, without w0: write {'H0': 67.7, 'Om0': 0.31}, with numbers of your own");
        }
        for (String key : entries.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("has no entry " + Token.quoted(key) + NearestName.hint(key, KEYS)
                    + ", known are " + String.join(", ", KEYS));
            }
        }
        double hubble = number(entries, "H0", Double.NaN);
        double matter = number(entries, "Om0", Double.NaN);
        double temperature = number(entries, "Tcmb0", 0);
        if (entries.containsKey("Ode0") && (temperature != 0 || 1 - matter - number(entries, "Ode0", 0) != 0)) {
            throw new IllegalArgumentException(
                "must be flat: leave Ode0 out, which is then what Om0 and the radiation leave");
        }
        return Cosmology.flatLambdaCdm(
            hubble, matter, temperature, number(entries, "Neff", NEUTRINO_SPECIES), number(entries, "m_nu", 0));
    }

    private static double number(Map<String, Value> entries, String key, double absent) {
        if (!entries.containsKey(key) && Double.isNaN(absent)) {
            throw new IllegalArgumentException("lacks its " + key + ", as in {'H0': 67.7, 'Om0': 0.31}");
        }
        return switch (entries.get(key)) {
            case null -> absent;
            case Value.Number number -> number.value();
            case Value.Sequence list -> throw new IllegalArgumentException(
                "cannot have a list as its " + key + ", which bilby cannot read: write one number");
            case Value other -> throw new IllegalArgumentException(
                "must have a number as its " + key + ", not " + other.kind());
        };
    }
}
