/**
 * What is shown, kind by kind: takes frequencies, strain, draws, spectra in, gives panels with titles and units out.
 * Knows nothing of how panels become image files, nor of options.
 */
package org.chirpmill.figure;
