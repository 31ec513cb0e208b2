package org.chirpmill.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.settings.DatasetSettings;
import org.junit.jupiter.api.Test;

/** Waveforms as a program asks for them. */
class SingleWaveformsTest {
    private static final DatasetSettings XPHM = DatasetSettings.read(Path.of("configs/waveform_xphm.yaml"));
    private static final DatasetSettings MULTIBANDED = DatasetSettings.read(Path.of("configs/multibanded_d.yaml"));
    private static final Map<String, Double> ALIGNED = Map.of("mass_1", 36.0, "mass_2", 29.0, "chi_1", 0.3,
        "chi_2", -0.2, "theta_jn", 0.4, "phase", 1.1, "luminosity_distance", 500.0);

    private static SingleWaveforms opened(DatasetSettings settings) {
        return SingleWaveforms.of(settings, Choices.on(EvaluatorLookup.forced("scalar")));
    }

    @Test
    void aRepeatedMassIsTheSameWaveformAndAnotherOneIsRefused() throws SourceRefusedException {
        try (SingleWaveforms waveforms = opened(XPHM)) {
            Polarizations expected = waveforms.polarizations(ALIGNED);
            assertEquals(2 * waveforms.grid().bins(), expected.plus().length);
            Map<String, Double> repeated = new LinkedHashMap<>(ALIGNED);
            repeated.put("total_mass", 65.0);
            assertArrayEquals(expected.cross(), waveforms.polarizations(repeated).cross());
            repeated.put("total_mass", 66.0);
            assertTrue(assertThrows(SourceRefusedException.class, () -> waveforms.polarizations(repeated)).getMessage()
                .startsWith("total_mass is 66.0, but mass_1 and mass_2 make it 65"));
            assertEquals(List.of("masss_1"), waveforms.unknown(List.of("mass_1", "mass_2", "chi_1", "chi_2",
                "theta_jn", "phase", "luminosity_distance", "ra", "masss_1")));
        }
    }

    @Test
    void harmonicsAddUpToTheWaveform() throws SourceRefusedException {
        try (SingleWaveforms waveforms = opened(XPHM)) {
            double[] whole = waveforms.polarizations(ALIGNED).plus();
            double[] sum = new double[whole.length];
            double largest = 0;
            for (Polarizations part : waveforms.harmonics(ALIGNED).values()) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += part.plus()[k];
                    largest = Math.max(largest, Math.abs(whole[k]));
                }
            }
            assertArrayEquals(whole, sum, 1e-12 * largest);
        }
    }

    @Test
    void modesAreThoseOfModelsThatHaveThem() throws SourceRefusedException {
        try (SingleWaveforms xphm = opened(XPHM); SingleWaveforms d = opened(MULTIBANDED)) {
            Map<String, double[]> modes = xphm.modes(ALIGNED);
            assertEquals(Set.of("(2, 2)", "(2, 1)", "(3, 3)", "(3, 2)", "(4, 4)"), modes.keySet());
            assertEquals(xphm.grid().bins(), modes.get("(3, 3)").length);
            assertFalse(d.hasModes());
            assertThrows(UnsupportedOperationException.class, () -> d.modes(ALIGNED));
        }
    }

    @Test
    void underBandsLiesTheGridThatTheyAreMadeOf() throws SourceRefusedException {
        Choices choices = Choices.on(EvaluatorLookup.forced("scalar"));
        try (SingleWaveforms banded = SingleWaveforms.of(MULTIBANDED, choices);
            SingleWaveforms uniform = SingleWaveforms.onUniformGrid(MULTIBANDED, choices)) {
            assertFalse(banded.grid().isUniform());
            assertTrue(uniform.grid().isUniform());
            assertTrue(uniform.grid().bins() > banded.grid().bins());
            assertEquals(2 * uniform.grid().bins(), uniform.polarizations(ALIGNED).plus().length);
        }
    }

    @Test
    void theyAreExactUnlessChoicesOrSettingsSayOtherwise() {
        Choices vector = Choices.on(EvaluatorLookup.forced("vector"));
        DatasetSettings asking = DatasetSettings.of(XPHM.tree().with("waveform_generator.accuracy", "fast(1e-7)"));
        try (SingleWaveforms silent = SingleWaveforms.of(XPHM, vector);
            SingleWaveforms asked = SingleWaveforms.of(asking, vector);
            SingleWaveforms chosen = SingleWaveforms.of(asking, vector.withAccuracy(new Accuracy(1e-8)))) {
            assertEquals(Accuracy.EXACT, silent.accuracy());
            assertEquals(new Accuracy(1e-7), asked.accuracy());
            assertEquals(new Accuracy(1e-8), chosen.accuracy());
        }
    }
}
