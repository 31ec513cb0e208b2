/**
 * IMRPhenomD: inspiral, merger and ringdown of black holes with aligned spins, arXiv:1508.07250 and arXiv:1508.07253.
 * Takes sources in, gives coefficient rows and polarizations out.
 */
package org.chirpmill.model.phenomd;
