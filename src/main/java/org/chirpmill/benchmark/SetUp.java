package org.chirpmill.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What comes before the first waveform that counts; seconds.
 *
 * @param jvm from the start of the process to the command
 * @param settings reading settings, fitting the stages together, and the first row's draw
 * @param tables opening an evaluator with its tables of the grid, for the first time
 * @param warmUp the waveforms that were thrown away
 */
public record SetUp(double jvm, double settings, double tables, double warmUp) {
    /** All of it by name. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("jvm_start", jvm);
        named.put("settings_and_model", settings);
        named.put("tables", tables);
        named.put("warm_up", warmUp);
        return named;
    }
}
