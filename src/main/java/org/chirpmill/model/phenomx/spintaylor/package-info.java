/**
 * The inspiral of a precessing binary by its orbit-averaged post-Newtonian equations, from which LALSimulation's
 * versions 320 and 330 of IMRPhenomXP and IMRPhenomXPHM take their angles: takes a binary and velocities in, gives the
 * directions of orbit and spins out. Knows nothing of modes or rows.
 */
package org.chirpmill.model.phenomx.spintaylor;
