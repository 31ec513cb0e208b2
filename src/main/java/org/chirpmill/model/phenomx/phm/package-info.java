/**
 * IMRPhenomXP and IMRPhenomXPHM: the modes of the co-precessing frame twisted by the precession of the orbital plane.
 * Takes sources in, gives coefficient rows and polarizations out.
 */
package org.chirpmill.model.phenomx.phm;
