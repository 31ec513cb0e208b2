package org.chirpmill.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The {@code waveform_generator} settings.
 *
 * @param approximant LALSimulation's name of the model
 * @param referenceFrequency f_ref, where spins and phase are given, Hz
 * @param startFrequency f_start, where waveforms begin if not at f_min, Hz
 * @param spinConversionPhase the phase that turns spin angles into Cartesian spins, rad; where empty, each source's own
 * @param modes the modes to include, empty for the model's default
 * @param precessionVersion {@code phenomx.prec_version}, LALSimulation's number of the precession's description, empty
 *     for the model's default
 * @param accuracy {@code accuracy}, how exactly waveforms are evaluated, as written; empty for the default
 */
public record WaveformGeneratorSettings(
    String approximant,
    double referenceFrequency,
    OptionalDouble startFrequency,
    OptionalDouble spinConversionPhase,
    List<Mode> modes,
    OptionalInt precessionVersion,
    Optional<String> accuracy) {

    /** Copies the modes. */
    public WaveformGeneratorSettings {
        modes = List.copyOf(modes);
    }

    /**
     * A spin-weighted spherical-harmonic mode.
     *
     * @param l degree, 2 or more
     * @param m order, from -l to l
     */
    public record Mode(int l, int m) {}
}
