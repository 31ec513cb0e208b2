package org.chirpmill.compression;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.chirpmill.files.NewFile;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.hdf5.copy.Hdf5Copy;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredFile;
import org.chirpmill.hdf5.read.StoredGroup;
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
        try (StoredFile hdf5 = StoredFile.open(file)) {
            if (hdf5.root().hasGroup(GROUP_OF_A_DATASET)) {
                return ofDataset(hdf5.root());
            }
            if (!hdf5.root().has(VECTORS)) {
                throw new UnusableFileException(
                    file + " holds no SVD basis: neither V, as a basis's own file, nor svd/V, as a dataset.");
            }
            return withSampling(load(hdf5.root()), hdf5.root());
        }
    }

    static SvdBasis ofDataset(StoredGroup root) throws IOException {
        return withSampling(load(root.group(GROUP_OF_A_DATASET)), root);
    }

    private static SvdBasis withSampling(SvdBasis basis, StoredGroup root) throws IOException {
        return basis.with(SampledBinsFile.find(root, basis.size()));
    }

    private static SvdBasis load(StoredGroup group) throws IOException {
        StoredArray vectors = group.array(VECTORS);
        long[] extent = vectors.extent();
        if (!vectors.isComplexMatrix()) {
            throw group.refusal("'" + group.path() + VECTORS + "' is no table of complex numbers, one row a bin");
        }
        int size = Math.toIntExact(extent[1]);
        double[] v = flat(vectors.all(), 2 * size);
        return new SvdBasis(Math.toIntExact(extent[0]), v, values(group, size), mismatches(group));
    }

    /** Files of dingo-gw may lack singular values: its bases need none. */
    private static double[] values(StoredGroup group, int size) throws IOException {
        if (!group.has(VALUES)) {
            double[] unknown = new double[size];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        StoredArray values = group.array(VALUES);
        if (!values.isList() || values.rows() < size) {
            throw group.refusal("'" + group.path() + VALUES + "' is no list of the singular values of " + size
                + " vectors");
        }
        return flat(values.doubles(0, size), 1);
    }

    private static Optional<Mismatches> mismatches(StoredGroup group) throws IOException {
        if (!group.has(MISMATCHES)) {
            return Optional.empty();
        }
        StoredArray table = group.array(MISMATCHES);
        if (!table.isTable()) {
            throw group.refusal("'" + group.path() + MISMATCHES + "' is no table");
        }
        return Optional.of(new Mismatches(table.fields(), table.all()));
    }

    static double[] flat(double[][] rows, int width) {
        double[] all = new double[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * width, width);
        }
        return all;
    }

    static void write(SvdBasis basis, Path file) throws IOException {
        try (NewFile unfinished = NewFile.beside(file)) {
            fill(unfinished.path(), basis);
            unfinished.replace(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    static void create(SvdBasis basis, Path file) throws IOException {
        try {
            fill(file, basis);
        } catch (IOException e) {
            throw new IOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void fill(Path file, SvdBasis basis) throws IOException {
        try (Hdf5File hdf5 = Hdf5File.create(file)) {
            store(basis, hdf5.root());
            if (basis.sampling().isPresent()) {
                try (Hdf5Group own = hdf5.root().createGroup(SampledBinsFile.OWN_GROUP)) {
                    SampledBinsFile.store(basis.sampling().get(), own);
                }
            }
            hdf5.root().putText("dataset_type", DATASET_TYPE);
        }
    }

    /** All else that the file holds, be it a dataset, stays: a file with it and the table takes its place. */
    static void replaceMismatches(Path named, Mismatches table) throws IOException {
        Path file = named.toRealPath();
        try (NewFile unfinished = NewFile.beside(file)) {
            try (StoredFile old = StoredFile.open(file); Hdf5File changed = Hdf5File.create(unfinished.path())) {
                copyWith(table, old.root(), changed.root());
            }
            unfinished.allowAs(file);
            unfinished.replace(file);
        } catch (FileSystemException | UnusableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not write " + named + ", which stays as it was: " + e.getMessage(), e);
        }
    }

    private static void copyWith(Mismatches table, StoredGroup from, Hdf5Group to) throws IOException {
        boolean ofDataset = from.hasGroup(GROUP_OF_A_DATASET);
        String inDataset = from.path() + GROUP_OF_A_DATASET;
        Hdf5Copy.copy(from, to, path -> path.equals(ofDataset ? inDataset : from.path() + MISMATCHES));
        if (!ofDataset) {
            store(table, to);
            return;
        }
        StoredGroup basis = from.group(GROUP_OF_A_DATASET);
        try (Hdf5Group group = to.createGroup(GROUP_OF_A_DATASET)) {
            Hdf5Copy.copy(basis, group, path -> path.equals(basis.path() + MISMATCHES));
            store(table, group);
        }
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

    static void add(Hdf5Group group, String name, Hdf5Handle type, double[] content, long... extent)
            throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.create(group, name, type, extent);
                DoublePointer values = new DoublePointer(content.length)) {
            values.put(content, 0, content.length);
            dataset.write(type, 0, extent[0], values);
        }
    }
}
