package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chirpmill.hdf5.UnusableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dingo-gw's own basis comes from reference-scripts/compression_files.py. */
class SvdBasisFileTest {
    private static final Path FOLDER = Path.of("src/test/resources/compression");
    private static final Path THEIRS = FOLDER.resolve("dingo_basis.h5");
    private static final Path THEIR_ROWS = FOLDER.resolve("dingo_basis_rows.h5");

    @TempDir
    private Path folder;

    @Test
    void aBasisOfDingoGwIsReadWithItsMismatches() throws IOException {
        SvdBasis basis = SvdBasis.read(THEIRS);
        assertEquals(90, basis.bins());
        assertEquals(60, basis.size());
        Mismatches mismatches = basis.mismatches().orElseThrow();
        assertEquals(List.of("mass", "spin", "mismatch n=50", "mismatch n=60"), mismatches.columns());
        assertEquals(12, mismatches.values().length);
    }

    @Test
    void rowsAreCompressedAndGivenBackAsDingoGwDoesIt() throws IOException {
        SvdBasis basis = SvdBasis.read(THEIRS);
        double[][] rows = complex("waveforms");
        double[][] coefficients = complex("coefficients");
        double[][] decompressed = complex("decompressed");
        for (int row = 0; row < rows.length; row++) {
            assertArrayEquals(coefficients[row], basis.compress(rows[row]), 1e-12, "row " + row);
            assertArrayEquals(decompressed[row], basis.decompress(coefficients[row]), 1e-12, "row " + row);
        }
    }

    @Test
    void aTrainedBasisHasDingosSingularValues() throws Exception {
        double[][] rows = complex("training");
        try (Arena arena = Arena.ofConfined()) {
            ComplexMatrix columns = ComplexMatrix.zeros(arena, 80, rows.length);
            for (int row = 0; row < rows.length; row++) {
                for (int bin = 0; bin < 80; bin++) {
                    columns.set(bin, row, rows[row][2 * (10 + bin)], rows[row][2 * (10 + bin) + 1]);
                }
            }
            SvdBasis ours =
                BasisTraining.train(new RowsInMemory(columns, 10), TrainingPlan.of(80, 65, 60)).basis();
            double[] theirs = SvdBasis.read(THEIRS).singularValues();
            assertArrayEquals(theirs, ours.singularValues(), 1e-12 * theirs[0]);
        }
    }

    @Test
    void whatIsWrittenIsReadBackAndLaidOutAsDingosFile() throws IOException {
        SvdBasis basis = SvdBasis.read(THEIRS);
        Path file = folder.resolve("basis.hdf5");
        basis.write(file);
        SvdBasis again = SvdBasis.read(file);
        assertArrayEquals(basis.v(), again.v());
        assertArrayEquals(basis.singularValues(), again.singularValues());
        assertArrayEquals(basis.mismatches().orElseThrow().values(), again.mismatches().orElseThrow().values());
        try (HdfFile ours = new HdfFile(file); HdfFile theirs = new HdfFile(THEIRS)) {
            assertEquals("svd_basis", ours.getAttribute("dataset_type").getData());
            for (String name : List.of("V", "s", "mismatches")) {
                assertArrayEquals(theirs.getDatasetByPath(name).getDimensions(),
                    ours.getDatasetByPath(name).getDimensions());
                assertEquals(theirs.getDatasetByPath(name).getDataType().getDataClass(),
                    ours.getDatasetByPath(name).getDataType().getDataClass());
            }
        }
        assertEquals(List.of(file), Files.list(folder).toList(), "nothing else is left in the folder");
    }

    @Test
    void newMismatchesTakeThePlaceOfTheOldAndNothingElseChanges() throws IOException {
        Path file = Files.copy(THEIRS, folder.resolve("basis.hdf5"));
        Mismatches measured = new Mismatches(List.of("spin", "mismatch n=50", "mismatch n=60"),
            new double[][] {{0.5, 1e-3, 1e-4}, {0.75, 2e-3, 2e-4}});
        SvdBasis.writeMismatches(file, measured);
        SvdBasis again = SvdBasis.read(file);
        assertEquals(measured.columns(), again.mismatches().orElseThrow().columns());
        assertArrayEquals(measured.values(), again.mismatches().orElseThrow().values());
        try (HdfFile ours = new HdfFile(file); HdfFile theirs = new HdfFile(THEIRS)) {
            assertEquals(theirs.getChildren().keySet(), ours.getChildren().keySet());
            assertEquals(theirs.getAttributes().keySet(), ours.getAttributes().keySet());
            assertEquals("svd_basis", ours.getAttribute("dataset_type").getData());
            for (String name : List.of("V", "s")) {
                assertEquals(((ContiguousDataset) theirs.getDatasetByPath(name)).getBuffer(),
                    ((ContiguousDataset) ours.getDatasetByPath(name)).getBuffer(), name);
            }
        }
        assertEquals(List.of(file), Files.list(folder).toList(), "nothing else is left in the folder");
    }

    @Test
    void mismatchesThatCannotBeWrittenLeaveTheFileAsItWas() throws IOException {
        Path file = Files.write(folder.resolve("basis.hdf5"), Arrays.copyOf(Files.readAllBytes(THEIRS), 3000));
        byte[] before = Files.readAllBytes(file);
        Mismatches measured = new Mismatches(List.of("mismatch n=60"), new double[][] {{1e-4}});
        String message =
            assertThrows(UnusableFileException.class, () -> SvdBasis.writeMismatches(file, measured)).getMessage();
        assertTrue(message.startsWith(file + " cannot be read: "), message);
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of(file), Files.list(folder).toList(), "nothing else is left in the folder");
    }

    @Test
    void aTruncatedBasisKeepsTheFirstVectorsAndTheirMismatches() throws IOException {
        SvdBasis basis = SvdBasis.read(THEIRS);
        SvdBasis first = basis.truncated(50);
        double[] row = complex("waveforms")[0];
        assertArrayEquals(Arrays.copyOf(basis.compress(row), 100), first.compress(row), 1e-15);
        assertEquals(List.of("mass", "spin", "mismatch n=50"), first.mismatches().orElseThrow().columns());
    }

    @Test
    void aFileWithoutABasisIsRefused() throws IOException {
        Path other = Path.of("src/test/resources/dataset/dingo.h5");
        assertEquals(other + " holds no SVD basis: neither V, as a basis's own file, nor svd/V, as a dataset.",
            assertThrows(UnusableFileException.class, () -> SvdBasis.read(other)).getMessage());
        Path text = Files.writeString(folder.resolve("a.txt"), "no HDF5 at all");
        assertTrue(assertThrows(UnusableFileException.class, () -> SvdBasis.read(text)).getMessage()
            .startsWith(text + " is not a readable HDF5 file"));
    }

    private static double[][] complex(String name) {
        try (HdfFile file = new HdfFile(THEIR_ROWS)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> parts = (Map<String, Object>) file.getDatasetByPath(name).getData();
            double[][] real = (double[][]) parts.get("r");
            double[][] imaginary = (double[][]) parts.get("i");
            double[][] rows = new double[real.length][2 * real[0].length];
            for (int row = 0; row < rows.length; row++) {
                for (int bin = 0; bin < real[row].length; bin++) {
                    rows[row][2 * bin] = real[row][bin];
                    rows[row][2 * bin + 1] = imaginary[row][bin];
                }
            }
            return rows;
        }
    }
}
