/**
 * The HDF5 library as the other packages see it: files, groups, datasets and element types, one call at a time. Knows
 * nothing of what is stored.
 */
package org.chirpmill.hdf5;
