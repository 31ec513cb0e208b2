package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says of its SVD basis, besides the basis: {@code s} and {@code mismatches} under {@code /svd} of a
 * dataset or at the root of a file that dingo-gw's SVDBasis wrote.
 *
 * @param singularValues in the order of the vectors
 * @param mismatches by how many of the first vectors were kept, those of the validation waveforms; empty where none
 *     are stored
 */
public record BasisSpectrum(double[] singularValues, SortedMap<Integer, double[]> mismatches) {
    private static final String GROUP = "svd";
    private static final String VALUES = "s";
    private static final String MISMATCHES = "mismatches";

    /** As dingo-gw names its columns; others hold the parameters of the validation waveforms. */
    private static final Pattern COLUMN = Pattern.compile("mismatch n=(\\d+)");

    /**
     * Reads a file.
     *
     * @throws DatasetException where there is no such file, or no singular values in it
     */
    public static BasisSpectrum read(Path path) throws IOException {
        DatasetReader.requireFile(path);
        if (!Files.exists(path)) {
            throw new DatasetException(path + " does not exist.");
        }
        try (Hdf5File file = Hdf5File.openForReading(path)) {
            Hdf5Group root = file.root();
            if (root.hasGroup(GROUP)) {
                try (Hdf5Group group = root.openGroup(GROUP)) {
                    return read(path, group);
                }
            }
            return read(path, root);
        }
    }

    private static BasisSpectrum read(Path path, Hdf5Group group) throws IOException {
        if (!group.has(VALUES)) {
            throw new DatasetException(path + " holds no SVD basis: it has neither /svd/s nor /s.");
        }
        double[] values;
        try (Hdf5Dataset dataset = Hdf5Dataset.open(group, VALUES); Hdf5Handle real = Hdf5Types.real()) {
            if (dataset.extent().length != 1 || dataset.rows() == 0 || !dataset.fields().isEmpty()) {
                throw new DatasetException(path + " holds no SVD basis: its s is no list of numbers.");
            }
            values = column(dataset, real);
        }
        SortedMap<Integer, double[]> mismatches = new TreeMap<>();
        if (group.has(MISMATCHES)) {
            try (Hdf5Dataset table = Hdf5Dataset.open(group, MISMATCHES)) {
                for (String field : table.fields()) {
                    Matcher size = COLUMN.matcher(field);
                    if (size.matches() && table.extent().length == 1 && table.rows() > 0) {
                        try (Hdf5Handle record = Hdf5Types.columns(List.of(field))) {
                            mismatches.put(Integer.parseInt(size.group(1)), column(table, record));
                        }
                    }
                }
            }
        }
        return new BasisSpectrum(values, mismatches);
    }

    private static double[] column(Hdf5Dataset dataset, Hdf5Handle type) throws IOException {
        double[][] rows = dataset.doubles(type, 1, 0, Math.toIntExact(dataset.rows()));
        double[] values = new double[rows.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = rows[k][0];
        }
        return values;
    }
}
