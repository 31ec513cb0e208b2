/**
 * IMRPhenomNSBH: a black hole with a neutron star that its tide may tear apart, spins aligned, arXiv:2004.14001. Takes
 * sources in, gives coefficient rows and a mode out. Knows IMRPhenomD's phase, the tides' and the remnant of
 * IMRPhenomX.
 */
package org.chirpmill.model.phenomnsbh;
