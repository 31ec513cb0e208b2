package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chirpmill.physics.ComponentMasses;

/** The parameters that say how easily tides deform the bodies; dimensionless. */
public enum TideParameter {
    /** Deformability of body 1. */
    LAMBDA_1((tides, masses) -> tides.one()),
    /** Deformability of body 2. */
    LAMBDA_2((tides, masses) -> tides.two()),
    /** {@link TidalDeformabilities#tilde}. */
    LAMBDA_TILDE(TidalDeformabilities::tilde),
    /** {@link TidalDeformabilities#deltaTilde}. */
    DELTA_LAMBDA_TILDE(TidalDeformabilities::deltaTilde),
    /** Half the sum of both. */
    LAMBDA_SYMMETRIC((tides, masses) -> (tides.two() + tides.one()) / 2),
    /** Half of lambda_2 - lambda_1. */
    LAMBDA_ANTISYMMETRIC((tides, masses) -> (tides.two() - tides.one()) / 2);

    private final Relation relation;

    TideParameter(Relation relation) {
        this.relation = relation;
    }

    /** bilby's name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(TideParameter::key).toList();
    }

    /** The value for two bodies. */
    public double of(TidalDeformabilities tides, ComponentMasses masses) {
        return relation.value(tides, masses);
    }

    /** A number from what both bodies are. */
    @FunctionalInterface
    private interface Relation {
        double value(TidalDeformabilities tides, ComponentMasses masses);
    }
}
