package org.chirpmill.model.phenomx.hm;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.model.ModelOptions.Mode;
import org.chirpmill.model.UnsupportedOptionException;

/**
 * Which modes a waveform is made of, m positive and negative counted apart, as dingo-gw's {@code mode_list} and
 * LALSimulation's ModeArray have them. An aligned binary's h_plus and h_cross get of each mode what is listed; a
 * precessing one takes a mode of the co-precessing frame with both signs of m where the positive one is listed.
 *
 * @param modes the modes listed
 */
public record ModeSelection(Set<Mode> modes) {
    /** Everything that the model has. */
    public static final ModeSelection ALL = new ModeSelection(CoprecessingMode.ALL.stream()
        .flatMap(mode -> Stream.of(new Mode(mode.l(), mode.m()), new Mode(mode.l(), -mode.m())))
        .collect(Collectors.toUnmodifiableSet()));

    /**
     * A selection of the modes that the model has.
     *
     * @param modes the modes listed, all where there is none
     * @throws UnsupportedOptionException where the list names another
     */
    public static ModeSelection of(List<Mode> modes) {
        if (modes.isEmpty()) {
            return ALL;
        }
        for (Mode mode : modes) {
            if (!ALL.modes.contains(mode)) {
                throw new UnsupportedOptionException("mode_list", "asks for mode " + mode + ", which is not among "
                    + "those of the model: " + CoprecessingMode.ALL.stream().map(CoprecessingMode::toString)
                    .collect(Collectors.joining(", ")) + " and the same with negative m");
            }
        }
        return new ModeSelection(Set.copyOf(modes));
    }

    /** Whether exactly this mode is listed. */
    public boolean has(int l, int m) {
        return modes.contains(new Mode(l, m));
    }

    /** The higher modes that a precessing model takes: those listed with positive m. */
    public Set<HigherMode> higherModes() {
        Set<HigherMode> higher = EnumSet.allOf(HigherMode.class);
        higher.removeIf(mode -> !has(mode.l(), mode.m()));
        return higher;
    }

    /** Whether the mode is listed with either sign of m. */
    public boolean hasEither(int l, int m) {
        return has(l, m) || has(l, -m);
    }
}
