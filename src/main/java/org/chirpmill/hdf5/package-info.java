/**
 * The HDF5 library as the other packages see it: it lays out and finishes files of our own, one call at a time, and
 * never opens one of anybody else ({@code hdf5.read} does that without it). Knows nothing of what is stored.
 */
package org.chirpmill.hdf5;
