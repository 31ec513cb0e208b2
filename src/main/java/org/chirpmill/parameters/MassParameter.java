package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import org.chirpmill.physics.Masses;

/**
 * The parameters that say how heavy a binary is. Any two of them, at least one a mass, determine the others: see
 * {@link MassPair}. Masses are solar masses.
 */
public enum MassParameter {
    /** Mass of body 1. */
    MASS_1("mass_1", (one, two) -> one),
    /** Mass of body 2. */
    MASS_2("mass_2", (one, two) -> two),
    /** {@link Masses#totalMass}. */
    TOTAL_MASS("total_mass", Masses::totalMass),
    /** {@link Masses#chirpMass}. */
    CHIRP_MASS("chirp_mass", Masses::chirpMass),
    /** {@link Masses#massRatio}. */
    MASS_RATIO("mass_ratio", Masses::massRatio),
    /** {@link Masses#symmetricMassRatio(double, double)}. */
    SYMMETRIC_MASS_RATIO("symmetric_mass_ratio", Masses::symmetricMassRatio);

    private static final String SOURCE_FRAME = "_source";

    private final String key;
    private final DoubleBinaryOperator ofComponents;

    MassParameter(String key, DoubleBinaryOperator ofComponents) {
        this.key = key;
        this.ofComponents = ofComponents;
    }

    /** The parameter of that name, where it is one; a mass in the source's frame is none. */
    public static Optional<MassParameter> ofKey(String name) {
        return Arrays.stream(values()).filter(parameter -> parameter.key.equals(name)).findFirst();
    }

    /** bilby's name; of a mass in the detector's frame. */
    public String key() {
        return key;
    }

    /** Whether it has a unit, in contrast to a ratio. */
    public boolean isMass() {
        return this != MASS_RATIO && this != SYMMETRIC_MASS_RATIO;
    }

    /**
     * All names: of a mass the one in the detector's frame, then that in the source's, where it is smaller by
     * 1 + redshift; of a ratio the one that it has in both.
     */
    public List<String> keys() {
        return isMass() ? List.of(key, key + SOURCE_FRAME) : List.of(key);
    }

    /** The names of all that are masses, in either frame. */
    public static List<String> massKeys() {
        return keysOf(MassParameter::isMass);
    }

    /** The names of all that are ratios. */
    public static List<String> ratioKeys() {
        return keysOf(parameter -> !parameter.isMass());
    }

    private static List<String> keysOf(Predicate<MassParameter> kind) {
        return Arrays.stream(values()).filter(kind).flatMap(parameter -> parameter.keys().stream()).toList();
    }

    /** The value for two bodies. */
    public double of(double massOne, double massTwo) {
        return ofComponents.applyAsDouble(massOne, massTwo);
    }
}
