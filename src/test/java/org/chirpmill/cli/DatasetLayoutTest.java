package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chirpmill.prior.StoredPriors;
import org.chirpmill.run.Version;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dataset's layout, which is dingo-gw's, as jhdf sees it. */
class DatasetLayoutTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "configs/quick.yaml, single, 2049", "configs/quick.yaml, double, 2049",
        "configs/multibanded_d.yaml, single, 432",
    })
    void theLayoutIsDingos(Path settings, String precision, int bins) {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(settings, set, "-n", 9, "--precision", precision);
        try (HdfFile file = new HdfFile(set)) {
            assertEquals(Set.of("chirpmill", "parameters", "polarizations", "version"), file.getChildren().keySet());
            assertEquals(Set.of("dataset_type", "settings"), file.getAttributes().keySet());
            assertEquals("waveform_dataset", file.getAttribute("dataset_type").getData());
            Dataset version = file.getDatasetByPath("version");
            assertTrue(version.isScalar(), "version is a scalar");
            assertEquals(Version.writer(), version.getData());

            Dataset parameters = file.getDatasetByPath("parameters");
            assertArrayEquals(new int[] {9}, parameters.getDimensions());
            assertEquals(List.of("chirp_mass", "mass_ratio", "chi_1", "chi_2", "theta_jn", "phase",
                "luminosity_distance", "geocent_time"), members(parameters, 8));

            assertEquals(Set.of("h_plus", "h_cross"),
                ((io.jhdf.api.Group) file.getByPath("polarizations")).getChildren().keySet());
            for (String name : List.of("h_plus", "h_cross")) {
                Dataset polarization = file.getDatasetByPath("polarizations/" + name);
                assertArrayEquals(new int[] {9, bins}, polarization.getDimensions(), name);
                assertEquals(List.of("r", "i"), members(polarization, precision.equals("single") ? 4 : 8), name);
            }

            Set<String> own = file.getByPath("chirpmill").getAttributes().keySet();
            assertEquals(new TreeSet<>(Set.of("accuracy", "backend", "code_version", "hardware", "rows",
                "rows_in_this_run",
                "seed", "wall_seconds")), new TreeSet<>(own));
        }
    }

    /** Names of a compound type's members, which must be floating-point numbers of so many bytes without gaps. */
    private static List<String> members(Dataset dataset, int bytes) {
        CompoundDataType type = (CompoundDataType) dataset.getDataType();
        assertEquals(type.getMembers().size() * bytes, type.getSize(), dataset.getPath());
        type.getMembers().forEach(member -> {
            assertEquals(FloatingPoint.class, member.getDataType().getClass(), member.getName());
            assertEquals(bytes, member.getDataType().getSize(), member.getName());
        });
        return type.getMembers().stream().map(CompoundDataType.CompoundDataMember::getName).toList();
    }

    private SettingsTree stored(Path settings) {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(settings, set, "-n", 3);
        try (HdfFile file = new HdfFile(set)) {
            return SettingsTree.ofPythonLiteral((String) file.getAttribute("settings").getData(), "set.hdf5");
        }
    }

    @Test
    void theSettingsAreStoredAsAPythonLiteralOfTheSameKeysAndValues() {
        SettingsTree written = DatasetSettings.read(Samples.QUICK).tree();
        SettingsTree stored = stored(Samples.QUICK);
        assertEquals(List.copyOf(written.root().keySet()), List.copyOf(stored.root().keySet()));
        for (String section : List.of("domain", "waveform_generator", "intrinsic_prior")) {
            boolean isPrior = section.equals("intrinsic_prior");
            assertEquals(isPrior ? storedPriors(written) : written.get(section), stored.get(section), section);
            assertEquals(List.copyOf(((Map<?, ?>) written.get(section)).keySet()),
                List.copyOf(((Map<?, ?>) stored.get(section)).keySet()), section);
        }
        assertEquals(3L, stored.get("num_samples"), "the command line's number counts");
    }

    /** In bilby's one form of each; StoredPriorsTest says which that is. */
    private static Map<String, Object> storedPriors(SettingsTree written) {
        Map<String, Object> priors = new LinkedHashMap<>();
        ((Map<?, ?>) written.get("intrinsic_prior")).forEach((key, prior) -> priors.put((String) key, prior));
        return StoredPriors.of(priors);
    }

    @Test
    void aBaseGridIsStoredInTheFormThatDingoTakes() {
        SettingsTree stored = stored(Samples.MULTIBANDED);
        assertEquals(Set.of("type", "nodes", "delta_f_initial", "base_domain"),
            ((Map<?, ?>) stored.get("domain")).keySet());
        assertEquals(Map.of("type", "UniformFrequencyDomain", "f_min", 20.0, "f_max", 520.0, "delta_f", 0.125),
            stored.get("domain.base_domain"));
    }
}
