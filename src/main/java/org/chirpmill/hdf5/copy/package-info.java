/** Lays out a file anew with what was read of another. */
package org.chirpmill.hdf5.copy;
