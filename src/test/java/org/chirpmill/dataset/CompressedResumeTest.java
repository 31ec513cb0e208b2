package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of coefficients that are stopped after every step: the basis must come through as the rows do. */
class CompressedResumeTest {
    private static final int ROWS = 23;
    private static final int SIZE = 5;
    private static final Map<String, String> CLOSING = Map.of("wall_seconds", "2");

    private final SvdBasis basis = basis(1);
    private final SampleRun run = run(basis);
    @TempDir
    private Path directory;
    private Path target;
    private byte[] undisturbed;

    private static SvdBasis basis(double first) {
        double[] v = new double[2 * 9 * SIZE];
        for (int k = 0; k < SIZE; k++) {
            v[2 * (k * SIZE + k)] = 1;
        }
        v[0] = Math.cos(first);
        v[1] = Math.sin(first);
        return new SvdBasis(9, v, new double[] {5, 4, 3, 2, 1},
            Optional.of(new Mismatches(List.of("mass_1", "mismatch n=5"), new double[][] {{30, 0.25}, {31, 0.5}})));
    }

    private static SampleRun run(SvdBasis basis) {
        DatasetHeader plain = SampleRun.of(ROWS, SIZE, Precision.SINGLE).header();
        Origin origin = new Origin(17, "1", "scalar", Accuracy.EXACT, RowRange.first(ROWS),
            new Compression(List.of(basis)).fingerprints());
        return new SampleRun(new DatasetHeader(plain.columns(), SIZE, Precision.SINGLE, plain.settings(),
            plain.version(), origin, plain.provenance()));
    }

    @BeforeEach
    void writeAnUndisturbedRun() throws IOException {
        Path calm = Files.createDirectory(directory.resolve("calm")).resolve("d.hdf5");
        try (DatasetWriter writer = DatasetWriter.create(calm, run.header(), Optional.of(basis), false)) {
            run.writeFrom(writer, 0, ROWS);
            writer.finish(CLOSING);
        }
        undisturbed = Files.readAllBytes(calm);
        target = Files.createDirectory(directory.resolve("run")).resolve("d.hdf5");
    }

    @Test
    void aKillAfterAnyStepLeavesTheBasisThatWasUsedOrNothing() throws IOException {
        List<Path> snapshots = new ArrayList<>();
        WriterEnvironment environment = new WriterEnvironment(0, 0, false, step -> {
            Path snapshot = directory.resolve(snapshots.size() + " after " + step);
            copy(target.getParent(), snapshot);
            snapshots.add(snapshot);
        }, where -> Long.MAX_VALUE);
        try (DatasetWriter writer =
                DatasetWriter.create(target, run.header(), Optional.of(basis), false, environment)) {
            run.writeFrom(writer, 0, 4);
            writer.finish(CLOSING);
        }
        assertTrue(snapshots.size() > 25, snapshots.size() + " steps");
        for (Path snapshot : snapshots) {
            Path file = snapshot.resolve("d.hdf5");
            // As generate does it: what is settled is used again, else the basis is made anew.
            Optional<SvdBasis> settled = DatasetWriter.settledBasis(file);
            settled.ifPresent(found -> assertArrayEquals(basis.v(), found.v(), snapshot.toString()));
            Optional<DatasetWriter> resumed =
                DatasetWriter.resume(file, run.header(), Optional.of(settled.orElse(basis)));
            if (resumed.isPresent()) {
                try (DatasetWriter writer = resumed.get()) {
                    assertTrue(writer.missingRows().first() == 0 || settled.isPresent(), "rows need their basis");
                    run.writeFrom(writer, writer.missingRows().first(), 4);
                    writer.finish(CLOSING);
                }
            }
            assertArrayEquals(undisturbed, Files.readAllBytes(file), snapshot.toString());
            assertEquals(List.of(file), filesIn(snapshot), "nothing else is left, " + snapshot);
        }
    }

    @Test
    void anotherBasisIsRefused() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), Optional.of(basis), false)) {
            run.write(writer, 0, 4);
        }
        SvdBasis other = basis(2);
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.resume(target, run(other).header(), Optional.of(other))).getMessage();
        assertTrue(message.contains("cannot be continued: its svd basis is "), message);
    }

    @Test
    void aPartThatLostItsBasisIsRefused() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), Optional.of(basis), false)) {
            run.write(writer, 0, 4);
        }
        Files.delete(target.resolveSibling("d.hdf5.part.basis"));
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.resume(target, run.header(), Optional.of(basis))).getMessage();
        assertTrue(message.endsWith("d.hdf5.part has lost its basis d.hdf5.part.basis, so its coefficients mean "
            + "nothing: start anew."), message);
    }

    @Test
    void theBasisIsReadBackFromTheDataset() throws IOException {
        try (DatasetReader reader = DatasetReader.open(directory.resolve("calm/d.hdf5"))) {
            SvdBasis read = reader.basis().orElseThrow();
            assertArrayEquals(basis.v(), read.v());
            assertArrayEquals(basis.singularValues(), read.singularValues());
            assertEquals(basis.mismatches().orElseThrow().columns(), read.mismatches().orElseThrow().columns());
            assertEquals(9, reader.bins());
            assertEquals(SIZE, reader.storedNumbers());
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectory(to);
            for (Path file : filesIn(from)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
