/**
 * The precession of IMRPhenomXP and IMRPhenomXPHM, arXiv:2004.06503: takes binaries and co-precessing modes in, gives
 * Euler angles, remnant spins and twisted modes out. Knows nothing of how the co-precessing modes are made.
 */
package org.chirpmill.model.phenomx.precession;
