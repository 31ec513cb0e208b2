/**
 * dingo-gw's HDF5 layout. Takes finished batches in, gives files out (and reads them back); knows nothing of priors
 * or models.
 */
package org.chirpmill.dataset;
