package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of others, by the mapping that they stand in. Sources: dingo-gw 0.10.3 and its earlier releases, dingo's BNS
 * branch of 2023, dingo-waveform of January 2026; of LALSimulation 7.26 the defaults that
 * {@code SimInspiralWaveformParamsLookup...} gives of an empty dictionary.
 */
final class ForeignKeys {
    private static final String NOISE = "scales the noise of earlier dingo releases, not waveforms, and is ignored";
    private static final String TIME = "belongs to a time domain and is ignored";
    private static final String BANDS = "tells how dingo's BNS branch searches for bands and is ignored: nodes and "
        + "delta_f_initial are taken as they are";
    private static final String SPAN = "follows from the nodes and is ignored";
    private static final String EFFECTIVE_ONE_BODY = "is an option of SEOBNRv5 models and is ignored";
    private static final String INTERPOLATION = "tells how coarsely LALSimulation interpolates and is ignored: "
        + "accuracy tells how exactly waveforms are evaluated here";

    private static final Map<String, ForeignKey> TOP = Map.of(
        "svd", new ForeignKey.Idle("at the top level is a block of dingo-waveform's SVD examples and is ignored:"
            + " compression is described under compression.svd"));

    private static final Map<String, ForeignKey> DOMAIN = table(
        Map.of("window_factor", NOISE, "delta_t", TIME, "time_duration", TIME, "sampling_rate", TIME,
            "num_samples_band_generation", BANDS, "multibanding_method", BANDS, "delta_f_max", BANDS,
            "f_min", SPAN, "f_max", SPAN),
        Map.of(),
        List.of("nodes", "delta_f", "delta_f_initial", "base_domain", "base_delta_f", "truncation_range"));

    private static final Map<String, ForeignKey> GENERATOR = table(
        Map.ofEntries(
            Map.entry("new_interface", "chooses between interfaces of LALSimulation and is ignored"),
            Map.entry("use_dft_phase_decomposition", "chooses how dingo-gw takes waveforms apart by m and is ignored"),
            Map.entry("lmax_nyquist", EFFECTIVE_ONE_BODY),
            Map.entry("postadiabatic", EFFECTIVE_ONE_BODY),
            Map.entry("postadiabatic_type", EFFECTIVE_ONE_BODY),
            Map.entry("PhenomXHMThresholdMband", INTERPOLATION),
            Map.entry("PhenomXPHMThresholdMband", INTERPOLATION),
            Map.entry("PhenomXHMAmpInterpolMB", INTERPOLATION),
            Map.entry("PhenomXPHMMBandVersion", INTERPOLATION)),
        Map.ofEntries(
            Map.entry("enable_antisymmetric_modes", false),
            Map.entry("antisymmetric_modes_hm", false),
            Map.entry("PNPhaseOrder", -1L),
            Map.entry("PNAmplitudeOrder", -1L),
            Map.entry("PNSpinOrder", -1L),
            Map.entry("PNTidalOrder", -1L),
            Map.entry("PhenomXHMReleaseVersion", 122022L),
            Map.entry("PhenomXPExpansionOrder", 5L),
            Map.entry("PhenomXPConvention", 1L),
            Map.entry("PhenomXPTransPrecessionMethod", 1L),
            Map.entry("PhenomXPHMTwistPhenomHM", 0L),
            Map.entry("PhenomXPHMModesL0Frame", 0L),
            Map.entry("PhenomXPHMUseModes", 0L),
            Map.entry("PhenomXPHMPrecModes", 0L),
            Map.entry("PhenomXPNRUseTunedAngles", 0L),
            Map.entry("PhenomXPNRUseTunedCoprec", 0L),
            Map.entry("PhenomXAntisymmetricWaveform", 0L)),
        List.of("domain", "transform", "lal_params", "waveform_arguments"));

    /** What LALSimulation sets for IMRPhenomXO4a and IMRPhenomXPNR, where nothing else is said. */
    private static final Map<String, Object> TUNED_TO_NUMERICAL_RELATIVITY = Map.of(
        "PhenomXPNRUseTunedAngles", 1L,
        "PhenomXPNRUseTunedCoprec", 1L,
        "PhenomXAntisymmetricWaveform", 1L);
    private static final Map<String, Map<String, ForeignKey>> GENERATORS = Map.of(
        "IMRPhenomXPNR", changed(GENERATOR, TUNED_TO_NUMERICAL_RELATIVITY),
        // LALSimulation takes an earlier release of the higher modes for it, whatever it is told.
        "IMRPhenomXO4a", changed(changed(GENERATOR, TUNED_TO_NUMERICAL_RELATIVITY),
            Map.of("PhenomXHMReleaseVersion", 122019L)));

    private static final Map<String, ForeignKey> HETERODYNING = Map.of(
        "fixed_parameters", new ForeignKey.Missing("is dingo-gw's for one chirp mass in place of each waveform's own "
            + "and not there: Chirpmill heterodynes each row at its own parameters"));

    private ForeignKeys() {}

    /** Those of the mapping at a path. */
    static Map<String, ForeignKey> of(String path) {
        return switch (path) {
            case "" -> TOP;
            case "domain", "domain.base_domain" -> DOMAIN;
            case "compression.phase_heterodyning" -> HETERODYNING;
            default -> Map.of();
        };
    }

    /** Those of the generator of a model. */
    static Map<String, ForeignKey> ofGenerator(String approximant) {
        return GENERATORS.getOrDefault(approximant, GENERATOR);
    }

    private static Map<String, ForeignKey> changed(Map<String, ForeignKey> table, Map<String, Object> fixed) {
        Map<String, ForeignKey> other = new LinkedHashMap<>(table);
        fixed.forEach((key, only) -> other.put(key, new ForeignKey.Fixed(only)));
        return Map.copyOf(other);
    }

    private static Map<String, ForeignKey> table(Map<String, String> idle, Map<String, Object> fixed,
            List<String> elsewhere) {
        Map<String, ForeignKey> table = new LinkedHashMap<>();
        idle.forEach((key, reason) -> table.put(key, new ForeignKey.Idle(reason)));
        fixed.forEach((key, only) -> table.put(key, new ForeignKey.Fixed(only)));
        elsewhere.forEach(key -> table.put(key, new ForeignKey.Elsewhere()));
        return Map.copyOf(table);
    }
}
