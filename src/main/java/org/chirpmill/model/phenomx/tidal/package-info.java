/**
 * Binary neutron stars in the IMRPhenomX family: the (2, 2) mode of IMRPhenomXAS with tides, seen by an observer or
 * twisted by precession. Takes sources in, gives coefficient rows and polarizations out; tides are those of
 * {@link org.chirpmill.model.tides}.
 */
package org.chirpmill.model.phenomx.tidal;
