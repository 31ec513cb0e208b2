/**
 * Binary neutron stars on the ground of IMRPhenomD: its (2, 2) mode with the tides of
 * {@link org.chirpmill.model.tides}. Takes sources in, gives coefficient rows and polarizations out.
 */
package org.chirpmill.model.phenomd.tidal;
