package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredFile;
import org.chirpmill.hdf5.read.StoredGroup;
import org.chirpmill.settings.PythonLiteralReader;

/**
 * A file of reference waveforms, in either of two layouts. In the first, {@code /frequencies} (Hz) and the root
 * attribute {@code approximant} hold for groups that each have {@code parameters}, {@code h_plus}, {@code h_cross}
 * and perhaps {@code lal_noise_peak} and {@code lal_spread_peak}; a group with attributes {@code delta_f},
 * {@code f_min} and {@code f_max} (Hz) lies on that uniform grid instead. In the second, each group is named after its
 * approximant, has {@code parameters}, and subgroups with {@code h_plus} and {@code h_cross}; the root attribute
 * {@code domain} tells the grid. The root attribute {@code f_ref} (Hz) is in both; so may be {@code options}, a Python
 * dictionary of what LALSimulation was told beside the approximant. Of uniform grids of 2^n + 1 bins the last is read
 * as zero: LALSimulation's SimInspiralChooseFDWaveform fills it, SimInspiralFD, which dingo-gw calls, empties it. A
 * table beside the file may tell how far its rows are themselves off ({@link ReferenceErrors}). One thread at a time.
 */
public final class ReferenceFile implements AutoCloseable {
    private static final String FREQUENCIES = "frequencies";
    private static final String OPTIONS = "options";
    private static final String NOISE_PEAK = "lal_noise_peak";
    private static final String SPREAD_PEAK = "lal_spread_peak";

    /** Where a set lies: its parameters' group, and its waveforms' path within that ("" for the group itself). */
    private record Place(String group, String subgroup) {}

    private final Path path;
    private final StoredFile file;
    private final Optional<String> approximant;
    private final Map<String, Object> options;
    private final double fRef;
    private final ReferenceGrid grid;
    private final ReferenceErrors errors;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private ReferenceFile(Path path, StoredFile file) throws IOException {
        this.path = path;
        this.file = file;
        StoredGroup root = file.root();
        approximant = root.text("approximant");
        options = readOptions(root);
        fRef = root.number("f_ref").orElseThrow(() -> refusal("it has no attribute f_ref"));
        if (!(fRef > 0 && fRef < Double.POSITIVE_INFINITY)) {
            throw refusal("its attribute f_ref is " + fRef + ", which is no frequency above 0 Hz");
        }
        grid = readGrid(root);
        errors = ReferenceErrors.beside(path);
        for (String name : root.members()) {
            if (root.hasGroup(name)) {
                findSets(name, root.group(name));
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
        StoredFile file = StoredFile.open(path);
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

    private Map<String, Object> readOptions(StoredGroup root) throws IOException {
        Optional<String> literal = root.text(OPTIONS);
        if (literal.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> read = new LinkedHashMap<>();
        if (!(PythonLiteralReader.read(literal.get(), "The options in " + path) instanceof Map<?, ?> map)) {
            throw refusal("its attribute options is no Python dictionary");
        }
        map.forEach((name, value) -> read.put((String) name, value));
        return Collections.unmodifiableMap(read);
    }

    private ReferenceGrid readGrid(StoredGroup root) throws IOException {
        if (root.has(FREQUENCIES)) {
            ReferenceGrid.Samples samples = new ReferenceGrid.Samples(column(root, FREQUENCIES));
            if (!samples.isUsable()) {
                throw refusal("its /frequencies do not rise from above 0 Hz");
            }
            return samples;
        }
        String domain = root.text("domain").orElseThrow(
            () -> refusal("it has neither a dataset /frequencies nor an attribute domain"));
        return ReferenceGrid.Uniform.parse(domain).orElseThrow(
            () -> refusal("its attribute domain is '" + domain + "', not 'UniformFrequencyDomain f_min=... f_max=... "
                + "delta_f=...'"));
    }

    /** A group's own grid, else the file's. */
    private ReferenceGrid gridOf(String name, StoredGroup group) throws IOException {
        Optional<Double> deltaF = group.number("delta_f");
        if (deltaF.isEmpty()) {
            return grid;
        }
        return ReferenceGrid.Uniform.of(group.number("f_min").orElse(Double.NaN),
            group.number("f_max").orElse(Double.NaN), deltaF.get()).orElseThrow(
                () -> refusal(name + " has attributes delta_f, f_min and f_max of no uniform grid"));
    }

    private void findSets(String name, StoredGroup group) throws IOException {
        if (!group.has(Skeleton.PARAMETERS)) {
            return;
        }
        if (hasWaveforms(group)) {
            places.put(name, new Place(name, ""));
        }
        for (String member : group.members()) {
            if (group.hasGroup(member)) {
                if (hasWaveforms(group.group(member))) {
                    places.put(name + "/" + member, new Place(name, member));
                }
            }
        }
    }

    private static boolean hasWaveforms(StoredGroup group) {
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
        StoredGroup group = file.root().group(place.group());
        return read(name, place, group, place.subgroup().isEmpty() ? group : group.group(place.subgroup()));
    }

    private ReferenceSet read(String name, Place place, StoredGroup group, StoredGroup waveforms) throws IOException {
        StoredArray table = group.array(Skeleton.PARAMETERS);
        List<String> columns = table.fields();
        if (!table.isTable()) {
            throw refusal(name + "/parameters is no table");
        }
        double[][] parameters = table.all();
        ReferenceGrid own = gridOf(name, group);
        double[][] plus = polarization(name, waveforms, Skeleton.PLUS, parameters.length, own.bins());
        double[][] cross = polarization(name, waveforms, Skeleton.CROSS, parameters.length, own.bins());
        if (own instanceof ReferenceGrid.Uniform && Integer.bitCount(own.bins() - 1) == 1) {
            emptyNyquist(plus);
            emptyNyquist(cross);
        }
        return new ReferenceSet(name, approximant.orElse(place.group()), options, fRef, own, columns, parameters, plus,
            cross, byRow(name, waveforms, NOISE_PEAK, parameters.length),
            byRow(name, waveforms, SPREAD_PEAK, parameters.length), errors.of(name, parameters.length));
    }

    /** Numbers of which each row has one, if there are any. */
    private Optional<double[]> byRow(String set, StoredGroup group, String name, int rows) throws IOException {
        if (!group.has(name)) {
            return Optional.empty();
        }
        double[] numbers = column(group, name);
        if (numbers.length != rows) {
            throw refusal(set + "/" + name + " has " + numbers.length + " values for " + rows + " rows");
        }
        return Optional.of(numbers);
    }

    private static void emptyNyquist(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, row.length - 2, row.length, 0);
        }
    }

    private double[][] polarization(String set, StoredGroup group, String name, int rows, int bins)
            throws IOException {
        StoredArray array = group.array(name);
        long[] extent = array.extent();
        if (!array.isComplexMatrix() || extent[0] != rows || extent[1] != bins) {
            throw refusal(set + "/" + name + " is not a table of " + rows + " x " + bins + " complex numbers");
        }
        return array.all();
    }

    private double[] column(StoredGroup group, String name) throws IOException {
        StoredArray array = group.array(name);
        if (!array.isList()) {
            throw refusal(name + " is no list of numbers");
        }
        return Arrays.stream(array.all()).mapToDouble(row -> row[0]).toArray();
    }

    @Override
    public void close() {
        file.close();
    }
}
