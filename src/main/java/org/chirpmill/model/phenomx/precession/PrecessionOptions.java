package org.chirpmill.model.phenomx.precession;

import java.util.List;
import java.util.OptionalInt;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.UnsupportedOptionException;

/**
 * What LALSimulation's numbers of precession ({@code PhenomXPrecVersion}) and final spin ({@code PhenomXPFinalSpinMod})
 * choose together. A model has each description of precession with one final spin only, so that a pair is either taken
 * whole or refused.
 */
final class PrecessionOptions {
    private static final int SINGLE_SPIN_VERSION = 102;
    private static final int TWO_SPIN_VERSION = 223;
    private static final int SPIN_TAYLOR_VERSION = 320;

    /** From chi_p, and what LALSimulation takes for it with single-spin angles. */
    private static final List<Integer> SINGLE_SPIN_FINAL_SPINS = List.of(0, 3, 4);
    /** From the two-spin angles' averages. Version 4 is LALSimulation's default and means 3 there. */
    private static final List<Integer> TWO_SPIN_FINAL_SPINS = List.of(3, 4);
    /** From all of the spins in the orbital plane at f_ref. */
    private static final int SPIN_TAYLOR_FINAL_SPIN = 2;

    private PrecessionOptions() {}

    /**
     * The angles that are chosen, LALSimulation's default where none are.
     *
     * @throws UnsupportedOptionException where there are no such angles, or not with that final spin
     */
    static Precession.Angles angles(ModelOptions options) {
        int version = options.precessionVersion().orElse(TWO_SPIN_VERSION);
        OptionalInt finalSpin = options.finalSpinModification();
        return switch (version) {
            case TWO_SPIN_VERSION -> {
                requireAmong(finalSpin, TWO_SPIN_FINAL_SPINS, "3 or 4 beside prec_version 223 (MSA angles)");
                yield Precession.Angles.TWO_SPIN;
            }
            case SINGLE_SPIN_VERSION -> {
                requireAmong(finalSpin, SINGLE_SPIN_FINAL_SPINS, "0, 3 or 4 beside prec_version 102 (NNLO angles)");
                yield Precession.Angles.SINGLE_SPIN;
            }
            case SPIN_TAYLOR_VERSION -> {
                requireSpinTaylor(finalSpin);
                yield Precession.Angles.SPIN_TAYLOR;
            }
            default -> throw new UnsupportedOptionException("phenomx.prec_version",
                "is " + version + ", and there are no such angles here");
        };
    }

    private static void requireAmong(OptionalInt finalSpin, List<Integer> allowed, String inWords) {
        if (finalSpin.isPresent() && !allowed.contains(finalSpin.getAsInt())) {
            throw finalSpin("is " + finalSpin.getAsInt() + " but must be " + inWords
                + ", or left out: there is no other final spin for them here");
        }
    }

    /** LALSimulation's own default is another final spin here, so that 2 has to be said. */
    private static void requireSpinTaylor(OptionalInt finalSpin) {
        String wanted = SPIN_TAYLOR_FINAL_SPIN + " beside prec_version 320 (SpinTaylor angles)";
        if (finalSpin.isEmpty()) {
            throw finalSpin("is missing and must be " + wanted + ": LALSimulation's default there, 4, which takes the "
                + "spins at the end of their integration, is not here");
        }
        if (finalSpin.getAsInt() != SPIN_TAYLOR_FINAL_SPIN) {
            throw finalSpin("is " + finalSpin.getAsInt() + " but must be " + wanted
                + ": there is no other final spin for them here");
        }
    }

    private static UnsupportedOptionException finalSpin(String complaint) {
        return new UnsupportedOptionException("phenomx.final_spin_mod", complaint);
    }
}
