package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigsTest {
    private static final Path CONFIGS = Path.of("configs");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyConfigIsReadWithoutAWarning(Path file) {
        assertEquals(List.of(), DatasetSettings.read(file).warnings(), file.toString());
    }

    @Test
    void theFilesThatTheGuideNamesAreThere() throws IOException {
        List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();
        assertEquals(List.of("bns_multibanded.yaml", "bns_uniform.yaml", "multibanded_d.yaml", "multibanded_xphm.yaml",
            "nsbh.yaml", "production_xphm.yaml", "production_xphm_svd.yaml", "quick.yaml", "quick_svd.yaml",
            "waveform.yaml", "waveform_xphm.yaml"), names);
    }

    @Test
    void theQuickSetIsAThousandRows() {
        DatasetSettings quick = DatasetSettings.read(CONFIGS.resolve("quick.yaml"));
        assertEquals(new DomainSettings.Uniform(20, 512, 0.25), quick.domain());
        assertEquals("IMRPhenomD", quick.waveformGenerator().approximant());
        assertEquals(OptionalLong.of(1000), quick.numSamples());
        assertTrue(quick.compression().isEmpty());
    }

    @Test
    void theCompressedProductionSetIsDingos() {
        DatasetSettings production = DatasetSettings.read(CONFIGS.resolve("production_xphm_svd.yaml"));
        CompressionSettings compression = production.compression().orElseThrow();
        assertEquals(OptionalLong.of(5_000_000), production.numSamples());
        assertEquals("aLIGO_ZERO_DET_high_P_asd.txt", compression.whitening().orElseThrow());
        assertEquals(OptionalLong.of(200), compression.svd().orElseThrow().size());
        assertEquals(OptionalLong.of(50_000), compression.svd().orElseThrow().trainingSamples());
        assertEquals(10_000, compression.svd().orElseThrow().validationSamples());
    }

    /** Of its uniform and its multibanded settings dingo-gw 0.10.3 makes so many bins. */
    @Test
    void theNeutronStarsAreDingos() {
        for (String name : List.of("bns_uniform.yaml", "bns_multibanded.yaml")) {
            DatasetSettings stars = DatasetSettings.read(CONFIGS.resolve(name));
            assertEquals("IMRPhenomXP_NRTidalv3", stars.waveformGenerator().approximant(), name);
            assertEquals(OptionalLong.of(30_000_000), stars.numSamples(), name);
            assertEquals("default", stars.prior().get("lambda_1").value(), name);
            CompressionSettings compression = stars.compression().orElseThrow();
            assertEquals(OptionalInt.of(0), compression.heterodyning(), name);
            assertEquals(OptionalLong.of(200), compression.svd().orElseThrow().size(), name);
            assertTrue(compression.whitening().isEmpty(), name);
            double[] frequencies = FrequencyDomain.of(stars.domain()).grid().frequencies();
            boolean isUniform = stars.domain() instanceof DomainSettings.Uniform;
            assertEquals(isUniform ? 262_145 : 3_735, frequencies.length, name);
            assertEquals(isUniform ? 0 : 20.0, frequencies[0], name);
            assertEquals(isUniform ? 2048 : 2047.48046875, frequencies[frequencies.length - 1], 1e-12, name);
        }
    }

    @Test
    void theSingleWaveformHasParametersAndNoPrior() {
        DatasetSettings waveform = DatasetSettings.read(CONFIGS.resolve("waveform.yaml"));
        assertTrue(waveform.prior().isEmpty());
        assertFalse(waveform.waveformParameters().isEmpty());
    }
}
