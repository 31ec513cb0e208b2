/** {@code chirpmill plot}: reads which waveform, dataset or basis is to be seen, hands it to its figure. */
package org.chirpmill.cli.plot;
