package org.chirpmill.model;

/** Which bodies a model describes. */
public enum Bodies {
    /** Two black holes: tidal deformabilities are refused unless they are 0, as LALSimulation refuses them. */
    BLACK_HOLES,
    /** Two bodies that tides deform, or not. */
    NEUTRON_STARS,
    /** A black hole and a lighter neutron star, whose spin is zero or remarked on. */
    BLACK_HOLE_AND_NEUTRON_STAR
}
