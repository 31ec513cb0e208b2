/**
 * Frequency domains as dingo-gw defines them. Takes the {@code domain} settings in, gives the grid of frequencies
 * on which waveforms are evaluated and stored out; knows nothing of sources, models or files.
 */
package org.chirpmill.domain;
