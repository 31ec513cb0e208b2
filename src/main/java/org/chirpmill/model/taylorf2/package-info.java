/**
 * TaylorF2: the post-Newtonian inspiral in the stationary-phase approximation, with spins along the orbital angular
 * momentum and tides. Takes sources in, gives coefficient rows and polarizations out.
 */
package org.chirpmill.model.taylorf2;
