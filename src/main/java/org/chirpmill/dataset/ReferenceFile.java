package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.rows.Precision;

/**
 * A file of reference waveforms, in either of two layouts. In the first, {@code /frequencies} (Hz) and the root
 * attribute {@code approximant} hold for groups that each have {@code parameters}, {@code h_plus}, {@code h_cross}
 * and perhaps {@code lal_noise_peak}. In the second, each group is named after its approximant, has
 * {@code parameters}, and subgroups with {@code h_plus} and {@code h_cross}; the root attribute {@code domain} tells
 * the grid. The root attribute {@code f_ref} (Hz) is in both. One thread at a time.
 */
public final class ReferenceFile implements AutoCloseable {
    private static final String FREQUENCIES = "frequencies";
    private static final String NOISE_PEAK = "lal_noise_peak";

    /** Where a set lies: its parameters' group, and its waveforms' path within that ("" for the group itself). */
    private record Place(String group, String subgroup) {}

    private final Path path;
    private final Hdf5File file;
    private final Optional<String> approximant;
    private final double fRef;
    private final ReferenceGrid grid;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private ReferenceFile(Path path, Hdf5File file) throws IOException {
        this.path = path;
        this.file = file;
        Hdf5Group root = file.root();
        approximant = root.text("approximant");
        fRef = root.number("f_ref").orElseThrow(() -> refusal("it has no attribute f_ref"));
        grid = readGrid(root);
        for (String name : root.members()) {
            if (root.hasGroup(name)) {
                try (Hdf5Group group = root.openGroup(name)) {
                    findSets(name, group);
                }
            }
        }
        if (places.isEmpty()) {
            throw refusal("none of its groups has parameters, h_plus and h_cross");
        }
    }

    /**
     * Opens a reference file.
     *
     * @throws DatasetException where there is no such file or it has neither layout
     */
    public static ReferenceFile open(Path path) throws IOException {
        DatasetReader.requireFile(path);
        if (!Files.exists(path)) {
            throw new DatasetException(path + " does not exist.");
        }
        Hdf5File file = Hdf5File.openForReading(path);
        try {
            return new ReferenceFile(path, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private DatasetException refusal(String reason) {
        return new DatasetException(path + " is no file of reference waveforms: " + reason + ".");
    }

    private ReferenceGrid readGrid(Hdf5Group root) throws IOException {
        if (root.has(FREQUENCIES)) {
            return new ReferenceGrid.Samples(column(root, FREQUENCIES));
        }
        String domain = root.text("domain").orElseThrow(
            () -> refusal("it has neither a dataset /frequencies nor an attribute domain"));
        return ReferenceGrid.Uniform.parse(domain).orElseThrow(
            () -> refusal("its attribute domain is '" + domain + "', not 'UniformFrequencyDomain f_min=... f_max=... "
                + "delta_f=...'"));
    }

    private void findSets(String name, Hdf5Group group) throws IOException {
        if (!group.has(Skeleton.PARAMETERS)) {
            return;
        }
        if (hasWaveforms(group)) {
            places.put(name, new Place(name, ""));
        }
        for (String member : group.members()) {
            if (group.hasGroup(member)) {
                try (Hdf5Group subgroup = group.openGroup(member)) {
                    if (hasWaveforms(subgroup)) {
                        places.put(name + "/" + member, new Place(name, member));
                    }
                }
            }
        }
    }

    private static boolean hasWaveforms(Hdf5Group group) throws IOException {
        return group.has(Skeleton.PLUS) && group.has(Skeleton.CROSS);
    }

    /** The sets' names in the order of the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /**
     * Reads one set.
     *
     * @throws DatasetException where the shapes in it do not agree
     * @throws IllegalArgumentException where there is no set of this name
     */
    public ReferenceSet set(String name) throws IOException {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(path + " has no set '" + name + "'");
        }
        try (Hdf5Group group = file.root().openGroup(place.group())) {
            if (place.subgroup().isEmpty()) {
                return read(name, place, group, group);
            }
            try (Hdf5Group waveforms = group.openGroup(place.subgroup())) {
                return read(name, place, group, waveforms);
            }
        }
    }

    private ReferenceSet read(String name, Place place, Hdf5Group group, Hdf5Group waveforms) throws IOException {
        List<String> columns;
        double[][] parameters;
        try (Hdf5Dataset table = Hdf5Dataset.open(group, Skeleton.PARAMETERS)) {
            columns = table.fields();
            if (columns.isEmpty() || table.extent().length != 1) {
                throw refusal(name + "/parameters is no table");
            }
            try (Hdf5Handle record = Hdf5Types.columns(columns)) {
                parameters = table.doubles(record, columns.size(), 0, Math.toIntExact(table.rows()));
            }
        }
        double[][] plus = polarization(name, waveforms, Skeleton.PLUS, parameters.length);
        double[][] cross = polarization(name, waveforms, Skeleton.CROSS, parameters.length);
        Optional<double[]> noise = Optional.empty();
        if (waveforms.has(NOISE_PEAK)) {
            noise = Optional.of(column(waveforms, NOISE_PEAK));
            if (noise.get().length != parameters.length) {
                throw refusal(name + "/" + NOISE_PEAK + " has " + noise.get().length + " values for "
                    + parameters.length + " rows");
            }
        }
        return new ReferenceSet(name, approximant.orElse(place.group()), fRef, grid, columns, parameters, plus, cross,
            noise);
    }

    private double[][] polarization(String set, Hdf5Group group, String name, int rows) throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.open(group, name);
                Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE)) {
            long[] extent = dataset.extent();
            if (extent.length != 2 || extent[0] != rows || extent[1] != grid.bins()
                    || !dataset.fields().equals(List.of("r", "i"))) {
                throw refusal(set + "/" + name + " is not a table of " + rows + " x " + grid.bins()
                    + " complex numbers");
            }
            return dataset.doubles(complex, 2, 0, rows);
        }
    }

    private double[] column(Hdf5Group group, String name) throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.open(group, name); Hdf5Handle real = Hdf5Types.real()) {
            if (dataset.extent().length != 1) {
                throw refusal(name + " is no list of numbers");
            }
            double[][] rows = dataset.doubles(real, 1, 0, Math.toIntExact(dataset.rows()));
            double[] values = new double[rows.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = rows[k][0];
            }
            return values;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
