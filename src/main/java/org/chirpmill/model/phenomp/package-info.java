/**
 * IMRPhenomPv2, arXiv:1308.3271 and arXiv:1408.1810: the (2, 2) mode of IMRPhenomD twisted by the precession of one
 * effective spin. Takes sources in, gives coefficient rows and polarizations out.
 */
package org.chirpmill.model.phenomp;
