package org.chirpmill.settings;

import java.util.List;
import java.util.Map;
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
 * @param finalSpinModification {@code phenomx.final_spin_mod}, LALSimulation's number of the way that spins in the
 *     orbital plane change the remnant's, empty for the default
 * @param accuracy {@code accuracy}, how exactly waveforms are evaluated, as written; empty for the default
 */
public record WaveformGeneratorSettings(
    String approximant,
    double referenceFrequency,
    OptionalDouble startFrequency,
    OptionalDouble spinConversionPhase,
    List<Mode> modes,
    OptionalInt precessionVersion,
    OptionalInt finalSpinModification,
    Optional<String> accuracy) {

    /** Copies the modes. */
    public WaveformGeneratorSettings {
        modes = List.copyOf(modes);
    }

    /** The model as messages name it: with its angles, where they are not LALSimulation's default. */
    public String modelInWords() {
        return approximant + switch (precessionVersion.orElse(0)) {
            case ModelChoicesReader.SPIN_TAYLOR_ANGLES -> " (SpinTaylor angles)";
            case ModelChoicesReader.SINGLE_SPIN_ANGLES -> " (NNLO angles)";
            default -> "";
        };
    }

    /**
     * The generator of reference waveforms, by what LALSimulation was told beside the source.
     *
     * @param approximant LALSimulation's name of the model
     * @param referenceFrequency f_ref, Hz
     * @param options LALSimulation's options by their names, such as PhenomXPrecVersion
     * @param file the file that has them, for messages
     * @throws SettingsException where one of them is not here, or has a value that is not here
     */
    public static WaveformGeneratorSettings ofLalsimulation(
            String approximant, double referenceFrequency, Map<String, Object> options, String file) {
        return WaveformGeneratorReader.ofOptions(approximant, referenceFrequency, options, file);
    }

    /**
     * A spin-weighted spherical-harmonic mode.
     *
     * @param l degree, 2 or more
     * @param m order, from -l to l
     */
    public record Mode(int l, int m) {}
}
