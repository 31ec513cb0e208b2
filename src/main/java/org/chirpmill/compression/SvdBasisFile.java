package org.chirpmill.compression;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.rows.Precision;

/** A basis on disk: {@code V}, {@code s} and {@code mismatches} of a group, as dingo-gw's {@code SVDBasis} has them. */
final class SvdBasisFile {
    private static final String GROUP_OF_A_DATASET = "svd";
    private static final String VECTORS = "V";
    private static final String VALUES = "s";
    private static final String MISMATCHES = "mismatches";
    private static final String DATASET_TYPE = "svd_basis";

    private SvdBasisFile() {}

    static SvdBasis read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UnusableFileException(file + " does not exist.");
        }
        try (Hdf5File hdf5 = Hdf5File.openForReading(file)) {
            if (hdf5.root().hasGroup(GROUP_OF_A_DATASET)) {
                try (Hdf5Group group = hdf5.root().openGroup(GROUP_OF_A_DATASET)) {
                    return load(group);
                }
            }
            if (!hdf5.root().has(VECTORS)) {
                throw new UnusableFileException(
                    file + " holds no SVD basis: neither V, as a basis's own file, nor svd/V, as a dataset.");
            }
            return load(hdf5.root());
        }
    }

    static SvdBasis load(Hdf5Group group) throws IOException {
        try (Hdf5Dataset vectors = Hdf5Dataset.open(group, VECTORS);
                Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE)) {
            BasisCheck.requireMatrix(vectors.extent());
            int bins = Math.toIntExact(vectors.extent()[0]);
            int size = Math.toIntExact(vectors.extent()[1]);
            double[] v = flat(vectors.doubles(complex, 2, 0, bins), 2 * size);
            return new SvdBasis(bins, v, values(group, size), mismatches(group));
        }
    }

    /** Files of dingo-gw may lack singular values: its bases need none. */
    private static double[] values(Hdf5Group group, int size) throws IOException {
        if (!group.has(VALUES)) {
            double[] unknown = new double[size];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        try (Hdf5Dataset values = Hdf5Dataset.open(group, VALUES); Hdf5Handle real = Hdf5Types.real()) {
            return flat(values.doubles(real, 1, 0, size), 1);
        }
    }

    private static Optional<Mismatches> mismatches(Hdf5Group group) throws IOException {
        if (!group.has(MISMATCHES)) {
            return Optional.empty();
        }
        try (Hdf5Dataset table = Hdf5Dataset.open(group, MISMATCHES)) {
            List<String> columns = table.fields();
            try (Hdf5Handle record = Hdf5Types.columns(columns)) {
                return Optional.of(new Mismatches(columns,
                    table.doubles(record, columns.size(), 0, Math.toIntExact(table.rows()))));
            }
        }
    }

    private static double[] flat(double[][] rows, int width) {
        double[] all = new double[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * width, width);
        }
        return all;
    }

    static void write(SvdBasis basis, Path file) throws IOException {
        Path part = vacant(file.resolveSibling(file.getFileName() + ".part"));
        try {
            try (Hdf5File hdf5 = Hdf5File.create(part)) {
                store(basis, hdf5.root());
                hdf5.root().putText("dataset_type", DATASET_TYPE);
            }
            complete(part, file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not write " + file + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** All else that the file holds, be it a dataset, stays: a copy of it is changed and takes its place. */
    static void replaceMismatches(Path named, Mismatches table) throws IOException {
        Path file = named.toRealPath();
        // Where file is a dataset, file.part may be an unfinished run that is to replace it.
        Path part = vacant(file.resolveSibling(file.getFileName() + ".mismatches.part"));
        try {
            Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES);
            try (Hdf5File hdf5 = Hdf5File.openForWriting(part)) {
                if (hdf5.root().hasGroup(GROUP_OF_A_DATASET)) {
                    try (Hdf5Group group = hdf5.root().openGroup(GROUP_OF_A_DATASET)) {
                        replace(group, table);
                    }
                } else {
                    replace(hdf5.root(), table);
                }
            }
            complete(part, file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not write " + named + ", which stays as it was: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void replace(Hdf5Group group, Mismatches table) throws IOException {
        if (group.has(MISMATCHES)) {
            group.remove(MISMATCHES);
        }
        store(table, group);
    }

    /** The same path, without what an attempt before may have left there. */
    private static Path vacant(Path part) throws IOException {
        Files.deleteIfExists(part);
        return part;
    }

    /** Puts what was written on the disk before it takes the name, so that no power cut leaves half of it there. */
    private static void complete(Path part, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void store(SvdBasis basis, Hdf5Group group) throws IOException {
        try (Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE); Hdf5Handle real = Hdf5Types.real()) {
            add(group, VECTORS, complex, basis.v(), basis.bins(), basis.size());
            add(group, VALUES, real, basis.singularValues(), basis.size());
        }
        if (basis.mismatches().isPresent()) {
            store(basis.mismatches().get(), group);
        }
    }

    private static void store(Mismatches table, Hdf5Group group) throws IOException {
        try (Hdf5Handle record = Hdf5Types.columns(table.columns())) {
            add(group, MISMATCHES, record, flat(table.values(), table.columns().size()), table.values().length);
        }
    }

    private static void add(Hdf5Group group, String name, Hdf5Handle type, double[] content, long... extent)
            throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.create(group, name, type, extent);
                DoublePointer values = new DoublePointer(content.length)) {
            values.put(content, 0, content.length);
            dataset.write(type, 0, extent[0], values);
        }
    }
}
