package org.chirpmill.compression;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredGroup;
import org.chirpmill.rows.Precision;

/** Sampled bins on disk: the group {@code sampling} of {@code /chirpmill}, which dingo-gw does not look into. */
final class SampledBinsFile {
    /** What is Chirpmill's own in a file that dingo-gw reads. */
    static final String OWN_GROUP = "chirpmill";
    private static final String GROUP = "sampling";
    private static final String BINS = "bins";
    private static final String COEFFICIENTS = "coefficients";
    private static final String LOST = "lost";
    private static final String ERROR = "error";

    private SampledBinsFile() {}

    /** Those of a file with a basis of so many vectors; empty where there are none. */
    static Optional<SampledBins> find(StoredGroup root, int size) throws IOException {
        if (!root.hasGroup(OWN_GROUP) || !root.group(OWN_GROUP).hasGroup(GROUP)) {
            return Optional.empty();
        }
        StoredGroup group = root.group(OWN_GROUP).group(GROUP);
        int[] bins = bins(group);
        SampledBins found = new SampledBins(bins, matrix(group, COEFFICIENTS, bins.length),
            matrix(group, LOST, bins.length), matrix(group, ERROR, bins.length));
        if (found.size() != size) {
            throw refusal(group, COEFFICIENTS, "one of " + found.size() + " vectors, and the basis has " + size);
        }
        return Optional.of(found);
    }

    private static int[] bins(StoredGroup group) throws IOException {
        StoredArray array = array(group, BINS);
        if (!array.isList() || array.rows() == 0 || array.rows() > Integer.MAX_VALUE / 2) {
            throw refusal(group, BINS, "no list of bins");
        }
        double[] numbers = SvdBasisFile.flat(array.doubles(0, (int) array.rows()), 1);
        int[] bins = new int[numbers.length];
        for (int k = 0; k < bins.length; k++) {
            bins[k] = (int) numbers[k];
            if (bins[k] != numbers[k] || bins[k] <= (k == 0 ? -1 : bins[k - 1])) {
                throw refusal(group, BINS, "no list of bins in rising order");
            }
        }
        return bins;
    }

    private static double[] matrix(StoredGroup group, String name, int rows) throws IOException {
        StoredArray array = array(group, name);
        if (!array.isComplexMatrix() || array.extent()[0] != rows || array.extent()[1] == 0) {
            throw refusal(group, name, "no table of complex numbers, one row a bin");
        }
        double[] numbers = SvdBasisFile.flat(array.all(), Math.toIntExact(2 * array.extent()[1]));
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw refusal(group, name, "a table with numbers that are not finite");
        }
        return numbers;
    }

    private static StoredArray array(StoredGroup group, String name) throws IOException {
        if (!group.has(name)) {
            throw refusal(group, name, "not there");
        }
        return group.array(name);
    }

    private static UnusableFileException refusal(StoredGroup group, String name, String what) {
        return group.refusal("'" + group.path() + name + "' is " + what);
    }

    static void store(SampledBins sampled, Hdf5Group own) throws IOException {
        double[] places = Arrays.stream(sampled.bins()).asDoubleStream().toArray();
        try (Hdf5Group group = own.createGroup(GROUP); Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE);
                Hdf5Handle real = Hdf5Types.real()) {
            SvdBasisFile.add(group, BINS, real, places, places.length);
            add(group, COEFFICIENTS, complex, sampled, sampled.coefficients());
            add(group, LOST, complex, sampled, sampled.lost());
            add(group, ERROR, complex, sampled, sampled.error());
        }
    }

    private static void add(Hdf5Group group, String name, Hdf5Handle complex, SampledBins sampled, double[] matrix)
            throws IOException {
        SvdBasisFile.add(group, name, complex, matrix, sampled.bins().length, sampled.columns(matrix));
    }
}
