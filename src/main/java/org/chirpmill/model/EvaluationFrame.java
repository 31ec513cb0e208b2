package org.chirpmill.model;

import org.chirpmill.domain.FrequencyGrid;

/**
 * What all waveforms of a run share.
 *
 * @param referenceFrequency f_ref, Hz: where spins and phase are given
 * @param grid the frequencies to evaluate at
 */
public record EvaluationFrame(double referenceFrequency, FrequencyGrid grid) {}
