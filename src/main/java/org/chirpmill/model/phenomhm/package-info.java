/**
 * IMRPhenomHM: the modes beside (2, 2) of black holes with aligned spins, from IMRPhenomD by maps of frequencies,
 * arXiv:1708.00404. Takes sources in, gives coefficient rows, phases and amplitudes of modes out.
 */
package org.chirpmill.model.phenomhm;
