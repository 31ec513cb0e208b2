/**
 * Reads HDF5 files that anybody may have written, in Java and within bounds: whatever a file says, nothing outside of
 * it is touched, no more memory is taken than it can fill, and an end is reached. jhdf reads its structure through
 * {@link org.chirpmill.hdf5.read.FileBytes}; rows are read from where that says that they lie. Knows nothing of what is
 * stored.
 */
package org.chirpmill.hdf5.read;
