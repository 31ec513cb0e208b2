package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.hdf5.UnusableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFileTest {
    private static final Path FILES = Path.of("src/test/resources/dataset");

    @Test
    void setsOnAListOfFrequenciesAreRead() throws IOException {
        try (ReferenceFile file = ReferenceFile.open(FILES.resolve("reference_samples.h5"))) {
            assertEquals(List.of("edge", "wide"), List.copyOf(file.names()));
            ReferenceSet wide = file.set("wide");
            assertEquals("wide", wide.name());
            assertEquals("IMRPhenomD", wide.approximant());
            assertEquals(20, wide.fRef());
            assertArrayEquals(new double[] {10, 20, 40, 80},
                assertInstanceOf(ReferenceGrid.Samples.class, wide.grid()).frequencies());
            assertEquals(List.of("mass_1", "mass_2", "phase"), wide.columns());
            assertEquals(3, wide.rows());
            assertEquals(1.25, wide.parameters()[2][wide.columns().indexOf("mass_2")]);
            assertArrayEquals(new double[] {3, 0, 3, 0.25, 3, 0.5, 3, 0.75}, wide.plus()[2]);
            assertArrayEquals(new double[] {-2, 0, -2, 0.25, -2, 0.5, -2, 0.75}, wide.cross()[1]);
            assertTrue(Double.isNaN(wide.plus()[1][0]), "a refused row is NaN");
            assertArrayEquals(new double[] {1e-13, 2e-13, 3e-13}, wide.noisePeak().orElseThrow(), 1e-28);
            assertEquals(Optional.empty(), file.set("edge").noisePeak());
            assertThrows(IllegalArgumentException.class, () -> file.set("production"));
        }
    }

    @Test
    void setsOnAUniformGridAreRead() throws IOException {
        try (ReferenceFile file = ReferenceFile.open(FILES.resolve("reference_uniform.h5"))) {
            assertEquals(List.of("IMRPhenomD/exact", "IMRPhenomXPHM/exact", "IMRPhenomXPHM/multibanded"),
                List.copyOf(file.names()));
            ReferenceSet set = file.set("IMRPhenomXPHM/multibanded");
            assertEquals("IMRPhenomXPHM", set.approximant());
            assertEquals(3, set.fRef());
            assertEquals(new ReferenceGrid.Uniform(2, 4, 0.5), set.grid());
            assertEquals(9, set.grid().bins());
            assertEquals(18, set.cross()[1].length);
            assertEquals(0.125, set.parameters()[1][0]);
            assertEquals(Optional.empty(), set.noisePeak());
        }
    }

    @Test
    void aGroupMayHaveAUniformGridOfItsOwn() throws IOException {
        Path tidal = Path.of("src/test/resources/reference/IMRPhenomXAS_NRTidalv3.h5");
        try (ReferenceFile file = ReferenceFile.open(tidal)) {
            assertEquals(Set.of("bns", "uniform_grid"), file.names());
            assertEquals(384, file.set("bns").grid().bins());
            ReferenceSet set = file.set("uniform_grid");
            assertEquals(new ReferenceGrid.Uniform(20, 2048, 0.125), set.grid());
            assertEquals(2 * 16385, set.plus()[5].length);
            assertEquals(0, set.plus()[0][2 * 159]);
            assertTrue(set.plus()[0][2 * 160] != 0);
            for (double[] row : set.cross()) {
                assertEquals(0, row[2 * 16384], "as dingo-gw gets it");
            }
        }
    }

    @Test
    void optionsAndSpreadAreRead() throws IOException {
        Path spinTaylor = Path.of("src/test/resources/reference/IMRPhenomXP_SpinTaylor.h5");
        try (ReferenceFile file = ReferenceFile.open(spinTaylor)) {
            ReferenceSet set = file.set("wide");
            assertEquals("IMRPhenomXP", set.approximant());
            assertEquals(Map.of("PhenomXPrecVersion", 320L, "PhenomXPFinalSpinMod", 2L), set.options());
            double[] spread = set.spreadPeak().orElseThrow();
            assertEquals(32, spread.length);
            assertEquals(0.005498592178231532, Arrays.stream(spread).max().orElseThrow());
        }
        try (ReferenceFile file = ReferenceFile.open(FILES.resolve("reference_samples.h5"))) {
            assertEquals(Map.of(), file.set("wide").options());
            assertEquals(Optional.empty(), file.set("wide").spreadPeak());
        }
    }

    @Test
    void knownErrorsAreReadFromTheTableBesideTheFile(@TempDir Path folder) throws IOException {
        Path copy = Files.copy(FILES.resolve("reference_samples.h5"), folder.resolve("samples.h5"));
        Path table = folder.resolve("samples_lal_error.tsv");
        try (ReferenceFile file = ReferenceFile.open(copy)) {
            assertEquals(Optional.empty(), file.set("wide").errorPeak(), "without a table");
        }
        Files.writeString(table, "# set\trow\terror\nwide\t2\t3e-4\nwide\t0\t1.5\n");
        try (ReferenceFile file = ReferenceFile.open(copy)) {
            assertArrayEquals(new double[] {1.5, 0, 3e-4}, file.set("wide").errorPeak().orElseThrow());
            assertEquals(Optional.empty(), file.set("edge").errorPeak());
        }
        Files.writeString(table, "wide\t3\t1e-4\n");
        try (ReferenceFile file = ReferenceFile.open(copy)) {
            assertEquals(table + " tells of row 3 of wide, which has 3 rows.",
                assertThrows(DatasetException.class, () -> file.set("wide")).getMessage());
        }
        for (String line : List.of("wide 2 1e-4", "wide\t-1\t1e-4", "wide\t1\t0", "wide\t1\t-1e-4", "wide\t1\tNaN",
                "wide\t1\t1e999", "wide\t1\t1e", "wide\t99999999999\t1", "")) {
            Files.writeString(table, "# set\trow\terror\n" + line + "\n");
            assertEquals("line 2 of " + table + " must be a set's name, a row and an error above 0, with tabs between.",
                assertThrows(DatasetException.class, () -> ReferenceFile.open(copy), line).getMessage());
        }
    }

    @Test
    void optionsThatAreNoDictionaryAreRefused(@TempDir Path folder) throws IOException {
        String content = Files.readString(
            Path.of("src/test/resources/reference/IMRPhenomXP_SpinTaylor.h5"), StandardCharsets.ISO_8859_1);
        Path other = Files.writeString(folder.resolve("other.h5"), content.replace(
            "{'PhenomXPrecVersion': 320, 'PhenomXPFinalSpinMod': 2}",
            "['PhenomXPrecVersion', 320, 'PhenomXPFinalSpinMod', 2]"), StandardCharsets.ISO_8859_1);
        assertEquals(other + " is no file of reference waveforms: its attribute options is no Python dictionary.",
            assertThrows(DatasetException.class, () -> ReferenceFile.open(other)).getMessage());
    }

    @Test
    void theDomainTextIsReadOrRefused() {
        assertEquals(Optional.of(new ReferenceGrid.Uniform(20, 1024, 0.125)), ReferenceGrid.Uniform.parse(
            "UniformFrequencyDomain f_min=20 f_max=1024 delta_f=0.125 (8193 bins, zero below f_min)"));
        assertEquals(Optional.empty(), ReferenceGrid.Uniform.parse("UniformFrequencyDomain f_min=20 f_max=1024"));
        assertEquals(Optional.empty(),
            ReferenceGrid.Uniform.parse("UniformFrequencyDomain f_min=20 f_max=1024 delta_f=0"));
        assertEquals(Optional.empty(),
            ReferenceGrid.Uniform.parse("UniformFrequencyDomain f_min=a f_max=1024 delta_f=1"));
        for (String numbers : List.of("f_min=20 f_max=1e12 delta_f=1e-6", "f_min=nan f_max=1024 delta_f=1",
                "f_min=20 f_max=10 delta_f=1", "f_min=20 f_max=64 delta_f=1e-300", "f_min=-1 f_max=64 delta_f=1",
                "f_min=20 f_max=Infinity delta_f=1", "f_min=20 f_max=64 delta_f=Infinity")) {
            assertEquals(Optional.empty(), ReferenceGrid.Uniform.parse("UniformFrequencyDomain " + numbers), numbers);
        }
    }

    @Test
    void otherFilesAreRefusedInOneSentence() {
        Path dingo = FILES.resolve("dingo.h5");
        assertEquals(dingo + " is no file of reference waveforms: it has no attribute f_ref.",
            assertThrows(DatasetException.class, () -> ReferenceFile.open(dingo)).getMessage());
        Path absent = FILES.resolve("absent.h5");
        assertEquals(absent + " does not exist.",
            assertThrows(UnusableFileException.class, () -> ReferenceFile.open(absent)).getMessage());
    }
}
