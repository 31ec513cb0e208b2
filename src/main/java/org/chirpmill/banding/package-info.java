/**
 * Chooses the bands of a multibanded grid. Takes waveforms on a fine uniform grid and a mismatch in, gives the fewest
 * bins from which the waveforms can be interpolated that well out; knows nothing of sources, models or settings.
 */
package org.chirpmill.banding;
