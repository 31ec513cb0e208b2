package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorFileTest {
    private static final String REST = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
        """;
    private static final String PRIOR = """
        # Lines that begin with # are ignored.
        chirp_mass = bilby.gw.prior.UniformInComponentsChirpMass(name='chirp_mass', minimum=25, maximum=100)

        mass_ratio=0.8
         phase  =  Uniform( name = 'phase' , minimum=0, maximum=2 * np.pi)\s\s
        # tilt_1 = Sine()
        geocent_time = -1e-2
        """;

    @TempDir
    private Path folder;

    private Path prior;

    @BeforeEach
    void putFiles() throws IOException {
        prior = Files.writeString(folder.resolve("bbh.prior"), PRIOR);
    }

    private Path settings(String lastLines) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), REST + lastLines);
    }

    @ParameterizedTest
    @CsvSource({"prior", "intrinsic_prior"})
    void aFileStandsForTheMappingThatItHolds(String key) throws IOException {
        DatasetSettings settings = DatasetSettings.read(settings(key + ": bbh.prior\n"));
        assertEquals(List.of("chirp_mass", "mass_ratio", "phase", "geocent_time"),
            new ArrayList<>(settings.prior().keySet()));
        assertEquals(new PriorEntry("Uniform( name = 'phase' , minimum=0, maximum=2 * np.pi)", OptionalInt.of(5)),
            settings.prior().get("phase"));
        assertEquals("0.8", settings.prior().get("mass_ratio").value());
        assertEquals(key, settings.priorKey());
    }

    @Test
    void theDatasetStoresWhatTheFileHoldsAndNotItsName() throws IOException {
        SettingsTree stored = DatasetSettings.read(settings("prior: bbh.prior\n")).forDataset();
        assertEquals("0.8", stored.get("intrinsic_prior.mass_ratio"));
        assertEquals(null, stored.get("prior"));
    }

    @Test
    void refusalsNameTheFileAndItsLine() throws IOException {
        DatasetSettings settings = DatasetSettings.read(settings("prior: bbh.prior\nnum_samples: 5\n"));
        assertEquals("phase is wrong (" + prior + ", line 5).",
            settings.priorRefusal("phase", "phase is wrong").getMessage());
        assertEquals(prior.toString(), settings.tree().place("prior.absent").split(",")[0]);
        assertEquals(folder.resolve("s.yaml") + ", line 4", settings.tree().place("num_samples"));
    }

    /** What is renamed is another entry, and takes the name of the prior's file from none. */
    @Test
    void refusalsNameTheFileWhereLalsimulationsNamesAreTakenToo() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yaml"),
            REST.replace("f_ref", "PhenomXPrecVersion: 102, f_ref") + "prior: bbh.prior\n");
        assertEquals("phase is wrong (" + prior + ", line 5).",
            DatasetSettings.read(settings).priorRefusal("phase", "phase is wrong").getMessage());
    }

    @Test
    void aFileOfTheCallersTakesThePlaceOfAnyPrior() throws IOException {
        for (String own : new String[] {"", "prior: {chirp_mass: 30, phase: default}\n", "prior: gone.prior\n",
            "intrinsic_prior:\n  phase: 1\n  a_1: 2\n"}) {
            DatasetSettings settings = read(settings(own), prior);
            assertEquals(List.of("chirp_mass", "mass_ratio", "phase", "geocent_time"),
                new ArrayList<>(settings.prior().keySet()), own);
            assertEquals("x (" + prior + ", line 2).", settings.priorRefusal("chirp_mass", "x").getMessage(), own);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "mass_1 Uniform(5, 6) | 'mass_1 Uniform(5, 6)' must be a parameter, an equals sign and its prior, all of it in"
            + " one line (FILE, line 2).",
        "mass_1 = Uniform(\\n 5, 6) | '5, 6)' must be a parameter, an equals sign and its prior, all of it in one line"
            + " (FILE, line 3).",
        "= Uniform(5, 6) | '= Uniform(5, 6)' lacks the parameter (FILE, line 2).",
        "mass_1 = | 'mass_1 =' lacks the prior (FILE, line 2).",
        "mass_1 = 5\\nmass_2 = 4\\n mass_1=6 | mass_1 is given twice, first in line 2 (FILE, line 4)."})
    void whatBilbyWouldTakeForSomethingElseIsRefused(String lines, String sentence) throws IOException {
        Files.writeString(prior, "# a prior\n" + lines.replace("\\n", "\n"));
        assertEquals(sentence.replace("FILE", prior.toString()),
            assertThrows(SettingsException.class, () -> read(settings(""), prior)).getMessage());
    }

    @Test
    void aFileWithoutPriorsIsRefused() throws IOException {
        Files.writeString(prior, "# mass_1 = 5\n\n   \n");
        assertEquals("The prior file " + prior + " holds no prior.",
            assertThrows(SettingsException.class, () -> read(settings(""), prior)).getMessage());
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        Path gone = folder.resolve("gone.prior");
        assertEquals("The prior file " + gone + " does not exist.",
            assertThrows(SettingsException.class, () -> read(settings(""), gone)).getMessage());
        assertEquals("The prior file " + folder + " is a folder.",
            assertThrows(SettingsException.class, () -> read(settings(""), folder)).getMessage());
        String name = "prior is 'aligned_spins_bbh.prior' but must be a mapping of parameters to their priors, or name"
            + " a .prior file beside the settings, where there is none of that name (" + folder.resolve("s.yaml")
            + ", line 3).";
        Path settings = settings("prior: aligned_spins_bbh.prior\n");
        assertEquals(name, assertThrows(SettingsException.class, () -> DatasetSettings.read(settings)).getMessage());
    }

    /** Anybody may have written them, and no file of this machine is any business of theirs. */
    @Test
    void settingsInADatasetOpenNoFile() {
        SettingsTree stored = SettingsTree.ofPythonLiteral("{'domain': {'type': 'UniformFrequencyDomain', 'f_min': 20, "
            + "'f_max': 64, 'delta_f': 1}, 'waveform_generator': {'approximant': 'IMRPhenomD', 'f_ref': 20}, "
            + "'intrinsic_prior': '" + prior + "'}", "d.hdf5");
        assertEquals("intrinsic_prior is " + SettingsTree.shown(prior.toString()) + " but must be a mapping of"
            + " parameters to their priors (d.hdf5).",
            assertThrows(SettingsException.class, () -> DatasetSettings.of(stored)).getMessage());
    }

    private static DatasetSettings read(Path settings, Path prior) {
        return DatasetSettings.read(settings, Optional.of(prior), UnknownKeys.REFUSED, SettingsJudge.NONE);
    }
}
