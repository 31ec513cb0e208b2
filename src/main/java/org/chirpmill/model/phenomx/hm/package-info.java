/**
 * IMRPhenomXHM, arXiv:2001.10914: the modes (2, 1), (3, 3), (3, 2) and (4, 4) beside IMRPhenomXAS's (2, 2). Takes
 * binaries and their remnants in, gives coefficient rows and modes out; the precessing models twist the same modes. The
 * fits are data: {@code xhm-amplitude-fits.txt}, {@code xhm-phase-fits.txt} and {@code ringdown-fits.txt}.
 */
package org.chirpmill.model.phenomx.hm;
