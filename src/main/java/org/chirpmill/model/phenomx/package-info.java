/**
 * The IMRPhenomX family: IMRPhenomXAS, arXiv:2001.11412, and what its siblings share with it. Takes sources in, gives
 * coefficient rows and polarizations out. The fits are data: {@code xas-fits.txt} and {@code remnant-fits.txt}.
 */
package org.chirpmill.model.phenomx;
