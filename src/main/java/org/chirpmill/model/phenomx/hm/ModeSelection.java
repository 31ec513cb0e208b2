package org.chirpmill.model.phenomx.hm;

import java.util.List;
import java.util.Set;

/**
 * Which modes a waveform is made of, m positive and negative counted apart, as dingo-gw's {@code mode_list} and
 * LALSimulation's ModeArray have them. An aligned binary's h_plus and h_cross get of each mode what is listed; a
 * precessing one takes a mode of the co-precessing frame with both signs of m where the positive one is listed.
 *
 * @param modes the modes listed
 */
public record ModeSelection(Set<Mode> modes) {
    /** Everything that the model has. */
    public static final ModeSelection ALL = new ModeSelection(Set.of(
        new Mode(2, 2), new Mode(2, -2), new Mode(2, 1), new Mode(2, -1), new Mode(3, 3), new Mode(3, -3),
        new Mode(3, 2), new Mode(3, -2), new Mode(4, 4), new Mode(4, -4)));

    /**
     * One mode.
     *
     * @param l the polar number
     * @param m the azimuthal number
     */
    public record Mode(int l, int m) {
        @Override
        public String toString() {
            return "(" + l + ", " + m + ")";
        }
    }

    /**
     * A selection of the modes that the model has.
     *
     * @throws IllegalArgumentException where the list is empty or names another, in words fit for a user
     */
    public static ModeSelection of(List<Mode> modes) {
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("the list of modes is empty");
        }
        for (Mode mode : modes) {
            if (!ALL.modes.contains(mode)) {
                throw new IllegalArgumentException("mode " + mode + " is not among those of IMRPhenomXHM: (2, 2), "
                    + "(2, 1), (3, 3), (3, 2), (4, 4) and the same with negative m");
            }
        }
        return new ModeSelection(Set.copyOf(modes));
    }

    /** Whether exactly this mode is listed. */
    public boolean has(int l, int m) {
        return modes.contains(new Mode(l, m));
    }

    /** Whether the mode is listed with either sign of m. */
    public boolean hasEither(int l, int m) {
        return has(l, m) || has(l, -m);
    }
}
