package org.chirpmill.model.phenomhm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chirpmill.model.ModelOptions.Mode;
import org.chirpmill.model.UnsupportedOptionException;

/** Which modes a user's {@code mode_list} leaves: LALSimulation takes positive m only, and adds the mirrored modes. */
final class HmSelection {
    private HmSelection() {}

    /**
     * The modes listed, all where there is none.
     *
     * @throws UnsupportedOptionException where the list names another
     */
    static Set<HmMode> of(List<Mode> listed) {
        if (listed.isEmpty()) {
            return EnumSet.allOf(HmMode.class);
        }
        Set<HmMode> modes = EnumSet.noneOf(HmMode.class);
        for (Mode mode : listed) {
            modes.add(named(mode).orElseThrow(() -> new UnsupportedOptionException("mode_list",
                "asks for mode " + mode + ", which is not among those that IMRPhenomHM takes: " + Arrays.stream(
                    HmMode.values()).map(HmMode::pair).collect(Collectors.joining(", "))
                    + ", each of which brings (l, -m) with it")));
        }
        return modes;
    }

    private static Optional<HmMode> named(Mode listed) {
        return Arrays.stream(HmMode.values()).filter(mode -> mode.l() == listed.l() && mode.m() == listed.m())
            .findFirst();
    }
}
