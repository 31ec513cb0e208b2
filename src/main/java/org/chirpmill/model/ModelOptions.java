package org.chirpmill.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a user may choose about a model.
 *
 * @param modes the spherical-harmonic modes to include, empty for all that the model has
 * @param precessionVersion LALSimulation's number of the precession's description, empty for the model's default
 * @param finalSpinModification LALSimulation's number of the way that spins in the orbital plane change the remnant's,
 *     empty for LALSimulation's default
 */
public record ModelOptions(List<Mode> modes, OptionalInt precessionVersion, OptionalInt finalSpinModification) {
    /** The model's defaults. */
    public static final ModelOptions NONE = new ModelOptions(List.of(), OptionalInt.empty());

    /** With LALSimulation's default final spin. */
    public ModelOptions(List<Mode> modes, OptionalInt precessionVersion) {
        this(modes, precessionVersion, OptionalInt.empty());
    }

    /** Copies the modes. */
    public ModelOptions {
        modes = List.copyOf(modes);
    }

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

    /** Refuses modes other than (2, 2) and (2, -2), for models that have no others. */
    public void requireQuadrupole(String approximant) {
        if (!modes.stream().allMatch(mode -> mode.l() == 2 && Math.abs(mode.m()) == 2)) {
            throw new UnsupportedOptionException("mode_list", "asks for modes that " + approximant
                + " does not have: it has (2, 2) and (2, -2) only");
        }
    }

    /** Refuses a choice of precession, for models without any. */
    public void requireNoPrecession(String approximant) {
        if (choosesPrecession()) {
            throw new UnsupportedOptionException(
                "phenomx", "chooses how spins precess, but those of " + approximant + " do not");
        }
    }

    /** Refuses a choice of precession, for models that leave none. */
    public void requireDefaultPrecession(String approximant) {
        if (choosesPrecession()) {
            throw new UnsupportedOptionException("phenomx", "chooses how spins precess, but " + approximant
                + " has angles and a final spin of its own: leave it out");
        }
    }

    private boolean choosesPrecession() {
        return precessionVersion.isPresent() || finalSpinModification.isPresent();
    }
}
