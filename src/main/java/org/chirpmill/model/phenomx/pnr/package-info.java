/**
 * IMRPhenomXO4a and IMRPhenomXPNR, arXiv:2312.10025: precessing waveforms with angles and co-precessing modes tuned to
 * numerical relativity, each mode at mapped angles of its own, and the part of the (2, 2) mode that is antisymmetric
 * under reflection at the orbital plane. Takes precessing sources, gives rows and polarizations; must not know
 * IMRPhenomXPHM.
 */
package org.chirpmill.model.phenomx.pnr;
