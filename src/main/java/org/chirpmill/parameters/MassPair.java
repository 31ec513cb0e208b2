package org.chirpmill.parameters;

import static org.chirpmill.parameters.MassParameter.CHIRP_MASS;
import static org.chirpmill.parameters.MassParameter.MASS_1;
import static org.chirpmill.parameters.MassParameter.MASS_2;
import static org.chirpmill.parameters.MassParameter.MASS_RATIO;
import static org.chirpmill.parameters.MassParameter.SYMMETRIC_MASS_RATIO;
import static org.chirpmill.parameters.MassParameter.TOTAL_MASS;

import java.util.Arrays;
import org.chirpmill.physics.ComponentMasses;

/** Every pair of parameters that determines the masses of both bodies, in the order of {@link MassParameter}. */
public enum MassPair {
    /** The masses themselves. */
    ONE_TWO(MASS_1, MASS_2, ComponentMasses::new),
    /** {@link ComponentMasses#ofPrimaryAndTotal}. */
    ONE_TOTAL(MASS_1, TOTAL_MASS, ComponentMasses::ofPrimaryAndTotal),
    /** {@link ComponentMasses#ofPrimaryAndChirp}. */
    ONE_CHIRP(MASS_1, CHIRP_MASS, ComponentMasses::ofPrimaryAndChirp),
    /** {@link ComponentMasses#ofPrimaryAndRatio}. */
    ONE_RATIO(MASS_1, MASS_RATIO, ComponentMasses::ofPrimaryAndRatio),
    /** {@link ComponentMasses#ofPrimaryAndSymmetricRatio}. */
    ONE_SYMMETRIC(MASS_1, SYMMETRIC_MASS_RATIO, ComponentMasses::ofPrimaryAndSymmetricRatio),
    /** {@link ComponentMasses#ofSecondaryAndTotal}. */
    TWO_TOTAL(MASS_2, TOTAL_MASS, ComponentMasses::ofSecondaryAndTotal),
    /** {@link ComponentMasses#ofSecondaryAndChirp}. */
    TWO_CHIRP(MASS_2, CHIRP_MASS, ComponentMasses::ofSecondaryAndChirp),
    /** {@link ComponentMasses#ofSecondaryAndRatio}. */
    TWO_RATIO(MASS_2, MASS_RATIO, ComponentMasses::ofSecondaryAndRatio),
    /** {@link ComponentMasses#ofSecondaryAndSymmetricRatio}. */
    TWO_SYMMETRIC(MASS_2, SYMMETRIC_MASS_RATIO, ComponentMasses::ofSecondaryAndSymmetricRatio),
    /** {@link ComponentMasses#ofTotalAndChirp}. */
    TOTAL_CHIRP(TOTAL_MASS, CHIRP_MASS, ComponentMasses::ofTotalAndChirp),
    /** {@link ComponentMasses#ofTotalAndRatio}. */
    TOTAL_RATIO(TOTAL_MASS, MASS_RATIO, ComponentMasses::ofTotalAndRatio),
    /** {@link ComponentMasses#ofTotalAndSymmetricRatio}. */
    TOTAL_SYMMETRIC(TOTAL_MASS, SYMMETRIC_MASS_RATIO, ComponentMasses::ofTotalAndSymmetricRatio),
    /** {@link ComponentMasses#ofChirpAndRatio}. */
    CHIRP_RATIO(CHIRP_MASS, MASS_RATIO, ComponentMasses::ofChirpAndRatio),
    /** {@link ComponentMasses#ofChirpAndSymmetricRatio}. */
    CHIRP_SYMMETRIC(CHIRP_MASS, SYMMETRIC_MASS_RATIO, ComponentMasses::ofChirpAndSymmetricRatio);

    private final MassParameter first;
    private final MassParameter second;
    private final Relation relation;

    MassPair(MassParameter first, MassParameter second, Relation relation) {
        this.first = first;
        this.second = second;
        this.relation = relation;
    }

    /**
     * The pair of two parameters.
     *
     * @param first the one that comes first in {@link MassParameter}; a mass
     * @param second another
     */
    public static MassPair of(MassParameter first, MassParameter second) {
        return Arrays.stream(values())
            .filter(pair -> pair.first == first && pair.second == second)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no relation for " + first + " and " + second));
    }

    /** The first parameter. */
    public MassParameter first() {
        return first;
    }

    /** The second parameter. */
    public MassParameter second() {
        return second;
    }

    /** The masses at two values; not {@link ComponentMasses#arePhysical} where these belong to no binary. */
    public ComponentMasses masses(double firstValue, double secondValue) {
        return relation.masses(firstValue, secondValue);
    }

    /** Masses from two numbers. */
    @FunctionalInterface
    private interface Relation {
        ComponentMasses masses(double first, double second);
    }
}
