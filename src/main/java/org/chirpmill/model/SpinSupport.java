package org.chirpmill.model;

/** Which spins a model takes. */
public enum SpinSupport {
    /** Spins along the orbital angular momentum only; others are refused, as LALSimulation refuses them. */
    ALIGNED,
    /** Spins in any direction. */
    PRECESSING
}
